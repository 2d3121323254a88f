"""An award that a text counts goes onto the roll with its sentence: how many persons and collectives, on which ground; no names."""

from collections.abc import Sequence
from decimal import Decimal

from django.db.models import Q

from gandan.awards import actions as awards
from gandan.awards.models import AwardKind, Conferral
from gandan.core.access import may
from gandan.core.text import fold
from gandan.indicators.models import Statement
from gandan.ingest import places, proposal
from gandan.ingest.actions.into.taking import UNDONE, Outcome, Taking
from gandan.ingest.enums import TAKEN, RecordKind
from gandan.units import queries as units
from gandan.units.models import Unit

LABEL = "awards.conferral"
NAME, BY, GROUND, TITLE = 300, 200, 300, 300


def take(taking: Taking) -> Outcome:
    """The same award in the same numbers at the same activity is the same: told twice, it counts once."""
    award: proposal.Award = taking.decided
    known = _known(taking, award)
    if known is not None:
        return Outcome(known, merged=True)
    unit, day = _unit(taking), taking.day
    persons, collectives = _figures(taking, award)
    made = awards.tell_conferral(
        name=taking.masked(award.name)[:NAME],
        by_whom=taking.masked(award.by)[:BY],
        ground=taking.masked(award.ground)[:GROUND],
        kind=_kind(award.name),
        persons=award.persons,
        collectives=award.collectives,
        persons_figure=persons,
        collectives_figure=collectives,
        unit=unit,
        kept_by=taking.source.unit,
        given_on=taking.activity.starts_on if taking.activity is not None else None,
        year=day.year if day else None,
        quote=taking.quote,
        source_title=taking.masked(taking.source.title)[:TITLE],
        source_url=taking.source.url,
        source_day=taking.source.published,
        activity=taking.activity,
        is_public=_is_public(taking, unit),
        **taking.who,
    )
    return Outcome(made, (made,))


def merge(taking: Taking, conferral: Conferral) -> Outcome:
    """Another text tells of what is on the roll."""
    return Outcome(conferral, merged=True)


def take_back(conferral: Conferral, taking: Taking) -> None:
    """Off the roll, with the figures that were made of it."""
    awards.take_back_conferral(conferral, reason=UNDONE, **taking.who)


def figures_of(conferral: Conferral) -> list[Statement]:
    """The figures that were made of it: they go with it."""
    return list(Statement.objects.living().filter(origin_type=LABEL, origin_id=str(conferral.pk)))


def counting_by(figures: Sequence[Statement]) -> list[Conferral]:
    """Awards on the roll that count by one of the figures, which was stated before them from the same sentence."""
    return list(Conferral.objects.filter(Q(persons_figure__in=figures) | Q(collectives_figure__in=figures), removed_at=None))


def _known(taking: Taking, award: proposal.Award) -> Conferral | None:
    """On the roll already: at the same activity, or without one of the same text."""
    rows = Conferral.objects.filter(removed_at=None, persons=award.persons, collectives=award.collectives)
    if taking.activity is not None:
        rows = rows.filter(activity=taking.activity)
    else:
        taken = taking.source.records.filter(kind=RecordKind.AWARD, state__in=TAKEN, thing_type=LABEL).values_list("thing_id", flat=True)
        rows = rows.filter(pk__in=[key for key in taken if key])
    wanted = (fold(taking.masked(award.name)), fold(taking.masked(award.ground)))
    return next((row for row in rows if (fold(row.name), fold(row.ground)) == wanted), None)


def _kind(name: str) -> AwardKind | None:
    """The kind that bore such a name at some time; capitals, accents and quotation marks aside."""
    wanted = fold(name)
    rows = AwardKind.objects.filter(~Q(names=None)).prefetch_related("names")
    return next((kind for kind in rows if any(fold(n.name.replace("“", "").replace("”", "")) == wanted for n in kind.names.all())), None)


def _unit(taking: Taking) -> Unit | None:
    """Whose people were given it: of the activity, else the unit its sentence speaks of."""
    if taking.activity is not None:
        return taking.activity.unit
    found = taking.places.spoken_of(taking.record.quote, title=taking.source.title, head=taking.head, around=None, on=taking.day)
    return places.row(found) if found is not None and units.one(found) is not None else None


def _figures(taking: Taking, award: proposal.Award) -> tuple[Statement | None, Statement | None]:
    """The statements that were kept already of these very numbers of this sentence, so that none is counted twice."""
    return _figure(taking, award.persons, "cá nhân"), _figure(taking, award.collectives, "tập thể")


def _figure(taking: Taking, number: int, noun: str) -> Statement | None:
    if not number:
        return None
    kept = taking.source.records.filter(kind=RecordKind.FIGURE, state__in=TAKEN, quote=taking.record.quote)
    ids = [key for key in kept.filter(thing_type="indicators.statement").values_list("thing_id", flat=True) if key]
    rows = Statement.objects.living().filter(pk__in=ids, value=Decimal(number), measure="count")
    return next((row for row in rows if noun in row.noun.lower()), None) or (rows.first() if rows.count() == 1 else None)


def _is_public(taking: Taking, unit: Unit | None) -> bool:
    """Of a published text, about a unit for which the reader may publish; never where it tells of a private person's need."""
    if taking.activity is not None:
        return taking.activity.is_public and taking.source.is_public and taking.about_somebody is None
    return bool(
        taking.source.is_public and taking.about_somebody is None and unit is not None and may(taking.by, "activities.publish", unit.pk)
    )
