"""What is on record of a unit, through mergers: what it owes, what people said, what was done, its models, which figures are stated."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gandan.activities.queries import Row, Wanted, done_in, lines
from gandan.activities.queries.activities import circles
from gandan.commitments import queries as commitments
from gandan.commitments.queries import PromiseCounts
from gandan.commitments.web.words import End, ends
from gandan.core.access import Anyone
from gandan.indicators import queries as indicators
from gandan.indicators.models import Statement
from gandan.movement.queries import Apart, gallery
from gandan.movement.queries import numbers as of_models
from gandan.movement.queries.gallery import Card
from gandan.opinions.queries.ward import ward as numbers_of
from gandan.opinions.web.public import Side as NumberSide
from gandan.opinions.web.public import sides as opinion_sides
from gandan.units.gazetteer import Place

DONE, FIGURES, MODELS = 6, 5, 4


class Side(NamedTuple):
    """One number that stands beside others and is never added to them: its words, its shape, and how the list of promises asks for it."""

    label: str | Promise
    shape: str
    asked: str
    n: int


@dataclass(frozen=True)
class Owed:
    """What is owed to people in a unit: promises, and requests that an office took up."""

    place: Place
    promises: tuple[Side, ...]
    requests: tuple[Side, ...]
    ends: tuple[End, ...]  # who confirmed the promises


@dataclass(frozen=True)
class Record:
    """What a unit's page tells beside its history. `more` says that the diary holds more than stands here."""

    owed: Owed
    heard: tuple[NumberSide, ...]
    done: tuple[Row, ...]
    more: bool
    figures: tuple[tuple[Statement, Place | None], ...]
    models: "Models"


@dataclass(frozen=True)
class Models:
    """The newest models of a unit and its numbers; `more`: the gallery holds further ones."""

    counted: Apart
    cards: tuple[Card, ...]
    more: bool


SIDES = (  # who says that it is done stands apart: the people, the office alone, nobody yet
    ("confirmed", _("dân xác nhận"), "kept", "confirmed"),
    ("reported", _("báo đã xong, đang niêm yết"), "done", "reported"),
    ("unopposed", _("báo đã xong, chưa ai phản đối"), "unsure", "unopposed"),
    ("open", _("đang làm"), "soon", "running"),
    ("late", _("quá hạn"), "late", "late"),
    ("withdrawn", _("đã rút"), "past", "withdrawn"),
)


def owed(place: Place, *, today: date) -> Owed:
    """Counts of a unit and of those that went wholly into it; two questions."""
    found = commitments.counts([place.id, *commitments.past_of([place.id])], today=today)
    return Owed(place, _sides(found.promises), _sides(found.requests), tuple(ends(found.promises)))


def _sides(counts: PromiseCounts) -> tuple[Side, ...]:
    """Those that are not nothing, in one order everywhere."""
    found = (Side(label, shape, asked, getattr(counts, name)) for name, label, shape, asked in SIDES)
    return tuple(side for side in found if side.n)


def heard(place: Place, *, today: date) -> tuple[NumberSide, ...]:
    """What people said in a unit and in those that went wholly into it, and what came of it."""
    return tuple(opinion_sides(numbers_of([place.id, *commitments.past_of([place.id])], today=today)))


def record(place: Place, *, today: date) -> Record:
    """The same number of questions for a unit without anything and for one with everything."""
    done = list(done_in(place.id, Anyone())[: DONE + 1])
    return Record(
        owed=owed(place, today=today),
        heard=heard(place, today=today),
        done=tuple(lines(done[:DONE], Wanted(place))),
        more=len(done) > DONE,
        figures=tuple(_figures(place)),
        models=_models(place, today=today),
    )


def _models(place: Place, *, today: date) -> Models:
    """As the gallery shows them: in the unit, in all below it and in all that went into it."""
    wanted = gallery.Wanted(place)
    part = gallery.page(wanted, today=today, size=MODELS)
    return Models(of_models.of(wanted, today=today), tuple(gallery.cards(part.rows)), part.older is not None)


def _figures(place: Place) -> Iterable[tuple[Statement, Place | None]]:
    """Public figures of the unit and of what went into it, newest first, each with the unit as it was then."""
    own, _around = circles(place.id)
    rows = indicators.visible_to(Anyone()).living().filter(unit_id__in=own).order_by("-stated_at", "-id")[:FIGURES]
    return zip(rows, indicators.of_statements(rows), strict=True)
