"""READ: what stands in the rooms already and may be what a record tells of, each with why."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, cast

from django.db.models import Model, Prefetch, Q
from django.utils.translation import gettext as _
from rapidfuzz import fuzz

from gandan.activities import queries as activities
from gandan.activities.models import Activity, ActivityFigure, ActivityPlace, ActivitySource, Participant
from gandan.awards import queries as awards
from gandan.awards.models import Conferral
from gandan.core.access import Actor
from gandan.core.text import days, fold
from gandan.directives import queries as directives
from gandan.directives.models import Document
from gandan.indicators.models import Statement
from gandan.ingest import decided, places
from gandan.ingest.enums import RecordKind
from gandan.ingest.models import ProposedRecord
from gandan.ingest.proposal import Award, CitedDocument, GoodModel, Person
from gandan.ingest.queries.activities import nearest_activity
from gandan.ingest.queries.sources import places_of
from gandan.movement import queries as models
from gandan.movement.models import Practice
from gandan.units import queries as units

NEAR = timedelta(days=1)
LOOKED_AT, SHOWN = 200, 5
LIKELY, SURE = 55, 85
"""Points out of 100: from LIKELY on shown to a person, from SURE on never accepted without one."""


@dataclass(frozen=True)
class Candidate:
    """A thing that is there, what it is called, why it may be meant, and how likely (0 to 100)."""

    thing: Model
    title: str
    why: tuple[str, ...]
    score: int

    @property
    def is_sure(self) -> bool:
        """Whether a person should look before the record is taken in as something new."""
        return self.score >= SURE


def candidates(record: ProposedRecord, *, actor: Actor) -> list[Candidate]:
    """What the record may be merged into, the likeliest first."""
    find = _FINDERS.get(RecordKind(record.kind))
    if find is None or record.erased_at is not None:
        return []
    shape = decided.read(record.kind, record.payload, record.corrected)
    found = [c for c in find(record, shape, actor) if c.score >= LIKELY]
    return sorted(found, key=lambda c: -c.score)[:SHOWN]


def sure_twin(record: ProposedRecord, *, actor: Actor) -> str | None:
    """The sentence that keeps an activity from being accepted unseen: another text tells it already."""
    if record.kind != RecordKind.ACTIVITY:
        return None
    twin = next((c for c in candidates(record, actor=actor) if c.is_sure), None)
    if twin is None:
        return None
    return _("Có thể đã ghi ở “%(title)s” (%(why)s). Xin xem rồi gộp hoặc nhận riêng.") % {"title": twin.title, "why": "; ".join(twin.why)}


def seen(thing: Model, *, actor: Actor) -> Model | None:
    """The thing itself, when the actor may see it where it stands."""
    match thing:
        case Activity():
            return activities.visible_to(actor).filter(pk=thing.pk).first()
        case ActivityPlace() | Participant():
            return thing if thing.removed_at is None and activities.visible_to(actor).filter(pk=thing.activity_id).exists() else None
        case Document():
            return directives.visible_to(actor).filter(pk=thing.pk, state="recorded").first()
        case Conferral():
            return awards.seen(actor).filter(pk=thing.pk).first()
        case Practice():
            return models.visible_to(actor).exclude(state="withdrawn").filter(pk=thing.pk).first()
        case Statement():
            from gandan.indicators import queries as indicators

            return cast("Model | None", indicators.visible_to(actor).filter(pk=thing.pk).first())
    return None


def _activities(record: ProposedRecord, one: decided.Activity, actor: Actor) -> Iterable[Candidate]:
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
    words = max([_likeness(title, activity.title), _likeness(one.quote, activity.title), *(_likeness(one.quote, t.quote) for t in told)])
    same_day, same_kind = activity.starts_on == one.date, activity.kind == one.kind.value
    score = round(words * 0.5 + (25 if same_place else 12 if overlaps else 0) + (15 if same_kind else 0) + (10 if same_day else 4))
    why = [_("cùng ngày %(day)s") % {"day": days.written(cast(date, activity.starts_on))} if same_day else _("ngày gần nhau")]
    why += [_("cùng đơn vị")] if same_place else [_("đơn vị trùng một phần")] if overlaps else []
    why += [_("cùng loại việc")] if same_kind else []
    why += [_("câu chữ giống nhau %(n)s %%") % {"n": round(words)}] if words >= 50 else []
    return Candidate(activity, activity.title, tuple(why), score if same_place or overlaps or not around else score // 2)


def _likeness(one: str, other: str) -> float:
    return float(fuzz.token_set_ratio(fold(one), fold(other))) if one and other else 0.0


def _documents(record: ProposedRecord, cited: CitedDocument, actor: Actor) -> Iterable[Candidate]:
    """The same number; the same issuer and year make it sure."""
    for document in directives.find_number(cited.number, actor=actor):
        why = [_("cùng số %(number)s") % {"number": document.number}]
        score = 70
        if cited.issuer and document.issuer:
            alike = _likeness(cited.issuer, document.issuer)
            score += 20 if alike >= 80 else -20
            why += [_("cùng nơi ban hành")] if alike >= 80 else [_("nơi ban hành khác: %(issuer)s") % {"issuer": document.issuer}]
        if cited.date and document.year:
            score += 15 if cited.date.year == document.year else -25
            why += [_("cùng năm")] if cited.date.year == document.year else [_("năm khác: %(year)s") % {"year": document.year}]
        yield Candidate(document, str(document), tuple(why), max(LIKELY, min(100, score)))


def _places(record: ProposedRecord, place: decided.Place, actor: Actor) -> Iterable[Candidate]:
    activity = nearest_activity(record)
    unit = places.resolved(place, on=activity.starts_on if activity else record.source.published)
    if activity is None or unit is None:
        return
    for there in ActivityPlace.objects.filter(activity=activity, unit=unit.id, removed_at=None):
        yield Candidate(there, unit.full_name, (_("đơn vị này đã ghi ở hoạt động"),), 100)


def _people(record: ProposedRecord, person: Person, actor: Actor) -> Iterable[Candidate]:
    activity = nearest_activity(record)
    for there in Participant.objects.filter(activity=activity, removed_at=None) if activity else ():
        if fold(there.name) == fold(person.name):
            yield Candidate(
                there, there.name, (_("đã ghi ở hoạt động, với chức vụ: %(posts)s") % {"posts": "; ".join(there.positions)},), 100
            )


def _figures(record: ProposedRecord, figure: decided.Figure, actor: Actor) -> Iterable[Candidate]:
    """The same number of the same measure that another text gave for the activity."""
    activity = nearest_activity(record)
    if activity is None:
        return
    rows = ActivityFigure.objects.filter(activity=activity, removed_at=None, statement__retraction=None).select_related("statement")
    for row in rows.filter(statement__value=Decimal(str(figure.value)), statement__measure=figure.measure.value):
        there = row.statement
        alike = round(_likeness(figure.noun, there.noun))
        yield Candidate(there, there.noun or there.quote, (_("cùng con số ở cùng hoạt động"),), 60 + alike * 4 // 10)


def _awards(record: ProposedRecord, award: Award, actor: Actor) -> Iterable[Candidate]:
    """On the roll already in the same numbers, by name; a twin of the same year is likelier."""
    year = record.source.published.year if record.source.published else None
    for there in awards.seen(actor).filter(persons=award.persons, collectives=award.collectives)[:LOOKED_AT]:
        alike = round(_likeness(award.name, there.name))
        why = [_("cùng số người và tập thể"), _("tên giống %(n)s %%") % {"n": alike}]
        same_year = year is not None and there.year == year
        why += [_("cùng năm")] if same_year else []
        yield Candidate(there, there.name, tuple(why), alike * 6 // 10 + (25 if same_year else 0))


def _models(record: ProposedRecord, model: GoodModel, actor: Actor) -> Iterable[Candidate]:
    """A model of a like name that the actor sees; at the place that the words name it is likelier."""
    here = places_of(record.source.records.filter(kind=RecordKind.UNIT)).named(model.place, on=record.source.published)
    units_of = {b.place.id for b in units.became(here, on=record.source.published)} | {here.id} if here else set()
    rows = models.visible_to(actor).exclude(state="withdrawn")
    for there in rows.filter(unit__in=units_of) if units_of else rows.filter(title__iexact=model.name)[:LOOKED_AT]:
        alike = round(_likeness(model.name, there.title))
        why = [_("tên giống %(n)s %%") % {"n": alike}, *([_("cùng nơi")] if there.unit_id in units_of else [])]
        yield Candidate(there, there.title, tuple(why), alike * 7 // 10 + (30 if there.unit_id in units_of else 0))


_FINDERS: dict[RecordKind, Any] = {
    RecordKind.ACTIVITY: _activities,
    RecordKind.DOCUMENT: _documents,
    RecordKind.UNIT: _places,
    RecordKind.PERSON: _people,
    RecordKind.FIGURE: _figures,
    RecordKind.AWARD: _awards,
    RecordKind.MODEL: _models,
}
