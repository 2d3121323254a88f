"""What hangs on the activity of a record already: a place, a person, a number."""

from collections.abc import Iterable
from decimal import Decimal

from django.utils.translation import gettext as _

from gandan.activities.models import ActivityFigure, ActivityPlace, Participant
from gandan.core.access import Actor
from gandan.core.text import fold
from gandan.ingest import decided, places
from gandan.ingest.models import ProposedRecord
from gandan.ingest.proposal import Person
from gandan.ingest.queries.activities import nearest_activity
from gandan.ingest.queries.twins.candidate import Candidate, likeness


def places_there(record: ProposedRecord, place: decided.Place, actor: Actor) -> Iterable[Candidate]:
    """The same unit of today."""
    activity = nearest_activity(record)
    unit = places.resolved(place, on=activity.starts_on if activity else record.source.published)
    if activity is None or unit is None:
        return
    for there in ActivityPlace.objects.filter(activity=activity, unit=unit.id, removed_at=None):
        yield Candidate(there, unit.full_name, (_("đơn vị này đã ghi ở hoạt động"),), 100)


def people_there(record: ProposedRecord, person: Person, actor: Actor) -> Iterable[Candidate]:
    """The same name, with the posts under which it stands there."""
    activity = nearest_activity(record)
    for there in Participant.objects.filter(activity=activity, removed_at=None) if activity else ():
        if fold(there.name) == fold(person.name):
            yield Candidate(
                there, there.name, (_("đã ghi ở hoạt động, với chức vụ: %(posts)s") % {"posts": "; ".join(there.positions)},), 100
            )


def figures_there(record: ProposedRecord, figure: decided.Figure, actor: Actor) -> Iterable[Candidate]:
    """The same number of the same measure that another text gave for the activity."""
    activity = nearest_activity(record)
    if activity is None:
        return
    rows = ActivityFigure.objects.filter(activity=activity, removed_at=None, statement__retraction=None).select_related("statement")
    for row in rows.filter(statement__value=Decimal(str(figure.value)), statement__measure=figure.measure.value):
        there = row.statement
        alike = round(likeness(figure.noun, there.noun))
        yield Candidate(there, there.noun or there.quote, (_("cùng con số ở cùng hoạt động"),), 60 + alike * 4 // 10)
