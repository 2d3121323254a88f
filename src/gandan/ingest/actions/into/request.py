"""A request made in the text is noted at the activity, addressed to the unit that its words name. It binds nobody yet."""

from typing import cast

from gandan.activities import actions as activities
from gandan.activities.models import Activity, Request
from gandan.activities.policies.request import BY, TEXT, TO
from gandan.core.access import refuse_if
from gandan.ingest import decided, places, policies
from gandan.ingest.actions.into.taking import Outcome, Taking
from gandan.units.models import Unit


def take(taking: Taking) -> Outcome:
    """Who asked stays named only as an office holder of the text."""
    asked: decided.Request = taking.decided
    refuse_if(policies.of_nobody(told=taking.about_somebody, activity_public=cast(Activity, taking.activity).is_public))
    if asked.addressed is not None:
        addressed = Unit.objects.filter(pk=asked.addressed).first()
    else:
        addressed = places.row(taking.places.named(asked.to, on=taking.day))
    row = activities.note_request(
        cast(Activity, taking.activity),
        text=taking.masked(asked.text)[:TEXT],
        by_text=taking.masked(asked.by)[:BY],
        to_text=taking.masked(asked.to)[:TO],
        addressed=addressed,
        quote=taking.quote,
        **taking.who,
    )
    return Outcome(row, (row,))


def take_back(request: Request, taking: Taking) -> None:
    """Refused by its room once somebody has answered it."""
    activities.remove_request(request, **taking.who)
