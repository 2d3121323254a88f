"""Figures that a text gives for an activity; the statement itself lives in the room of indicators."""

from datetime import datetime
from decimal import Decimal

from django.db import transaction

from gandan.activities.actions.part import add, open_for, take_off
from gandan.activities.models import Activity, ActivityFigure
from gandan.activities.policies import activity as policies
from gandan.core.access import Actor, refuse_if
from gandan.indicators import actions as indicators
from gandan.indicators.enums import Bound
from gandan.indicators.models import Statement


@transaction.atomic
def add_figure(activity: Activity, *, statement: Statement, by: Actor, now: datetime) -> ActivityFigure:
    """A statement about this activity. The same one again answers with what is there."""
    activity = open_for(activity, by=by)
    there = ActivityFigure.objects.filter(removed_at=None, activity=activity, statement=statement).first()
    if there is not None:
        return there
    refuse_if(policies.change(activity))
    row = ActivityFigure(activity=activity, statement=statement)
    return add(row, what="figure", by=by, now=now, facts={"statement": statement.pk})


@transaction.atomic
def note_figure(
    activity: Activity, *, value: Decimal, measure: str, noun: str, quote: str, by: Actor, now: datetime, bound: str = Bound.EXACT
) -> ActivityFigure:
    """State a figure with its sentence and put it here, in one go: of the unit and the days of the activity, as public as it is."""
    refuse_if(policies.change(activity))
    lasted = activity.ends_on is not None
    statement = indicators.state_figure(
        value=value,
        measure=measure,
        bound=bound,
        noun=noun,
        quote=quote,
        unit=activity.unit,
        origin=activity,
        is_public=activity.is_public,
        by=by,
        now=now,
        on=None if lasted else activity.starts_on,
        period_from=activity.starts_on if lasted else None,
        period_to=activity.ends_on,
    )
    return add_figure(activity, statement=statement, by=by, now=now)


@transaction.atomic
def remove_figure(figure: ActivityFigure, *, by: Actor, now: datetime) -> ActivityFigure:
    """Take the figure off the activity; the statement stays, whoever finds it wrong retracts it where it stands."""
    return take_off(figure, what="figure", by=by, now=now)


@transaction.atomic
def retract_figure(figure: ActivityFigure, *, reason: str, by: Actor, now: datetime) -> ActivityFigure:
    """It was wrong: off the activity, and taken back as a statement."""
    figure = take_off(figure, what="figure", by=by, now=now)
    indicators.retract_statement(figure.statement, reason=reason, by=by, now=now)
    return figure
