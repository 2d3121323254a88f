"""Where an accepted record is now: the page of the activity, the document, the figure. Links are made of ids, so no question is asked."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse
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
    "indicators.statement": ("indicators-public:figure", _("Xem số liệu")),
    "movement.practice": ("movement:one", _("Xem mô hình")),
    "awards.conferral": ("awards:entry", _("Xem sổ khen thưởng")),
}


def link(thing_type: str, thing_id: str, activity: UUID | None = None) -> Thing | None:
    """The page of a thing; what is a part of an activity is shown on the activity's page."""
    if thing_type in _PAGES:
        name, words = _PAGES[thing_type]
        return Thing(str(words), reverse(name, args=[thing_id]))
    return Thing(str(_ACTIVITY), reverse("activities:activity", args=[activity])) if activity is not None else None


def things(rows: Iterable[ProposedRecord]) -> dict[UUID, Thing]:
    """For every record that was taken in: where it is."""
    found = {row.pk: link(row.thing_type, row.thing_id, row.activity_id) for row in rows if row.thing_id}
    return {pk: thing for pk, thing in found.items() if thing is not None}
