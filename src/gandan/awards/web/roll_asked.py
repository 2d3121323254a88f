"""What is asked of the roll by its address, for everyone and at work: kind, year, unit. There is no asking for a name."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from urllib.parse import parse_qsl, urlencode
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _

from gandan.appraisals.enums import Level
from gandan.awards import queries
from gandan.awards.enums import NameSource, Whom
from gandan.awards.models import AwardKind, Conferral
from gandan.awards.web import picks, words
from gandan.core.access import Actor
from gandan.core.text import fold
from gandan.core.text.days import written
from gandan.units import queries as units
from gandan.units.gazetteer import Place

FIRST_YEAR, LAST_YEAR = 1930, 2100


@dataclass(frozen=True)
class Asked:
    """What was asked, understood. `hits` are units that answer to a typed name when it is not one alone."""

    kind: AwardKind | None
    year: int | None
    unit: Place | None
    decider: Place | None
    level: str
    whom: str
    typed: str
    typed_year: str
    hits: list[units.Found]
    kinds: list[tuple[str, str]]
    query: str
    today: date

    def rows(self, actor: Actor) -> QuerySet[Conferral]:
        """The conferrals."""
        return queries.roll(
            actor=actor,
            unit=self.unit.id if self.unit else None,
            decided_in=self.decider.id if self.decider else None,
            level=self.level,
            kind=self.kind,
            year=self.year,
            whom=self.whom,
            on=self.today,
        )

    @property
    def unclear(self) -> bool:
        """A place was typed that is not one unit: nothing is shown under it before it is known which is meant."""
        return bool(self.typed) and self.unit is None

    @property
    def narrowed(self) -> bool:
        """Whether anything is asked."""
        return bool(self.kind or self.year or self.unit or self.whom or self.decider or self.level)

    @property
    def levels(self) -> list[tuple[str, str]]:
        """Who may have decided, to choose from."""
        return [(str(value), str(label)) for value, label in Level.choices]

    def units(self) -> list[tuple[Place, str]]:
        """Units of today to choose from, each with the query that chooses it."""
        seen: dict[UUID, Place] = {}
        for hit in self.hits:
            for place in hit.today or ([hit.place] if hit.place.is_open else []):
                seen.setdefault(place.id, place)
        return [(place, self.at(place.id)) for place in seen.values()]

    def at(self, unit: UUID) -> str:
        """The query that asks the same of a unit where people work."""
        return self._with("don-vi", unit)

    def decided_in(self, unit: UUID) -> str:
        """The query that asks the same of a unit that decided."""
        return self._with("noi-tang", unit)

    def _with(self, name: str, unit: UUID) -> str:
        return "?" + urlencode([*((n, v) for n, v in parse_qsl(self.query) if n != name), (name, str(unit))])


@dataclass(frozen=True)
class Shown:
    """One conferral as it is read. Names are those of its holders; they lead nowhere."""

    c: Conferral
    count: str
    whole: str
    when: str
    where: str
    collectives: list[str]
    persons: list[str]
    unnamed: bool
    proof: str


def read(request: HttpRequest, *, today: date) -> Asked:
    """By its query string; what cannot be understood is not asked."""
    typed = "".join(c for c in request.GET.get("q", "") if c.isprintable()).strip()[:80]
    hits = units.of_today(typed, limit=6) if typed else []
    unit = _unit(request.GET.get("don-vi", "")) or _meant(typed, hits)
    decider, level = _unit(request.GET.get("noi-tang", "")), request.GET.get("cap", "")
    level = level if level in Level else ""
    typed_year = request.GET.get("nam", "").strip()[:12]
    kind = _kind(request.GET.get("loai", ""))
    year = _year(typed_year)
    whom = request.GET.get("cho", "")
    whom = whom if whom in Whom else ""
    pairs = [
        ("loai", str(kind.pk) if kind else ""),
        ("nam", str(year or "")),
        ("don-vi", str(unit.id) if unit else ""),
        ("cho", whom),
        ("cap", level),
        ("noi-tang", str(decider.id) if decider else ""),
    ]
    rows = AwardKind.objects.prefetch_related("names")
    return Asked(
        kind=kind,
        year=year,
        unit=unit,
        decider=decider,
        level=level,
        whom=whom,
        typed=typed,
        typed_year=typed_year,
        hits=hits,
        kinds=[(str(k.pk), picks.name_on(k, today)) for k in rows],
        query=urlencode([(n, v) for n, v in pairs if v]),
        today=today,
    )


def shown(rows: Iterable[Conferral]) -> list[Shown]:
    """As they stand on a page; `shown` of each row was fetched with the list."""
    return [_shown(row) for row in rows]


def _shown(c: Conferral) -> Shown:
    holders, whole = getattr(c, "shown", []), words.counted(c.persons, c.collectives)
    here = words.counted(getattr(c, "people", c.persons), getattr(c, "groups", c.collectives))
    when = written(c.given_on) if c.given_on else str(c.year) if c.year else _("chưa rõ năm")
    if c.source == NameSource.DECISION and c.decision is not None:
        proof = _("Quyết định %(number)s, ngày %(day)s") % {"number": c.decision.number, "day": written(c.decision.decided_on)}
    elif c.source == NameSource.TEXT:
        proof = _("Theo văn bản: %(title)s") % {"title": c.source_title} if c.source_title else _("Đọc từ văn bản")
    else:
        proof = _("Theo sổ cũ: %(title)s") % {"title": c.source_title} if c.source_title else _("Nhập từ sổ cũ")
    return Shown(
        c=c,
        count=here,
        whole=whole if whole != here else "",
        when=when,
        where=c.by if c.source == NameSource.DECISION else place_name(c.unit_id),
        collectives=[_named(h.name, h.workplace) for h in holders if h.whom == Whom.COLLECTIVE],
        persons=[_named(h.name, h.workplace) for h in holders if h.whom == Whom.PERSON],
        unnamed=len(holders) < c.persons + c.collectives,
        proof=proof,
    )


def place_name(unit: UUID | None) -> str:
    """A unit as it is, or was last; empty for none. From the picture in memory, no question each."""
    place = units.one(unit) if unit else None
    return place.full_name if place else ""


def _named(name: str, workplace: str) -> str:
    return f"{name}, {workplace}" if workplace else name


def _kind(text: str) -> AwardKind | None:
    try:
        return AwardKind.objects.prefetch_related("names").filter(pk=UUID(text)).first()
    except ValueError:
        return None


def _meant(typed: str, hits: Iterable[units.Found]) -> Place | None:
    """The one unit that was typed: by its whole name, with its kind or without, or the only one of today that answers."""
    found = {p.id: p for hit in hits for p in (hit.today or ([hit.place] if hit.place.is_open else []))}
    said = fold(typed.partition(",")[0])
    whole = [p for p in found.values() if said in (fold(p.full_name), fold(p.name))]
    return whole[0] if len(whole) == 1 else next(iter(found.values())) if len(found) == 1 else None


def _unit(text: str) -> Place | None:
    try:
        return units.one(UUID(text))
    except ValueError:
        return None


def _year(text: str) -> int | None:
    year = int(text) if text.isascii() and text.isdigit() and len(text) == 4 else 0
    return year if FIRST_YEAR <= year <= LAST_YEAR else None
