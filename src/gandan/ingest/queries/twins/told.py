"""An activity that another text told already."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, cast

from django.db.models import Prefetch, Q
from django.utils.translation import gettext as _

from gandan.activities import queries as activities
from gandan.activities.models import Activity, ActivitySource
from gandan.core.access import Actor
from gandan.core.text import days
from gandan.ingest import decided
from gandan.ingest.enums import RecordKind
from gandan.ingest.models import ProposedRecord
from gandan.ingest.queries.sources import places_of
from gandan.ingest.queries.twins.candidate import LOOKED_AT, Candidate, likeness
from gandan.units import queries as units

NEAR = timedelta(days=1)


def activities_told(record: ProposedRecord, one: decided.Activity, actor: Actor) -> Iterable[Candidate]:
    """Told by another text: the same kind, the same day or the next, units that overlap, words alike."""
    if one.date is None:
        return
    source = record.source
    rows = record.source.records.filter(kind=RecordKind.UNIT)
    known = places_of(rows)
    here = known.named(one.place, on=one.date) or known.main(source.title, on=one.date)
    around = (
        frozenset({here.id, *(a.id for a in units.ancestors(here, on=one.date)), *units.descendant_ids(here, on=one.date)})
        if here
        else frozenset()
    )
    near = Q(starts_on__range=(one.date - NEAR, one.date + NEAR)) | Q(starts_on__lte=one.date, ends_on__gte=one.date)
    told = ActivitySource.objects.filter(removed_at=None)
    looked_at = (
        activities.visible_to(actor)
        .filter(near, state="recorded")
        .exclude(activitysource_set__source_id=source.pk, activitysource_set__removed_at=None)
        .prefetch_related(Prefetch("activitysource_set", told, to_attr="told"), "activityplace_set")[:LOOKED_AT]
    )
    for activity in looked_at:
        yield _alike(activity, one, source.title, here.id if here else None, around)


def _alike(activity: Activity, one: decided.Activity, title: str, here: Any, around: frozenset[Any]) -> Candidate:
    spots = {activity.unit_id, *(p.unit_id for p in activity.activityplace_set.all() if p.removed_at is None)}
    same_place = here in spots
    overlaps = bool(spots & around)
    told = cast("list[ActivitySource]", getattr(activity, "told", []))
    words = max([likeness(title, activity.title), likeness(one.quote, activity.title), *(likeness(one.quote, t.quote) for t in told)])
    same_day, same_kind = activity.starts_on == one.date, activity.kind == one.kind.value
    score = round(words * 0.5 + (25 if same_place else 12 if overlaps else 0) + (15 if same_kind else 0) + (10 if same_day else 4))
    why = [_("cùng ngày %(day)s") % {"day": days.written(cast(date, activity.starts_on))} if same_day else _("ngày gần nhau")]
    why += [_("cùng đơn vị")] if same_place else [_("đơn vị trùng một phần")] if overlaps else []
    why += [_("cùng loại việc")] if same_kind else []
    why += [_("câu chữ giống nhau %(n)s %%") % {"n": round(words)}] if words >= 50 else []
    return Candidate(activity, activity.title, tuple(why), score if same_place or overlaps or not around else score // 2)
