"""What may be given, its name through time, its conditions; and the kinds that come with the program."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone

from gandan.awards import adapters, policies
from gandan.awards.actions.held import cleaned, one_line
from gandan.awards.enums import CallState
from gandan.awards.models import AwardKind, AwardName, Call, Eligibility
from gandan.core import events
from gandan.core.access import Actor, refuse_if, require
from gandan.core.events.facts import Fact
from gandan.indicators.enums import Origin

DAY = timedelta(days=1)
ENDED = (CallState.DECIDED, CallState.CANCELLED)


@transaction.atomic
def define_kind(
    *,
    code: str,
    form: str,
    level: str,
    name: str,
    issuer: str,
    by: Actor,
    now: datetime,
    issuer_kind: str = "",
    to_persons: bool = True,
    to_collectives: bool = True,
    once_a_person: bool = False,
    from_day: date | None = None,
    source: str = "",
    checked: bool = False,
) -> AwardKind:
    """A kind that is given here, with its name of today. Without `from_day` nobody knows since when."""
    require(by, "awards.define_kind")
    refuse_if(policies.kind.define(code=code, to_persons=to_persons, to_collectives=to_collectives, once_a_person=once_a_person))
    refuse_if(policies.kind.named(name=name, issuer=issuer, source=source, checked=checked))
    kind = AwardKind(code=code, form=form, level=level, to_persons=to_persons, to_collectives=to_collectives, once_a_person=once_a_person)
    kind.full_clean(exclude=["code"])
    kind.save(force_insert=True)
    AwardName.objects.create(
        kind=kind,
        name=one_line(name),
        issuer=one_line(issuer),
        issuer_kind=issuer_kind,
        source=one_line(source),
        checked=checked,
        during=DateRange(from_day, None, "[)"),
    )
    events.record("awards.kind_defined", kind, by=by, at=now, now=form, facts={"code": code, "level": level, "once": once_a_person})
    return kind


@transaction.atomic
def rename_kind(
    kind: AwardKind,
    *,
    name: str,
    issuer: str,
    from_day: date,
    by: Actor,
    now: datetime,
    issuer_kind: str = "",
    source: str = "",
    checked: bool = False,
) -> AwardName:
    """Another name or issuer from a day on. What was given before keeps the name under which it was given."""
    kind = _held(kind)
    require(by, "awards.define_kind", kind)
    latest = kind.names.order_by("during").last()
    refuse_if(policies.kind.rename(kind, from_day=from_day, latest=latest))
    refuse_if(policies.kind.named(name=name, issuer=issuer, source=source, checked=checked))
    if latest is not None:
        latest.during = DateRange(latest.during.lower, from_day, "[)")
        latest.save(update_fields=["during"])
    made = AwardName.objects.create(
        kind=kind,
        name=one_line(name),
        issuer=one_line(issuer),
        issuer_kind=issuer_kind,
        source=one_line(source),
        checked=checked,
        during=DateRange(from_day, None, "[)"),
    )
    _ours(kind)
    events.record("awards.kind_renamed", kind, by=by, at=now, facts={"name_id": made.pk, "from": from_day, "checked": checked})
    return made


@transaction.atomic
def set_eligibility(
    kind: AwardKind,
    *,
    source: str,
    from_day: date,
    by: Actor,
    now: datetime,
    years: int | None = None,
    years_head: int | None = None,
    deadline_month: int | None = None,
    deadline_day: int | None = None,
    others: str = "",
    papers: str = "",
    checked: bool = False,
) -> Eligibility:
    """Conditions from a day on, each empty where the text sets none. Calls that are open already are judged by the version they began with.

    `others` and `papers`: one condition or paper a line. `checked`: somebody read all of it in the text that `source` names.
    """
    kind = _held(kind)
    require(by, "awards.define_kind", kind)
    latest = kind.eligibilities.order_by("during").last()
    refuse_if(
        policies.kind.eligibility(
            kind,
            years=years,
            years_head=years_head,
            deadline_month=deadline_month,
            deadline_day=deadline_day,
            others=others,
            papers=papers,
            source=source,
            from_day=from_day,
            latest=latest,
        )
    )
    if latest is not None:
        latest.during = DateRange(latest.during.lower, from_day, "[)")
        latest.save(update_fields=["during"])
    made = Eligibility.objects.create(
        kind=kind,
        years=years,
        years_head=years_head,
        deadline_month=deadline_month,
        deadline_day=deadline_day,
        others=cleaned(others),
        papers=cleaned(papers),
        source=one_line(source),
        checked=checked,
        during=DateRange(from_day, None, "[)"),
    )
    _ours(kind)
    facts: dict[str, Fact] = {"eligibility_id": made.pk, "from": from_day, "years": years, "years_head": years_head, "checked": checked}
    events.record("awards.eligibility_set", kind, by=by, at=now, facts=facts)
    return made


@transaction.atomic
def end_kind(kind: AwardKind, *, by: Actor, now: datetime) -> AwardKind:
    """It is given no more; what was given stays."""
    kind = _held(kind)
    require(by, "awards.define_kind", kind)
    refuse_if(policies.kind.end(kind, living=Call.objects.filter(kind=kind).exclude(state__in=ENDED).count()))
    kind.ended_on = timezone.localdate(now)
    kind.origin = Origin.OFFICE
    kind.save(update_fields=["ended_on", "origin"])
    events.record("awards.kind_ended", kind, by=by, at=now, facts={"on": kind.ended_on})
    return kind


@transaction.atomic
def load_kinds(*, by: Actor, now: datetime) -> int:
    """Bring the shipped kinds to what the file says; what somebody here defined or changed stays. Answers how many changed.

    Idempotent: a second load changes nothing and records no event.
    """
    require(by, "awards.load_kinds")
    changed: list[AwardKind] = []
    for order, block in enumerate(adapters.shipped(), start=1):
        row = AwardKind.objects.filter(code=block.code).first()
        if row is not None and (row.origin == Origin.OFFICE or adapters.said_by(row) == block.said):
            continue
        if row is None:
            row = AwardKind(code=block.code, origin=Origin.FILE)
        row.form, row.level, row.order = block.form, block.level, order
        row.to_persons, row.to_collectives, row.once_a_person = block.to_persons, block.to_collectives, block.once_a_person
        row.save()
        _rewrite(row, block)
        changed.append(row)
    if changed:
        events.record("awards.kinds_loaded", changed[0], by=by, at=now, facts={"changed": len(changed)})
    return len(changed)


def _rewrite(row: AwardKind, block: adapters.Shipped) -> None:
    """Names and conditions of a shipped kind, as the file has them. A version by which a call is judged is kept in its row."""
    row.names.all().delete()
    for name in block.names:
        AwardName.objects.create(
            kind=row,
            name=name.name,
            issuer=name.issuer,
            issuer_kind=name.issuer_kind,
            source=name.source,
            checked=name.checked,
            during=DateRange(name.first, name.last + DAY if name.last else None, "[)"),
        )
    there = {e.during.lower: e for e in row.eligibilities.all()}
    for told in block.eligibility:
        kept = there.get(told.first) or Eligibility(kind=row)
        kept.years, kept.years_head = told.years, told.years_head
        kept.deadline_month, kept.deadline_day = told.deadline_month, told.deadline_day
        kept.others, kept.papers, kept.source, kept.checked = "\n".join(told.others), "\n".join(told.papers), told.source, told.checked
        kept.during = DateRange(told.first, told.last + DAY if told.last else None, "[)")
        kept.save()


def _held(kind: AwardKind) -> AwardKind:
    return AwardKind.objects.select_for_update().get(pk=kind.pk)


def _ours(kind: AwardKind) -> None:
    """From now on a new release of the program leaves it as it is."""
    if kind.origin != Origin.OFFICE:
        kind.origin = Origin.OFFICE
        kind.save(update_fields=["origin"])
