"""A sentence that tells something was done becomes an activity with the text as its source; told twice, it gets a second source."""

import re

from gandan.activities import actions as activities
from gandan.activities.models import (
    Activity,
    ActivityDocument,
    ActivityFigure,
    ActivityPlace,
    ActivitySource,
    Attendance,
    Host,
    Participant,
    Photo,
    Request,
)
from gandan.activities.policies.activity import PLACE, TITLE
from gandan.core.access import refuse_if
from gandan.ingest import decided, places, policies
from gandan.ingest.actions.into.taking import UNDONE, Outcome, Taking
from gandan.ingest.enums import TAKEN, RecordKind, RecordState
from gandan.ingest.models import Made, ProposedRecord
from gandan.ingest.standing import Why, why_internal
from gandan.units.models import Unit

LABEL = "activities.activity"
SHORT = 150
_BEFORE = re.compile(r"^[\s\ufeff\u200b*+•–-]*(?:\([^()]{1,30}\)\s*[-–:]\s*)?")
PARTS = (ActivityDocument, ActivityFigure, ActivityPlace, ActivitySource, Attendance, Host, Participant, Photo, Request)


def take(taking: Taking) -> Outcome:
    """Write it down in the unit it names, and say where it is told. What was published is shown to everyone where the actor may publish."""
    one: decided.Activity = taking.decided
    unit = _unit(taking, one)
    activity = activities.record_activity(
        kind=one.kind.value,
        title=_title(taking, one),
        unit=unit,
        starts_on=one.date,
        ends_on=one.ends_on,
        place=taking.masked(one.place)[:PLACE],
        is_public=_why(taking, unit) is None,
        **taking.who,
    )
    return Outcome(activity, (activity, _told_by(taking, activity)))


def _why(taking: Taking, unit: Unit) -> Why | None:
    return why_internal(RecordKind.ACTIVITY, taking.record.quote, source=taking.source, holders=taking.holders, unit=unit.pk, by=taking.by)


def merge(taking: Taking, activity: Activity) -> Outcome:
    """Another text tells of it as well: it gets a further source."""
    before = _sources(activity)
    refuse_if(policies.published_elsewhere(source_public=taking.source.is_public, thing_public=activity.is_public))
    told = _told_by(taking, activity)
    return Outcome(activity, () if told.pk in before else (told,), merged=True)


def take_back(activity: Activity, *, record: ProposedRecord, taking: Taking) -> None:
    """Withdraw it, unless something else hangs on it by now."""
    refuse_if(policies.nothing_hangs(hanging(activity, record)))
    activities.withdraw_activity(activity, reason=UNDONE, **taking.who)


def hanging(activity: Activity, record: ProposedRecord) -> int:
    """How many details of it are not this record's own, and how many other records were merged into it."""
    own = set(Made.objects.filter(record=record).values_list("thing_id", flat=True))
    details = sum(
        1
        for model in PARTS
        for pk in model.objects.filter(activity=activity, removed_at=None).values_list("pk", flat=True)
        if str(pk) not in own
    )
    others = ProposedRecord.objects.filter(activity_id=activity.pk, state__in=TAKEN).exclude(pk=record.pk)
    return details or others.count()


def take_back_source(source: ActivitySource, taking: Taking) -> None:
    """The text does not tell of it any more."""
    activities.remove_source(source, **taking.who)


def _told_by(taking: Taking, activity: Activity) -> ActivitySource:
    source = taking.source
    return activities.add_source(
        activity,
        title=taking.masked(source.title)[:TITLE] or _short(taking.quote),
        publisher=source.publisher,
        url=source.url,
        published_on=source.published,
        source_id=source.pk,
        quote="" if activity.is_public and taking.about_somebody else taking.quote,
        **taking.who,
    )


def _sources(activity: Activity) -> set[object]:
    return set(ActivitySource.objects.filter(activity=activity, removed_at=None).values_list("pk", flat=True))


def _unit(taking: Taking, one: decided.Activity) -> Unit:
    """The unit a person chose, the one the sentence names, the one the text is about, else that of the desk."""
    on = one.date or taking.source.published
    if one.unit is not None:
        found = Unit.objects.filter(pk=one.unit).first()
        refuse_if(policies.placed(found))
    else:
        known = taking.places.named(one.place, on=on) or taking.places.main(taking.source.title, told=one.quote, head=taking.head, on=on)
        found = places.row(known)
    return found or taking.source.unit


def _title(taking: Taking, one: decided.Activity) -> str:
    """As a person says; the heading of the text for its first activity; a further one by its own sentence."""
    if one.title:
        return one.title
    first = taking.record.position == _first_position(taking)
    heading = taking.source.title if first else ""
    return taking.masked(heading)[:TITLE] or _short(taking.quote)


def _first_position(taking: Taking) -> int:
    rows = taking.source.records.filter(kind=RecordKind.ACTIVITY).exclude(state=RecordState.REJECTED)
    return rows.order_by("position").values_list("position", flat=True).first() or 1


def _short(sentence: str) -> str:
    """The beginning of a sentence, cut between words, without list marks and the newspaper's sign before it."""
    sentence = _BEFORE.sub("", sentence).strip()
    if len(sentence) <= SHORT:
        return sentence
    return sentence[:SHORT].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"


def merged_and_carried(record: ProposedRecord) -> int:
    """How many records of the same text hang on the activity that this one was merged into."""
    same = ProposedRecord.objects.filter(source=record.source_id, activity_id=record.activity_id)
    return same.filter(state__in=TAKEN).exclude(pk=record.pk).count()
