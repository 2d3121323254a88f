"""A figure becomes a statement with its sentence at the activity, a value of an indicator where a person says so, or a number of people."""

from decimal import Decimal
from typing import cast

from gandan.activities import actions as activities
from gandan.activities.models import Activity, ActivityFigure, Attendance
from gandan.core.access import refuse_if
from gandan.indicators import actions as indicators
from gandan.indicators.enums import Span
from gandan.indicators.models import Indicator, Statement
from gandan.ingest import decided, places, policies
from gandan.ingest.actions.into.taking import UNDONE, Outcome, Taking
from gandan.ingest.enums import TAKEN, RecordKind
from gandan.ingest.standing import why_internal
from gandan.units import queries as units
from gandan.units.models import Unit

NOUN, TITLE = 200, 300


def take(taking: Taking) -> Outcome:
    """Stated, hung on the activity where there is one, and read as a value where an indicator was chosen."""
    figure: decided.Figure = taking.decided
    if figure.point:
        return _attendance(taking, figure)
    known = _of_an_award(taking, figure)
    if known is not None:
        return merge(taking, known)
    unit = _unit(taking, figure)
    statement = indicators.state_figure(
        value=Decimal(str(figure.value)),
        measure=figure.measure.value,
        bound=figure.bound.value,
        noun=taking.masked(figure.noun)[:NOUN],
        quote=taking.quote,
        unit=unit,
        on=figure.on,
        period_from=figure.period_from,
        period_to=figure.period_to,
        cumulative=figure.cumulative,
        source_title=taking.masked(taking.source.title)[:TITLE],
        source_url=taking.source.url,
        source_day=taking.source.published,
        origin=taking.record,
        is_public=_is_public(taking, unit),
        **taking.who,
    )
    made: list[Statement | ActivityFigure] = [statement]
    if taking.activity is not None:
        made.append(activities.add_figure(taking.activity, statement=statement, **taking.who))
    if figure.indicator is not None:
        indicator = Indicator.objects.filter(pk=figure.indicator).first()
        refuse_if(policies.chosen(indicator))
        _read(taking, figure, statement, cast(Indicator, indicator))
    return Outcome(statement, tuple(made))


def merge(taking: Taking, statement: Statement) -> Outcome:
    """The same figure was stated already: it is only hung on the activity."""
    refuse_if(policies.published_elsewhere(source_public=taking.source.is_public, thing_public=statement.is_public))
    activity = taking.activity
    if activity is None or ActivityFigure.objects.filter(activity=activity, statement=statement, removed_at=None).exists():
        return Outcome(statement, merged=True)
    return Outcome(statement, (activities.add_figure(activity, statement=statement, **taking.who),), merged=True)


def take_back(statement: Statement, taking: Taking) -> None:
    """Retracted, with the values that were read from it."""
    indicators.retract_statement(statement, reason=UNDONE, **taking.who)


def take_back_figure(figure: ActivityFigure, taking: Taking) -> None:
    """Not at the activity any more."""
    activities.remove_figure(figure, **taking.who)


def take_back_attendance(attendance: Attendance, taking: Taking) -> None:
    """The number of people is gone."""
    activities.remove_attendance(attendance, **taking.who)


def _of_an_award(taking: Taking, figure: decided.Figure) -> Statement | None:
    """The statement that an award on the roll made of this very number of this sentence, where nobody chose an indicator for it."""
    if figure.indicator is not None:
        return None
    awards = taking.source.records.filter(kind=RecordKind.AWARD, state__in=TAKEN, quote=taking.record.quote)
    told = [key for key in awards.values_list("thing_id", flat=True) if key]
    rows = Statement.objects.living().filter(origin_type="awards.conferral", origin_id__in=told, value=Decimal(str(figure.value)))
    same = [row for row in rows if row.measure == figure.measure.value and row.noun in figure.noun.lower()]
    return same[0] if same else None


def _read(taking: Taking, figure: decided.Figure, statement: Statement, indicator: Indicator) -> None:
    """As a value of the time a person said; a day is that of the activity where nobody said one."""
    if figure.period_from is not None:
        time: dict[str, object] = {"span": Span.CUMULATIVE if figure.cumulative else Span.PERIOD}
        time |= {"period_from": figure.period_from, "period_to": figure.period_to}
    else:
        time = {"span": Span.POINT, "on": figure.on or taking.day}
    indicators.read_value(statement, indicator=indicator, **time, **taking.who)  # type: ignore[arg-type]


def _attendance(taking: Taking, figure: decided.Figure) -> Outcome:
    """How many took part; a number of points alone is one too."""
    refuse_if(policies.activity_found(taking.activity))
    refuse_if(policies.counts_people(figure))
    counts_points = figure.points is None and figure.noun.lower().startswith(("điểm cầu", "điểm"))
    number = int(figure.value)
    row = activities.add_attendance(
        cast(Activity, taking.activity),
        point=cast(str, figure.point),
        points=number if counts_points else figure.points,
        people=None if counts_points else number,
        bound=figure.bound.value,
        quote=taking.shown_quote,
        **taking.who,
    )
    return Outcome(row, (row,))


def _is_public(taking: Taking, unit: Unit | None) -> bool:
    """As its activity is; alone, where one may publish for the unit. Never of a unit nobody can name, or of a private person's need."""
    activity = taking.activity
    known = {"unit": unit.pk if unit else None, "by": taking.by, "activity_public": activity.is_public if activity else None}
    return why_internal(RecordKind.FIGURE, taking.record.quote, source=taking.source, holders=taking.holders, **known) is None  # type: ignore[arg-type]


def _unit(taking: Taking, figure: decided.Figure) -> Unit | None:
    """The unit it speaks of: as a person says, else the one of the heading, the head or the sentence; none when the text leaves it open."""
    if figure.unit is not None:
        return Unit.objects.filter(pk=figure.unit).first()
    around = units.one(taking.activity.unit_id) if taking.activity is not None else None
    found = taking.places.spoken_of(taking.record.quote, title=taking.source.title, head=taking.head, around=around, on=taking.day)
    return places.row(found)
