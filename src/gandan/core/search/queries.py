"""READ: finding documents."""

import base64
import binascii
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import BigIntegerField, Case, Exists, ExpressionWrapper, F, FloatField, OuterRef, Q, QuerySet, UUIDField, Value, When
from django.db.models.functions import Cast

from gandan.core.access import Actor
from gandan.core.search import words
from gandan.core.search.models import Lexeme, SearchDocument
from gandan.core.search.source import sources

MOST_WORDS = 12
NEIGHBOURS = 24
RANKED, TITLED = 1000, 100
LARGEST_PAGE = 100
LARGEST_SCORE = 2**63 - 1  # what the column of a score can be compared with
WEIGHTS = [0.05, 0.2, 0.4, 1.0]  # D body, C unused, B other names, A title


class BadCursor(ValueError):
    """A cursor that we did not give."""


@dataclass(frozen=True)
class Hit:
    """One found document. `whole`: it has each word as it was typed, accents aside; `exact`: with the accents that were typed, the last
    one perhaps unfinished."""

    kind: str
    id: str
    title: str
    summary: str
    url: str
    unit: UUID | None
    day: date | None
    whole: bool
    exact: bool


@dataclass(frozen=True)
class Found:
    """A page of hits, best first. `corrected`: typed word → words taken for it. `next`: cursor of the next page."""

    hits: tuple[Hit, ...] = ()
    next: str | None = None
    corrected: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def __iter__(self) -> Iterator[Hit]:
        return iter(self.hits)

    def __len__(self) -> int:
        return len(self.hits)


def visible_to(actor: Actor, *, kind: str | None = None) -> QuerySet[SearchDocument]:
    """Public documents, and those whose thing the room's own `visible_to` shows the actor: the same answer in the search as on its page.

    One look by primary key for each document that has the words. Its kind is compared first: ids of other kinds may be anything.
    """
    rows, seen = SearchDocument.objects.filter(Q(kind=kind) if kind else Q()), Q(permission="")
    for source in sources().values() if actor.holdings else ():
        if source.visible is not None and kind in (None, source.kind):
            key = f"as_{source.kind}"
            rows = rows.alias(**{key: Case(When(kind=source.kind, then=Cast("object_id", UUIDField())))})
            seen |= Q(Q(kind=source.kind), Exists(source.visible(actor).order_by().filter(pk=OuterRef(key))))
    return rows.filter(seen)


def find(
    text: str,
    *,
    actor: Actor,
    kind: str | None = None,
    unit: UUID | None = None,
    within: Collection[UUID] | None = None,
    limit: int = 20,
    cursor: str | None = None,
) -> Found:
    """Documents with all the words; words that occur nowhere are taken for their neighbours, and the last one for the beginning of others.

    When nothing has all the words so, neighbours of every word are tried, and the last is taken for a beginning even if it is a word.
    Accent-exact matches, matching titles and words in the typed order stand first. `unit` is one unit, `within` several.
    """
    typed = words.folded(text)[:MOST_WORDS]
    if not typed:
        return Found()
    documents = visible_to(actor, kind=kind)
    if unit:
        documents = documents.filter(unit=unit)
    if within is not None:
        documents = documents.filter(unit__in=within)
    limit = max(1, min(limit, LARGEST_PAGE))
    after = _position(cursor) if cursor else None
    neighbours = _neighbours(typed)
    narrow = _narrow(typed, neighbours)
    if after is None or not after.wide:
        found = _page(documents, text, narrow, limit, after)
        if found.hits or after is not None:
            return found
    return _page(documents, text, Taken(typed, neighbours, begins=True, wide=True), limit, after)


@dataclass(frozen=True)
class Taken:
    """What words are taken for: as typed or for others; `begins`: the last one also for a beginning. `wide`: the second, looser try."""

    typed: list[str]
    others: Mapping[str, tuple[str, ...]]
    begins: bool
    wide: bool = False


def _narrow(typed: list[str], neighbours: Mapping[str, tuple[str, ...]]) -> Taken:
    """Known words as they are; a last word that is none, but begins one, is being typed; other unknown ones are errors."""
    unknown = {word: near for word, near in neighbours.items() if word not in near}
    last = typed[-1]
    begins = last in unknown and Lexeme.objects.filter(word__startswith=last).exists()
    return Taken(typed, {word: near for word, near in unknown.items() if not (begins and word == last)}, begins)


def matching(text: str, *, kind: str) -> QuerySet[SearchDocument]:
    """Documents of a kind with all the words, each with its `score`, in no order: for a room's own list, which asks its own `visible_to`.

    Who types accents means them: "đèn đường" is not "đến ... đường". Only where nothing is written so are they left aside, and a word that
    occurs nowhere is taken for its neighbours, as in `find`.
    """
    typed, accented = words.folded(text)[:MOST_WORDS], words.accented(text)[:MOST_WORDS]
    if not typed:
        return SearchDocument.objects.none().annotate(score=Value(0))
    documents = SearchDocument.objects.filter(kind=kind)
    if accented != typed:
        found = documents.filter(exact=_query(Taken(accented, {}, begins=True)))
        if found.exists():
            return found.annotate(score=_score(text, Taken(typed, {}, begins=True)))
    taken = replace(_narrow(typed, _neighbours(typed)), begins=True)
    return documents.filter(vector=_query(taken)).annotate(score=_score(text, taken))


def _page(documents: QuerySet[SearchDocument], text: str, taken: Taken, limit: int, after: "Position | None") -> Found:
    """A page of the newest matching documents, best first.

    Ranking reads every word of a document, so only the newest `RANKED` are ranked, and those whose title begins as typed: what a text of
    a few common words finds in a whole country nobody pages through to the end.
    """
    query = _query(taken)
    newest = documents.filter(vector=query).order_by("-id").values("id")[:RANKED]
    titled = documents.filter(title_folded__startswith=" ".join(taken.typed)).order_by("-id").values("id")[:TITLED]
    whole, exact = _query(Taken(taken.typed, {}, begins=False)), _query(Taken(words.accented(text)[:MOST_WORDS], {}, begins=True))
    rows = SearchDocument.objects.filter(Q(pk__in=newest.union(titled, all=True))).annotate(
        score=_score(text, taken),
        is_whole=Case(When(vector=whole, then=Value(True)), default=Value(False)),
        is_exact=Case(When(exact=exact, then=Value(True)), default=Value(False)),
    )
    if after is not None:
        rows = rows.filter(Q(score__lt=after.score) | Q(score=after.score, id__lt=after.last))
    page = list(rows.order_by("-score", "-id").defer("vector", "exact")[: limit + 1])
    more = len(page) > limit
    hits = tuple(Hit(d.kind, d.object_id, d.title, d.summary, d.url, d.unit, d.day, d.is_whole, d.is_exact) for d in page[:limit])
    corrected = tuple((word, near) for word, near in taken.others.items() if near and hits)
    last = _cursor(Position(page[limit - 1].score, page[limit - 1].id, taken.wide)) if more else None
    return Found(hits, last, corrected)


def _score(text: str, taken: Taken) -> Cast:
    """How well a document answers: its words by where they stand, a title that is or begins with what was typed, words in the typed order
    (also those taken for others: of all that "duog" may mean, "duong" stands behind "den"), accents as they were typed."""
    accented = words.accented(text)[:MOST_WORDS]
    title = " ".join(taken.typed)
    exact = Value(1.5 if accented != taken.typed else 0.1)
    in_order = Case(
        When(title_folded=title, then=Value(2.3)),
        When(title_folded__startswith=title, then=Value(1.3)),
        When(vector=_query(taken, " <-> ", "A"), then=Value(0.6)),
        When(vector=_query(taken, " <-> "), then=Value(0.3)),
        default=Value(0.0),
    )
    rank = ExpressionWrapper(
        SearchRank(F("vector"), _query(taken), weights=WEIGHTS, normalization=Value(1))
        + in_order
        + Case(When(exact=_query(Taken(accented, {}, begins=True)), then=exact), default=Value(0.0)),
        output_field=FloatField(),
    )
    return Cast(rank * Value(1_000_000.0), BigIntegerField())


def _query(taken: Taken, between: str = " & ", weight: str = "") -> SearchQuery:
    return SearchQuery(_tsquery(taken, between, weight), config="simple", search_type="raw")


def _tsquery(taken: Taken, between: str = " & ", weight: str = "") -> str:
    """All words (`between` " <-> ": one after the other); a word may stand for several. `weight` A: in the title.

    Words are letters and digits only, so nothing can be injected.
    """
    where, parts = f":{weight}" if weight else "", []
    for place, word in enumerate(taken.typed):
        own = f"'{word}':*{weight}" if taken.begins and place == len(taken.typed) - 1 else f"'{word}'{where}"
        parts.append("(" + " | ".join([own, *(f"'{other}'{where}" for other in taken.others.get(word, ()) if other != word)]) + ")")
    return between.join(parts)


def _neighbours(typed: list[str]) -> dict[str, tuple[str, ...]]:
    """For each word that may be corrected: the index's words one error away, itself included when it occurs."""
    asked = {word for word in typed if words.correctable(word)}
    if not asked:
        return {}
    keys = {variant for word in asked for variant in words.variants(word)}
    near = list(Lexeme.objects.filter(variants__overlap=sorted(keys)).values_list("word", flat=True)[:2000])
    return {word: tuple(sorted((n for n in near if words.near(word, n)), key=lambda n: (n != word, n))[:NEIGHBOURS]) for word in asked}


@dataclass(frozen=True)
class Position:
    """After which hit the next page begins, and of which try."""

    score: int
    last: UUID
    wide: bool


def _cursor(after: Position) -> str:
    written = f"{after.score}.{after.last.hex}{'w' if after.wide else ''}"
    return base64.urlsafe_b64encode(written.encode()).decode().rstrip("=")


def _position(cursor: str) -> Position:
    try:
        score, _, last = base64.urlsafe_b64decode(cursor.encode("ascii") + b"===").decode("ascii").partition(".")
        wide = last.endswith("w")
        return Position(max(-LARGEST_SCORE, min(int(score), LARGEST_SCORE)), UUID(last.removesuffix("w")), wide)
    except (ValueError, binascii.Error) as bad:
        raise BadCursor(cursor[:40]) from bad
