"""REST: places through time. A date left out means today; a null `valid_from` means that the beginning is unknown, never "since ever"."""

import datetime as dt
from typing import Annotated
from uuid import UUID

from django.http import Http404, HttpRequest
from django.utils import timezone
from ninja import Path, Query, Router, Schema
from pydantic import Field

from gandan.core.rest.asked import Asked
from gandan.core.rest.auth import open_to_all
from gandan.core.rest.days import Day
from gandan.core.rest.paging import LONGEST_CURSOR, MOST, page
from gandan.core.rest.problems import Problem
from gandan.units.gazetteer import Became, Gazetteer, Level, Place
from gandan.units.queries.picture import picture

router = Router(tags=["units"])
Code = Annotated[str, Path(pattern=r"^[0-9]{2,8}$", description="Code of the national list.")]


class UnitOut(Schema):
    """A unit while it kept its name, code and parent."""

    id: UUID
    code: str | None
    name: str
    kind: str
    level: Level
    province: str | None
    parent: str | None
    valid_from: dt.date | None
    valid_to: dt.date | None
    latitude: float | None
    longitude: float | None
    area_km2: float | None


class UnitPage(Schema):
    """A page of units."""

    items: list[UnitOut]
    next: str | None


class Found(UnitOut):
    """A unit found by a name, and how well it fits: exact, fold (accents aside), prefix, part, typo, code."""

    match: str
    score: int


class Finding(Schema):
    """Units that answer to a name, best first."""

    items: list[Found]


class Part(UnitOut):
    """A unit that holds (a part of) an earlier one. `share` is a decimal as text, null where nobody knows it."""

    share: str | None
    basis: str
    main: bool


class Parts(Schema):
    """What became of a unit; the largest share first."""

    old: UnitOut
    items: list[Part]


class Tree(Asked):
    """Which units."""

    on: Day | None = Field(None, description="As of this day (YYYY-MM-DD).")
    level: Level | None = None
    cursor: str | None = Field(None, max_length=LONGEST_CURSOR, description="`next` of the page before.")
    limit: int = Field(100, ge=1, le=MOST)


class Name(Asked):
    """Which name."""

    q: str = Field(min_length=1, max_length=120, description="Old or new name, with or without accents, or a code.")
    on: Day | None = Field(None, description="Only units of this day.")
    level: Level | None = None
    limit: int = Field(20, ge=1, le=100)


class When(Asked):
    """As of which day."""

    on: Day | None = Field(None, description="As of this day (YYYY-MM-DD); the newest bearer of the code when left out.")


@router.get(
    "", auth=open_to_all, response={200: UnitPage, 401: Problem, 422: Problem}, summary="Every unit on a day", operation_id="list_units"
)
def list_units(request: HttpRequest, asked: Query[Tree]) -> UnitPage:
    """Provinces, districts (until 30/6/2025), communes, wards and special zones, by code."""
    tree = picture()
    rows = sorted(tree.tree(asked.on or timezone.localdate(), asked.level), key=_key)
    found = page(rows, key=_key, cursor=asked.cursor, limit=asked.limit)
    return UnitPage(items=[_out(tree, p, asked.on) for p in found.items], next=found.next)


@router.get(
    "/find", auth=open_to_all, response={200: Finding, 401: Problem, 422: Problem}, summary="Units by name", operation_id="find_units"
)
def find_units(request: HttpRequest, asked: Query[Name]) -> Finding:
    """By old or new name, any accents, abbreviations, a part, one typing error."""
    tree = picture()
    hits = tree.find(asked.q, on=asked.on, level=asked.level, limit=asked.limit)
    return Finding(items=[Found(**_out(tree, h.place, asked.on).dict(), match=h.how, score=h.score) for h in hits])


@router.get(
    "/{code}",
    auth=open_to_all,
    response={200: UnitOut, 401: Problem, 404: Problem, 422: Problem},
    summary="One unit",
    operation_id="get_unit",
)
def get_unit(request: HttpRequest, code: Code, asked: Query[When]) -> UnitOut:
    """The bearer of a code on a day."""
    tree = picture()
    return _out(tree, _one(tree, code, asked.on), asked.on)


@router.get(
    "/{code}/children",
    auth=open_to_all,
    response={200: UnitPage, 401: Problem, 404: Problem, 422: Problem},
    summary="Units directly below",
    operation_id="list_children",
)
def list_children(request: HttpRequest, code: Code, asked: Query[When]) -> UnitPage:
    """At most some two hundred, in one page."""
    tree = picture()
    place = _one(tree, code, asked.on)
    return UnitPage(items=[_out(tree, p, asked.on) for p in tree.children(place, asked.on)], next=None)


@router.get(
    "/{code}/became",
    auth=open_to_all,
    response={200: Parts, 401: Problem, 404: Problem, 422: Problem},
    summary="What became of a unit",
    operation_id="unit_became",
)
def unit_became(request: HttpRequest, code: Code, asked: Query[When]) -> Parts:
    """The units of today that hold the bearer of a code on a day, with shares."""
    tree = picture()
    place = _one(tree, code, asked.on)
    return Parts(old=_out(tree, place, asked.on), items=[_part(tree, b) for b in tree.became(place)])


def _one(tree: Gazetteer, code: str, on: dt.date | None) -> Place:
    place = tree.by_code(code, on)
    if place is None:
        raise Http404
    return place


def _key(place: Place) -> str:
    return f"{list(Level).index(place.level)}{place.code or ''}/{place.key}"


def _out(tree: Gazetteer, place: Place, on: dt.date | None) -> UnitOut:
    chain = tree.ancestors(place, on)
    province = tree.province(place, on)
    return UnitOut(
        id=place.id,
        code=place.code,
        name=place.full_name,
        kind=place.kind,
        level=place.level,
        province=province.full_name if province else None,
        parent=chain[0].code if chain else None,
        valid_from=place.valid_from,
        valid_to=place.valid_to,
        latitude=place.lat,
        longitude=place.lon,
        area_km2=place.km2,
    )


def _part(tree: Gazetteer, part: Became) -> Part:
    share = None if part.share is None else f"{float(part.share):.6f}".rstrip("0").rstrip(".")
    return Part(**_out(tree, part.place, None).dict(), share=share, basis=part.basis, main=part.main)
