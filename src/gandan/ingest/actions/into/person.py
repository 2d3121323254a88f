"""An office holder becomes a participant, with the posts as the text gives them. Private persons are not taken in."""

from typing import cast

from gandan.activities import actions as activities
from gandan.activities.models import Activity, Participant
from gandan.core.access import refuse_if
from gandan.core.text import tone_key
from gandan.ingest import policies
from gandan.ingest.actions.into.taking import Outcome, Taking
from gandan.ingest.proposal import Person


def take(taking: Taking) -> Outcome:
    """Somebody who stands at the activity already is not written a second time."""
    person: Person = taking.decided
    activity = cast(Activity, taking.activity)
    refuse_if(policies.holds_office(person.positions))
    for there in Participant.objects.filter(activity=activity, removed_at=None):
        if tone_key(there.name) == tone_key(person.name):
            return Outcome(there, merged=True)
    row = activities.add_participant(activity, name=person.name, positions=person.positions, quote=taking.shown_quote, **taking.who)
    return Outcome(row, (row,))


def take_back(participant: Participant, taking: Taking) -> None:
    """Name, posts and sentence are erased there."""
    activities.remove_participant(participant, **taking.who)
