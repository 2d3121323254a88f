"""Where an accepted record is now: the page of the activity, the document, the figure. Links are made of ids, so no question is asked."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gandan.ingest.models import ProposedRecord


@dataclass(frozen=True)
class Thing:
    """A link in words."""

    title: str
    url: str


_ACTIVITY = _("Xem hoạt động")
_PAGES: dict[str, tuple[str, str | Promise]] = {
    "activities.activity": ("activities:activity", _ACTIVITY),
    "directives.document": ("directives:document", _("Xem văn bản")),
    "indicators.statement": ("indicators-public:statement", _("Xem số liệu")),
    "commitments.commitment": ("commitments:commitment", _("Xem cam kết")),
}


def link(thing_type: str, thing_id: str, activity: UUID | None = None) -> Thing | None:
    """The page of a thing; what is a part of an activity is shown on the activity's page."""
    if thing_type in _PAGES:
        name, words = _PAGES[thing_type]
        return _linked(str(words), name, thing_id)
    return _linked(str(_ACTIVITY), "activities:activity", str(activity)) if activity is not None else None


def things(rows: Iterable[ProposedRecord]) -> dict[UUID, Thing]:
    """For every record that was taken in: where it is."""
    found = {row.pk: link(row.thing_type, row.thing_id, row.activity_id) for row in rows if row.thing_id}
    return {pk: thing for pk, thing in found.items() if thing is not None}


def _linked(words: str, name: str, pk: str) -> Thing | None:
    try:
        return Thing(words, reverse(name, args=[pk]))
    except NoReverseMatch:
        return None
