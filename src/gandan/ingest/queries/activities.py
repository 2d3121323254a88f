"""READ the activities of a text, and to which of them a record belongs."""

from gandan.activities.models import Activity
from gandan.ingest.enums import TAKEN, RecordKind
from gandan.ingest.models import ProposedRecord, Source


def activities_of(source: Source) -> list[Activity]:
    """What was accepted or merged as an activity of the text, in its order."""
    rows = list(source.records.filter(kind=RecordKind.ACTIVITY, state__in=TAKEN).order_by("position"))
    found = Activity.objects.in_bulk([row.activity_id for row in rows if row.activity_id])
    return list(dict.fromkeys(found[row.activity_id] for row in rows if row.activity_id in found))


def nearest_activity(record: ProposedRecord) -> Activity | None:
    """The activity that a record hangs on unless a person says otherwise: of its own sentence, else the one told last before it.

    An article tells what was done and then its details; so the next activity begins its own details.
    """
    rows = ProposedRecord.objects.filter(source=record.source_id, kind=RecordKind.ACTIVITY, state__in=TAKEN)
    told = [(row.start or 0, row.activity_id) for row in rows if row.activity_id]
    if not told:
        return None
    here = record.start or 0
    before = [pair for pair in told if pair[0] <= here]
    _start, chosen = max(before, key=lambda pair: pair[0]) if before else min(told, key=lambda pair: pair[0])
    return Activity.objects.select_related("unit").filter(pk=chosen).first()
