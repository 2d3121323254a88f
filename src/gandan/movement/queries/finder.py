"""READ: a problem in somebody's own words → models that dealt with it, ranked and explained.

Accents or not, one typing error in a word, other words for the same thing (`data/synonyms.toml`). A model stands the higher the more of
what was asked it names, most in its title and its problem; and of two that name as much, the one that is better proved: found effective
by a review, recognised, learnt by others, alive. Only public models are found; of each is said what spoke for it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from uuid import UUID

from django.db.models import QuerySet

from gandan.core.access import Actor
from gandan.core.search import words as all_words
from gandan.core.text import nfc
from gandan.movement.calc.alike import joined
from gandan.movement.calc.terms import Term, terms
from gandan.movement.models import Practice
from gandan.movement.queries import rarity
from gandan.movement.queries.proved import Proof, proofs_of
from gandan.movement.queries.question import Question, everyones, read, telling
from gandan.units import queries as units

BUDGET, MOST_TERMS, LOOKED_AT = 12_000, 14, 40
WIDE = 1_000  # so many are asked for where only some rows are meant: the nearest of all need not be among these
COUNTED = 16  # the heaviest terms of the question, which have to be named
NEAR, FAR = 1.0, 0.4  # named in title or problem; named elsewhere
EXACT = 0.08  # for accents as they were typed
LEAST, OF_BEST = 0.12, 0.4
CLEAR = 0.5  # whoever names more than this is no reason to hide others: one may hold the question word for word
PROVED = 0.2  # how much proof lifts a match: it tells apart who names as much, and hides nobody who names clearly more


@dataclass(frozen=True)
class Found:
    """A model with why it stands where it does. `match`: how much of the question it names, 0 to 1; `said`: the model's own words that
    answer, by where they stand ("title", "problem", "way"); `place`: its unit as it is named today; `answers`: the terms it names."""

    practice: Practice
    place: str
    match: float
    proof: Proof
    said: Mapping[str, tuple[str, ...]]
    answers: frozenset[str] = frozenset()

    @property
    def score(self) -> float:
        """By match first; proof lifts it."""
        return self.match * (1 + PROVED * self.proof.weight)

    @property
    def named(self) -> tuple[str, ...]:
        """The model's words wherever they stand, each once."""
        return tuple(dict.fromkeys(word for words in self.said.values() for word in words))

    @property
    def parts(self) -> tuple[str, ...]:
        """Where these words stand."""
        return tuple(self.said)


@dataclass(frozen=True)
class Answer:
    """What was found, best first; `read`: the question as it was looked for; `corrected`: typed word → the word it was taken for; `things`:
    what was understood."""

    items: tuple[Found, ...] = ()
    read: str = ""
    corrected: tuple[tuple[str, str], ...] = ()
    things: tuple[str, ...] = ()


def find(words: str, *, actor: Actor, today: date, limit: int = 20) -> list[Found]:
    """The models, best first."""
    return list(ask(words, actor=actor, today=today, limit=limit).items)


def ask(
    words: str, *, actor: Actor, today: date, limit: int = 20, among: QuerySet[Practice] | None = None, as_typed: bool = False
) -> Answer:
    """As `find`, with how the question was read. `among`: only these rows, which say themselves who may see them; `as_typed`: no word is
    taken for another."""
    from gandan.movement import queries

    question = read(words, as_typed=as_typed)
    rows = queries.visible_to(actor) if among is None else among
    matched = _matches(question, rows, looked_at=LOOKED_AT if among is None else WIDE)
    proofs = proofs_of(Practice.objects.filter(pk__in=[m.practice.pk for m in matched]), today) if matched else {}
    ranked = sorted((replace(m, proof=proofs[m.practice.pk]) for m in matched), key=lambda m: (-m.score, m.practice.pk))
    items = tuple(_placed([replace(m, said=_said(m, question)) for m in ranked[:limit]]))
    return Answer(items, question.read, question.corrected, question.things)


def matching(words: str, rows: QuerySet[Practice]) -> list[UUID]:
    """The rows that deal with it, for lists that have an order of their own."""
    return [m.practice.pk for m in _matches(read(words), rows, looked_at=WIDE)]


def _matches(question: Question, rows: QuerySet[Practice], *, looked_at: int) -> list[Found]:
    """Those that name enough of what was asked, with how much; nothing of them is proved or explained yet."""
    near = rarity.nearest(question.weighed, budget=BUDGET, most_terms=MOST_TERMS, limit=looked_at)
    if not near:
        return []
    keys = [n.practice for n in near]
    if looked_at > LOOKED_AT:
        kept = set(rows.filter(pk__in=keys).order_by().values_list("pk", flat=True))
        keys = [key for key in keys if key in kept][:LOOKED_AT]
    shown = rows.filter(pk__in=keys).select_related("field", "drive", "office", "hamlet").prefetch_related("office__names")
    found = {row.pk: row for row in shown}
    has = {n.practice: n.has for n in near}
    matched = [_matched(found[key], has[key], question) for key in keys if key in found]
    best = max((m.match for m in matched), default=0.0)
    return [m for m in matched if m.match >= max(LEAST, OF_BEST * min(CLEAR, best))]


def _matched(row: Practice, has: frozenset[int], question: Question) -> Found:
    """How much of the question a model names."""
    asked, typed = question.weighed, question.typed
    own = set(all_words.accented("\n".join((row.title, row.problem, row.aim, row.way, row.output, row.audience))))
    title, problem = _read_once(row.title), _read_once(f"{row.problem}\n{row.aim}")
    elsewhere = {asked.keys[n] for n in has}
    whole = sum(asked.weights[:COUNTED])
    got, keys = 0.0, list[str]()
    for key, weight in zip(asked.keys[:COUNTED], asked.weights[:COUNTED], strict=False):
        meant = question.accents.get(key)
        if (key in title or key in problem or key in elsewhere) and (meant is None or meant in own):
            got += weight * (NEAR if key in title or key in problem else FAR)
            keys.append(key)
    match = got / whole if whole and _enough(keys, asked.keys) else 0.0
    if match and not all_words.is_plain(typed):
        exact = [word for word in all_words.accented(typed) if word in own]
        match += EXACT * len(exact) / max(1, len(all_words.accented(typed)))
    return Found(row, "", round(min(1.0, match), 4), Proof(None, None, 0, alive=False), {}, frozenset(keys))


def _said(match: Found, question: Question) -> dict[str, tuple[str, ...]]:
    """The model's words for what was asked, as they stand there, by the first part that has each; pieces that touch are one."""
    row, left, found = match.practice, set(match.answers), dict[str, tuple[str, ...]]()
    for part, written in (
        ("title", row.title),
        ("problem", f"{row.problem}\n{row.aim}"),
        ("way", "\n".join((row.way, row.output, row.audience))),
    ):
        text = nfc(written)
        found_here = _read_once(text) if left else {}
        here = {key: t for key, t in found_here.items() if key in left and question.means(key, text[t.start : t.end])}
        if here:
            left -= here.keys()
            pieces = joined(sorted((t.start, t.end) for t in here.values()), text)
            found[part] = _longest([" ".join(text[start:end].split()) for start, end in pieces])
    return found


@lru_cache(maxsize=256)
def _read_once(text: str) -> Mapping[str, Term]:
    """A part is read to rank its model and again to say why: one answer's worth is kept."""
    return terms(text.lower())


def _enough(named: Sequence[str], asked: Sequence[str]) -> bool:
    """One single word of a long question says nothing: a thing, a pair, or two words have to be named. Nor does what nearly every form
    names, "học sinh", where something else was asked for."""
    if any(telling(key) and key not in everyones() for key in asked):
        named = [key for key in named if key not in everyones()]
    single = sum(not telling(key) for key in asked)
    return any(map(telling, named)) or len(named) >= min(2, max(1, single))


def _longest(named: Sequence[str]) -> tuple[str, ...]:
    """Each once, and none that stands in a longer one."""
    once = list({name.lower(): name for name in reversed(named)}.values())[::-1]
    return tuple(n for n in once if not any(n != other and f" {n} ".lower() in f" {other} ".lower() for other in once))


def _placed(found: Sequence[Found]) -> list[Found]:
    places = {p.id: p.full_name for p in units.several([f.practice.unit_id for f in found]) if p is not None}
    return [replace(f, place=places.get(f.practice.unit_id, "")) for f in found]
