"""Sixty models of two provinces, invented: registered, measured, visited, recognised, learnt by others, fallen silent; all by real deeds.

Days are counted back from the day on which the demo is filled; whichever deed comes first is done first.
"""

import tomllib
from datetime import date, datetime, time, timedelta
from importlib.resources import files
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from gandan.accounts.demo import NotADemo
from gandan.accounts.models import RoleHeld, User
from gandan.appraisals import actions as appraisals
from gandan.appraisals import adapters as shipped
from gandan.appraisals.enums import Part
from gandan.appraisals.models import Council
from gandan.commitments.demo import at as somebody
from gandan.core.access import Actor, Role, SystemActor
from gandan.core.events import followers
from gandan.movement import actions
from gandan.movement.demo_council import number
from gandan.movement.demo_paths import BY_NAME
from gandan.movement.demo_tale import Ground, Tale
from gandan.movement.enums import Meeting
from gandan.movement.models import Drive, Practice
from gandan.opinions.demo_play import go_on, play
from gandan.units import queries as units
from gandan.units.enums import OfficeKind
from gandan.units.models import Hamlet, Office, Unit
from gandan.units.queries.picture import steady

BEGAN = date(2025, 7, 2)  # the day after the two-tier government began
TOLD = timedelta(days=14)  # of what happened in this time the demo's people have notices
FIELDS = ("Kinh tế", "Văn hoá - xã hội", "Quốc phòng - an ninh", "Xây dựng hệ thống chính trị")
PROVINCES = {"92": ("hai.thanhuy", "lan.chuyenvien"), "08": ("quyen.lanhdao", "binh.chuyenvien")}  # leader and specialist of its board
GUESTS = {"92": ("tam.lanhdao", "phuc.lanhdao", "caikhe.lanhdao", "binhthuy.lanhdao"),
          "08": ("thang.lanhdao", "hamyen.lanhdao", "minhxuan.lanhdao", "dongvan.lanhdao")}  # fmt: skip


@transaction.atomic
def fill(*, by: Actor, now: datetime) -> None:
    """All of it, once: where there is any model already, nothing is added."""
    if not settings.DEMO:
        raise NotADemo
    if Practice.objects.exists():
        return
    rows = tomllib.loads(files("gandan.movement").joinpath("data/demo.toml").read_text(encoding="utf-8"))["model"]
    wards = {code: _unit(code) for code in sorted({row["ward"] for row in rows})}
    ground = Ground(now, {}, {}, {})
    for code in PROVINCES:
        _province(code, ground)
    for unit in wards.values():
        province = units.ancestors(unit.pk)[0]
        ground.above[unit.pk] = ground.councils[province.id].office
        ground.councils[unit.pk] = _council(unit, _led_from(unit), ground, province=province.code or "")
    tales = [_tale(row, wards[row["ward"]], ground) for row in rows]
    with steady(), followers.pausing("notices"):
        left = play([(tale.at, BY_NAME[tale.row["path"]](tale)) for tale in tales], until=now - TOLD)
        _sum_up(ground)
    with steady():
        go_on(left, until=now)
    actions.lapse_due(by=SystemActor("clock"), now=now)  # what the clock of this morning would have done


def _unit(code: str) -> Unit:
    place = units.by_code(code)
    if place is None:
        raise LookupError(code)
    return Unit.objects.get(pk=place.id)


def _named(unit: Unit) -> str:
    """As it stands inside a sentence: "phường Ninh Kiều"."""
    words = units.one(unit.pk)
    return f"{words.full_name[:1].lower()}{words.full_name[1:]}" if words else ""


def _office(unit: Unit, kind: str) -> Office:
    return Office.objects.get(unit=unit, kind=kind, existed__upper_inf=True)


def _led_from(unit: Unit) -> Office:
    """The office in which the unit's leader sits."""
    led = RoleHeld.objects.filter(unit=unit, role=Role.LEADER).order_by("pk").select_related("office")[0].office
    if led is None:
        raise LookupError(unit)
    return led


def _moment(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(8, 30)))


def _province(code: str, ground: Ground) -> None:
    """Sheet, drive with its windows, and the province's council."""
    unit, at = _unit(code), _moment(BEGAN)
    board, head = _office(unit, OfficeKind.DAN_VAN_BOARD), ground.person(PROVINCES[code][0])
    given = shipped.shipped_for("movement.practice")
    if given is None:
        raise LookupError("movement.practice")
    sheet = appraisals.copy_shipped(given, unit=unit, by=head, now=at)
    appraisals.put_in_force(sheet, from_day=BEGAN, by=head, now=at)
    drive = actions.plan_drive(
        office=board,
        title=f"Phong trào thi đua Dân vận khéo {_named(unit)}, giai đoạn 2025-2030",
        aim="Mỗi khu dân cư, mỗi cơ quan có một cách làm hay, đo được, người dân cùng làm và giữ được lâu.",
        starts_on=BEGAN,
        ends_on=date(2030, 12, 31),
        sheet_code=sheet.code,
        fields=FIELDS,
        by=head,
        now=at,
    )
    actions.launch(drive, by=head, now=at)
    for year in range(BEGAN.year, timezone.localdate(ground.now).year + 1):
        actions.set_window(drive, year=year, opens_on=max(BEGAN, date(year, 1, 1)), closes_on=date(year, 12, 31), by=head, now=at)
    ground.drives[code] = Drive.objects.get(pk=drive.pk)
    ground.councils[unit.pk] = _council(unit, board, ground, province=code)


def _council(unit: Unit, office: Office, ground: Ground, *, province: str) -> Council:
    """Who scores: at the province leaders of several wards, in a ward its own people and two from the board above."""
    at = _moment(BEGAN + timedelta(days=20))
    head = somebody(Role.LEADER, unit.pk, now=ground.now)
    title = f"Hội đồng xét Dân vận khéo {_named(unit)}"
    council = appraisals.form_council(office=office, title=title, formed_by=number(office, ground, at), formed_on=BEGAN, by=head, now=at)
    leads, specialist = PROVINCES[province]
    working = User.objects.filter(roles__unit=unit, roles__role__in=(Role.OFFICER, Role.LEADER)).distinct()
    own = () if office.kind == OfficeKind.DAN_VAN_BOARD else tuple(working.order_by("username"))
    names = (leads, *GUESTS[province]) if office.kind == OfficeKind.DAN_VAN_BOARD else (leads,)
    people = [*User.objects.filter(username__in=names).order_by("username"), *own]
    chair = head.key.removeprefix("user:")
    seated: set[Any] = set()
    for person in people:
        if person.pk not in seated:
            part = Part.CHAIR if str(person.pk) == chair else Part.MEMBER
            appraisals.seat(council, user=person, part=part, by=head, now=at)
            seated.add(person.pk)
    appraisals.seat(council, user=User.objects.get(username=specialist), part=Part.SECRETARY, by=head, now=at)
    return council


def _tale(row: dict[str, Any], unit: Unit, ground: Ground) -> Tale:
    hamlet = Hamlet.objects.get(unit=unit, name=row["hamlet"]) if "hamlet" in row else None
    province = units.ancestors(unit.pk)[0].code or ""
    at = max(ground.now - timedelta(days=row["ago"]), _moment(BEGAN + timedelta(days=30)))
    return Tale({**row, "province": province}, unit, _office(unit, row["office"]), hamlet, ground, at)


def _sum_up(ground: Ground) -> None:
    """The first half year was looked at as a whole."""
    year, held = BEGAN.year, date(BEGAN.year, 12, 20)
    for code, drive in ground.drives.items():
        text = "Kinh tế và văn hoá - xã hội nhiều mô hình; quốc phòng - an ninh và xây dựng hệ thống chính trị còn mỏng."
        head = ground.person(PROVINCES[code][0])
        actions.sum_up(drive, meeting=Meeting.YEAR, year=year, held_on=held, text=text, by=head, now=_moment(held))
