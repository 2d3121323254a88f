"""Rows of lists of models: read for a whole page in a constant number of questions."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext as _

from gandan.core.text.days import written
from gandan.movement.enums import Result
from gandan.movement.models import Practice, Recognition, Review
from gandan.movement.web.staff import words
from gandan.units import queries as units
from gandan.units.models import OfficeName


@dataclass(frozen=True)
class Row:
    """One model for a list: its state, whose it is, what a review found and who recognised it."""

    thing: Practice
    shape: words.Shape
    title: str
    place: str
    field: str
    review: words.Shape | None
    recognised: tuple[str, ...]


def named(things: QuerySet[Practice]) -> QuerySet[Practice]:
    """With what rows need."""
    held = Recognition.objects.filter(revoked_by=None).order_by("recognised_on")
    return things.select_related("field", "office", "hamlet").prefetch_related(
        Prefetch("office__names", OfficeName.objects.order_by("during")),
        Prefetch("recognitions", held, to_attr="held"),
        Prefetch("reviews", Review.objects.order_by("year", "given_at", "pk")),
    )


def rows(things: Iterable[Practice], *, today: date) -> list[Row]:
    """The rows of models that were read by `named`, in their order."""
    found = list(things)
    places = {p.id: p for p in units.several({t.unit_id for t in found}) if p is not None}
    return [
        Row(
            thing=thing,
            shape=words.shape(thing, today=today),
            title=titled(thing),
            place=placed(thing, places[thing.unit_id].full_name if thing.unit_id in places else "", today),
            field=thing.field.name,
            review=reviewed(thing),
            recognised=tuple(str(r.get_level_display()) for r in _held(thing)),
        )
        for thing in found
    ]


def row(thing: Practice, *, today: date) -> Row:
    """One."""
    return rows([thing], today=today)[0]


def titled(thing: Practice) -> str:
    """Its name; a draft may have none yet."""
    return thing.title or _("Phiếu chưa có tên")


def placed(thing: Practice, unit: str, today: date) -> str:
    """Whose it is: the office, and the unit where the office's name does not say it."""
    office = thing.office.called(today) if thing.office else ""
    if not office:
        return unit
    return office if unit and office.casefold().endswith(unit.casefold()) else f"{office} · {unit}"


def reviewed(thing: Practice) -> words.Shape | None:
    """What the newest review found, with its year."""
    newest = max(thing.reviews.all(), key=lambda r: (r.year, r.given_at, r.pk), default=None)
    if newest is None:
        return None
    found = Result(newest.result)
    return words.Shape(words.RESULTS[found], f"{newest.year}: {found.label}")


def _held(thing: Practice) -> list[Recognition]:
    kept = getattr(thing, "held", None)
    return list(kept) if kept is not None else [r for r in thing.recognitions.all() if r.revoked_on is None]


def day_of(thing: Practice) -> str:
    """When it was registered, in words."""
    return _("đăng ký %(day)s") % {"day": written(thing.registered_on)} if thing.registered_on else ""
