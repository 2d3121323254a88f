"""READ: a problem in somebody's own words → models that dealt with it, ranked and explained.

Accents or not, one typing error in a word, other words for the same thing (`data/synonyms.toml`). A model stands the higher the more of
what was asked it names, most in its title and its problem; and of two that name as much, the one that is better proved: found effective
by a review, recognised, learnt by others, alive. Only public models are found; of each is said what spoke for it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import pairwise
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery

from gandan.appraisals.enums import Level
from gandan.core.access import Actor
from gandan.core.search import words as all_words
from gandan.core.text import nfc
from gandan.movement.calc.terms import Term, listed, terms
from gandan.movement.enums import Result
from gandan.movement.models import FinderTerm, Practice, Recognition, Review
from gandan.movement.queries import family, rarity
from gandan.units import queries as units

LONGEST = 600  # signs of a question that are read
BUDGET, MOST_TERMS, LOOKED_AT = 12_000, 14, 40
COUNTED = 10  # the heaviest terms of the question, which have to be named
NEAR, FAR = 1.0, 0.6  # named in title or problem; named elsewhere
EXACT = 0.08  # for accents as they were typed
LEAST, OF_BEST = 0.12, 0.4
PROVED = 0.5  # how much proof lifts a match
LEVELS = (Level.BASE, Level.DISTRICT, Level.PROVINCE, Level.CENTRE)


@dataclass(frozen=True)
class Proof:
    """What others found of a model. `effective` is the year of the newest review if that says so; `level` the highest recognition."""

    effective: int | None
    level: Level | None
    copies: int
    alive: bool

    @property
    def weight(self) -> float:
        """0 to 1. Effective counts most: recognition follows it, copies may be imitation."""
        level = 0.15 + 0.05 * LEVELS.index(self.level) if self.level else 0.0
        return min(1.0, (0.35 if self.effective else 0.0) + level + min(0.2, 0.05 * self.copies) + (0.15 if self.alive else 0.0))


@dataclass(frozen=True)
class Found:
    """A model with why it stands where it does. `match`: how much of the question it names, 0 to 1; `named`: the words of the question that
    it names, as they were typed; `parts`: where ("title", "problem", "way"); `place`: its unit as it is named today."""

    practice: Practice
    place: str
    match: float
    proof: Proof
    named: tuple[str, ...]
    parts: tuple[str, ...]

    @property
    def score(self) -> float:
        """By match first; proof lifts it."""
        return self.match * (1 + PROVED * self.proof.weight)


@dataclass(frozen=True)
class Answer:
    """What was found, best first; `corrected`: typed word → the word it was taken for; `things`: what was understood."""

    items: tuple[Found, ...] = ()
    corrected: tuple[tuple[str, str], ...] = ()
    things: tuple[str, ...] = ()


def find(words: str, *, actor: Actor, today: date, limit: int = 20) -> list[Found]:
    """The models, best first."""
    return list(ask(words, actor=actor, today=today, limit=limit).items)


def ask(words: str, *, actor: Actor, today: date, limit: int = 20) -> Answer:
    """As `find`, with how the question was read."""
    from gandan.movement import queries

    typed = nfc(words)[:LONGEST].lower()
    read, corrected = _corrected(typed)
    asked = terms(read, typed=True)
    weighed = _said(rarity.weighed({key: term.weight for key, term in asked.items()}))
    near = rarity.nearest(weighed, budget=BUDGET, most_terms=MOST_TERMS, limit=LOOKED_AT)
    if not near:
        return Answer(corrected=corrected, things=_things(asked))
    rows = queries.visible_to(actor).filter(pk__in=[n.practice for n in near]).select_related("field", "drive", "office", "hamlet")
    found = {row.pk: row for row in rows.prefetch_related("office__names")}
    proofs = proofs_of(Practice.objects.filter(pk__in=list(found)), today)
    matched = [_matched(found[n.practice], n, weighed, asked, read, words) for n in near if n.practice in found]
    best = max((m.match for m in matched), default=0.0)
    kept = [replace(m, proof=proofs[m.practice.pk]) for m in matched if m.match >= max(LEAST, OF_BEST * best)]
    kept.sort(key=lambda m: (-m.score, m.practice.pk))
    return Answer(tuple(_placed(kept[:limit])), corrected, _things(asked))


def proofs_of(rows: QuerySet[Practice], today: date) -> dict[UUID, Proof]:
    """What others found of these models; three questions whatever their number."""
    newest = Review.objects.filter(practice=OuterRef("pk")).order_by("-year", "-given_at", "-id")
    told = rows.annotate(result=Subquery(newest.values("result")[:1]), year=Subquery(newest.values("year")[:1]))
    levels: dict[UUID, Level] = {}
    for key, level in Recognition.objects.filter(practice__in=rows.order_by().values("pk"), revoked_by=None).values_list(
        "practice", "level"
    ):
        if key not in levels or LEVELS.index(Level(level)) > LEVELS.index(levels[key]):
            levels[key] = Level(level)
    copied = family.copies(rows)
    return {
        row.pk: Proof(
            effective=row.year if row.result == Result.EFFECTIVE else None,
            level=levels.get(row.pk),
            copies=copied.get(row.pk, 0),
            alive=row.lives(today),
        )
        for row in told
    }


def _said(asked: rarity.Weighed) -> rarity.Weighed:
    """Without what nobody wrote of words that may be silent: typed without accents "voi" is both "với" and "vôi"."""
    silent = listed().silent.folded
    kept = [n for n, key in enumerate(asked.keys) if asked.models[n] or key[0] == "=" or silent.isdisjoint(key.split("_"))]
    keys, weights, models = asked.keys, asked.weights, asked.models
    return rarity.Weighed(tuple(keys[n] for n in kept), tuple(weights[n] for n in kept), tuple(models[n] for n in kept))


def _matched(row: Practice, near: rarity.Near, asked: rarity.Weighed, said: Mapping[str, Term], read: str, typed: str) -> Found:
    """How much of the question a model names, and where."""
    title, problem = terms(row.title.lower()), terms(f"{row.problem}\n{row.aim}".lower())
    elsewhere = {asked.keys[n] for n in near.has}
    whole = sum(asked.weights[:COUNTED])
    got, named, parts, keys = 0.0, list[str](), set[str](), list[str]()
    for key, weight in zip(asked.keys[:COUNTED], asked.weights[:COUNTED], strict=False):
        part = "title" if key in title else "problem" if key in problem else "way" if key in elsewhere else ""
        if part:
            got += weight * (FAR if part == "way" else NEAR)
            parts.add(part)
            keys.append(key)
            named.append(" ".join(read[said[key].start : said[key].end].split()))
    match = got / whole if whole and _enough(keys, asked.keys) else 0.0
    if match and not all_words.is_plain(typed):
        own = set(all_words.accented(f"{row.title} {row.problem} {row.aim} {row.way}"))
        exact = [word for word in all_words.accented(typed) if word in own]
        match += EXACT * len(exact) / max(1, len(all_words.accented(typed)))
    order = tuple(p for p in ("title", "problem", "way") if p in parts)
    return Found(row, "", round(min(1.0, match), 4), Proof(None, None, 0, alive=False), _longest(named), order)


def _enough(named: Sequence[str], asked: Sequence[str]) -> bool:
    """One single word of a long question says nothing: a thing, a pair, or two words have to be named."""
    single = sum(not _telling(key) for key in asked)
    return any(map(_telling, named)) or len(named) >= min(2, max(1, single))


def _telling(key: str) -> bool:
    return key[0] == "=" or "_" in key


def _longest(named: Sequence[str]) -> tuple[str, ...]:
    """Each once, and none that stands in a longer one."""
    once = list(dict.fromkeys(named))
    return tuple(n for n in once if not any(n != other and f" {n} " in f" {other} " for other in once))


def _placed(found: Sequence[Found]) -> list[Found]:
    places = {p.id: p.full_name for p in units.several([f.practice.unit_id for f in found]) if p is not None}
    return [replace(f, place=places.get(f.practice.unit_id, "")) for f in found]


def _things(asked: Mapping[str, Term]) -> tuple[str, ...]:
    """The usual names of the things that the question names."""
    usual = listed().usual
    return tuple(usual[key] for key in asked if key in usual)


def _corrected(typed: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The question with each word that occurs nowhere replaced by its likeliest neighbour, one error away: the one that makes a known pair
    with the word beside it, else the most common."""
    spoken = [(m[0], all_words.folded(m[0])) for m in all_words.WORD.finditer(typed)]
    plain = [folded[0] if folded else "" for _, folded in spoken]
    known = _known_words() | set(FinderTerm.objects.filter(term__in=[w for w in plain if w]).values_list("term", flat=True))
    unknown = [n for n, word in enumerate(plain) if word and word not in known and all_words.correctable(word)]
    if not unknown:
        return typed, ()
    choices = _neighbours({plain[n] for n in unknown})
    pairs = _pairs(plain, unknown, choices)
    taken = {n: _likeliest(plain, n, choices[plain[n]], pairs) for n in unknown if choices[plain[n]]}
    read = iter(range(len(spoken)))
    corrected = all_words.WORD.sub(lambda m: taken.get(next(read), m[0]), typed)
    return corrected, tuple((spoken[n][0], word) for n, word in taken.items())


def _neighbours(asked: set[str]) -> dict[str, dict[str, int]]:
    """Word → words of the index one error away, with how many models have them."""
    keys = sorted({variant for word in asked for variant in all_words.variants(word)})
    near = list(FinderTerm.objects.filter(variants__overlap=keys).values_list("term", "practices")[:2000])
    near += [(word, 0) for word in _known_words()]
    return {word: {other: n for other, n in near if all_words.near(word, other)} for word in asked}


def _pairs(plain: Sequence[str], unknown: Sequence[int], choices: Mapping[str, Mapping[str, int]]) -> set[str]:
    """Of the pairs that neighbours would make with the words beside them, those that occur."""
    keys = {f"{a}_{b}" for n in unknown for other in choices[plain[n]] for a, b in _beside(plain, n, other)}
    listed_pairs = {f"{a}_{b}" for ways in listed().starts.values() for way, _ in ways for a, b in pairwise(way)}
    return (keys & listed_pairs) | set(FinderTerm.objects.filter(term__in=sorted(keys)).values_list("term", flat=True))


def _likeliest(plain: Sequence[str], n: int, choices: Mapping[str, int], pairs: set[str]) -> str:
    return max(choices, key=lambda o: (sum(f"{a}_{b}" in pairs for a, b in _beside(plain, n, o)), choices[o], o))


def _beside(plain: Sequence[str], n: int, word: str) -> list[tuple[str, str]]:
    before = [(plain[n - 1], word)] if n else []
    return before + ([(word, plain[n + 1])] if n + 1 < len(plain) else [])


@cache
def _known_words() -> frozenset[str]:
    """Words of the list of synonyms: nobody need have written them."""
    listing = listed()
    said = frozenset(w for ways in listing.starts.values() for way, _ in ways for w in way)
    return said | listing.silent.folded | listing.common.folded
