"""A meeting looks at a drive as a whole: its counts are frozen, and become figures of the unit."""

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from gandan.core import events
from gandan.core.access import Actor, may, refuse_if, require
from gandan.core.events.facts import Fact
from gandan.core.text.days import written
from gandan.indicators import actions as indicators
from gandan.indicators.enums import Bound, Measure
from gandan.movement import queries
from gandan.movement.actions.held import cleaned, held_drive
from gandan.movement.actions.proof import MEASURING
from gandan.movement.enums import DriveState, Kind, Meeting
from gandan.movement.models import Drive, SummingUp, SummingUpCount
from gandan.movement.policies import drive as policies

# A figure is kept with its sentence, in the language of the record.
SENTENCE = "{meeting} phong trào “{drive}”, tính đến ngày {day}: {n} {what}."
NOUNS = {Kind.MODEL: "mô hình", Kind.EXEMPLAR: "điển hình"}
MEETINGS = {Meeting.YEAR: "Sơ kết năm", Meeting.MIDTERM: "Sơ kết giữa giai đoạn", Meeting.CLOSING: "Tổng kết"}
LEVELS = {"base": "cấp cơ sở", "district": "cấp huyện", "province": "cấp tỉnh", "centre": "cấp trung ương"}


@transaction.atomic
def sum_up(drive: Drive, *, meeting: str, year: int, held_on: date, text: str, by: Actor, now: datetime) -> SummingUp:
    """Freeze what there was on the day of the meeting, by field, kind and subject; the closing one ends the drive.

    Models live on after the end of a drive: only nothing new is begun in it.
    """
    drive = held_drive(drive)
    require(by, "movement.sum_up", drive)
    words = cleaned(text)
    refuse_if(policies.sum_up(drive, meeting=meeting, year=year, held_on=held_on, text=words, today=timezone.localdate(now)))
    row = SummingUp.objects.create(drive=drive, meeting=meeting, year=year, held_on=held_on, text=words)
    found = queries.grouped(drive.practices.all(), "field", "kind", "subject", on=held_on)
    made = SummingUpCount.objects.bulk_create(_rows(row, found))
    figures = sum(_state(row, noun, n, by=by, now=now) for noun, n in _figures(made))
    was = drive.state
    if meeting == Meeting.CLOSING:
        drive.state, drive.ended_on, drive.changed_at = DriveState.SUMMED_UP, held_on, now
        drive.save()
    facts: dict[str, Fact] = {"summing_up_id": row.pk, "meeting": meeting, "year": year, "held_on": held_on, "figures": figures}
    unit = drive.unit_id
    events.record("movement.summed_up", drive, by=by, at=now, unit=unit, was=was, now=drive.state, facts=facts, binds=[row])
    return row


def _rows(row: SummingUp, found: dict[tuple[object, ...], queries.Counts]) -> Iterator[SummingUpCount]:
    for (field, kind, subject), n in found.items():
        of = {"summing_up": row, "field_id": field, "kind": kind, "subject": subject}
        yield SummingUpCount(**of, registered=n.registered, effective=n.effective, lapsed=n.lapsed)
        for level, recognised in n.recognised.items():
            yield SummingUpCount(**of, level=level, recognised=recognised)


def _figures(rows: list[SummingUpCount]) -> Iterator[tuple[str, int]]:
    """What the meeting says in numbers, kinds apart, each by its noun; of what there was none nothing is stated."""
    for kind, noun in NOUNS.items():
        mine = [r for r in rows if r.kind == kind]
        yield f"{noun} đã đăng ký", sum(r.registered for r in mine)
        yield f"{noun} hiệu quả", sum(r.effective for r in mine)
        yield f"{noun} không còn tin hoạt động", sum(r.lapsed for r in mine)
        for level, called in LEVELS.items():
            yield f"{noun} được công nhận {called}", sum(r.recognised for r in mine if r.level == level)


def _state(row: SummingUp, noun: str, n: int, *, by: Actor, now: datetime) -> int:
    if not n:
        return 0
    day = written(row.held_on)
    indicators.state_figure(
        value=Decimal(n),
        measure=Measure.COUNT,
        bound=Bound.EXACT,
        noun=noun,
        quote=SENTENCE.format(meeting=MEETINGS[Meeting(row.meeting)], drive=row.drive.title, day=day, n=n, what=noun),
        unit=row.drive.unit,
        on=row.held_on,
        source_title=row.drive.title,
        origin=row,
        is_public=True,
        kept_by=row.drive.unit,
        by=by if may(by, "indicators.state") else MEASURING,
        now=now,
    )
    return 1
