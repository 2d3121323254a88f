"""The record that `gandan bench record` is measured on: offices in every commune, two people, and as many commitments as asked for.

Set-up, not deeds: rows are made in bulk, in the database of the bench alone, with every constraint and trigger in force, words bound as
they would be, but without events. One ward holds a hundredth of everything, so that its pages are those of a busy place.
"""

import os
import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import UUID

BULK = 5_000
BUSY = 0.01
WORK = ("Lắp đèn chiếu sáng", "Nạo vét mương", "Sửa mặt đường", "Dời điểm tập kết rác", "Đối thoại với bà con", "Rà soát hộ khó khăn")
FATE_WHEN_DUE = (("open", 12), ("reported", 10), ("unopposed", 20), ("confirmed", 48), ("withdrawn", 10))
FATE_BEFORE = (("open", 80), ("reported", 12), ("confirmed", 5), ("withdrawn", 3))
KINDS = (("promise", 50), ("task", 35), ("request", 15))


@dataclass
class Ground:
    """Where is measured, and by whom."""

    today: date
    ward: UUID
    province: UUID
    officer: Any
    leader: Any
    fronts: list[Any] = field(default_factory=list)
    committees: list[Any] = field(default_factory=list)
    boards: dict[UUID, Any] = field(default_factory=dict)


def lay() -> Ground:
    """Offices everywhere, an officer of a ward and a leader of its province."""
    from django.utils import timezone

    from gandan.accounts.models import User
    from gandan.core.access import Role
    from gandan.units import queries as units
    from gandan.units.enums import OfficeKind
    from gandan.units.gazetteer import Level

    today = timezone.localdate()
    provinces, communes = units.tree(today, Level.PROVINCE), units.tree(today, Level.COMMUNE)
    ward = next(p for p in communes if p.full_name == "Phường Ninh Kiều")
    province = next(p for p in units.ancestors(ward.id, on=today) if p.level == Level.PROVINCE)
    fronts = _offices(communes, OfficeKind.FRONT, "Ủy ban MTTQ Việt Nam")
    committees = _offices(communes, OfficeKind.PEOPLE_COMMITTEE, "Ủy ban nhân dân")
    boards = {o.unit_id: o for o in _offices(provinces, OfficeKind.DAN_VAN_BOARD, "Ban Tuyên giáo và Dân vận")}
    busy = next(o for o in fronts if o.unit_id == ward.id)
    fronts.remove(busy)
    officer = User.objects.create(full_name="Cán bộ đo", username="can.bo.do")
    leader = User.objects.create(full_name="Lãnh đạo đo", username="lanh.dao.do")
    _hold(officer, Role.OFFICER, busy)
    _hold(leader, Role.LEADER, boards[province.id])
    _second_factor(leader)
    return Ground(today, ward.id, province.id, officer, leader, [busy, *fronts], committees, boards)


def owe(ground: Ground, count: int, *, seed: int) -> None:
    """So many commitments more, some reported done; then the statistics that PostgreSQL plans by."""
    from django.db import connection

    from gandan.commitments.models import Commitment, DoneReport
    from gandan.units import queries as units
    from gandan.units.gazetteer import Level

    chance = random.Random(seed)  # noqa: S311  the same rows each time
    upper = {o.unit_id: next(p.id for p in units.ancestors(o.unit_id) if p.level == Level.PROVINCE) for o in ground.fronts}
    for start in range(0, count, BULK):
        rows = [_commitment(ground, upper, chance, n) for n in range(start, min(start + BULK, count))]
        Commitment.objects.bulk_create(rows)
        DoneReport.objects.bulk_create([_report(row, ground.today) for row in rows if row.state not in {"open", "withdrawn"}])
    with connection.cursor() as cursor:
        cursor.execute("vacuum analyze")


def _commitment(ground: Ground, upper: dict[UUID, UUID], chance: random.Random, n: int) -> Any:
    from gandan.commitments.models import Commitment

    lead = ground.fronts[0] if chance.random() < BUSY else chance.choice((ground.fronts, ground.committees)[n % 2])
    kind = _one_of(KINDS, chance)
    made = ground.today - timedelta(days=chance.randrange(1, 365))
    due = made + timedelta(days=chance.randrange(15, 120))
    state = _one_of(FATE_WHEN_DUE if due < ground.today else FATE_BEFORE, chance)
    if kind == "task" and state in {"unopposed", "confirmed"}:
        state = "accepted"
    row = Commitment(
        kind=kind,
        state=state,
        title=f"{chance.choice(WORK)} số {n}",
        deliverable="Biên bản và ảnh trước, sau",
        lead=lead,
        unit_id=lead.unit_id,
        made_in_id=lead.unit_id,
        assigned_by=ground.boards[upper[lead.unit_id]] if kind == "task" else None,
        made_on=made,
        due=due,
        first_due=due,
        is_public=kind != "task",
        recorded_at=_moment(made),
        ended_on=min(due, ground.today) if state in {"confirmed", "accepted", "withdrawn"} else None,
    )
    return _bound(row)


def _report(row: Any, today: date) -> Any:
    from gandan.commitments.models import DoneReport

    day = today - timedelta(days=3) if row.state == "reported" else min(row.due, today)
    posted = None if row.kind == "task" else day + timedelta(days=15)
    return _bound(DoneReport(commitment=row, round=1, reported_on=day, posted_until=posted, summary="Đã xong, có biên bản và ảnh."))


def _bound(row: Any) -> Any:
    row.content_salt = os.urandom(32)
    row.content_mac = row.computed_mac()
    return row


def _one_of(table: tuple[tuple[str, int], ...], chance: random.Random) -> str:
    return chance.choices([name for name, _ in table], [weight for _, weight in table])[0]


def _moment(day: date) -> Any:
    from datetime import UTC, datetime, time

    return datetime.combine(day, time(2), UTC)


def _offices(places: list[Any], kind: str, name: str) -> list[Any]:
    from django.db.backends.postgresql.psycopg_any import DateRange

    from gandan.units.models import DanVanOwner, Office, OfficeName

    lasting = DateRange(date(2025, 7, 1), None, "[)")
    made = Office.objects.bulk_create([Office(unit_id=p.id, kind=kind, existed=lasting) for p in places], batch_size=BULK)
    OfficeName.objects.bulk_create(
        [OfficeName(office=o, name=f"{name} {p.name}", during=lasting) for o, p in zip(made, places, strict=True)]
    )
    if kind != "people_committee":
        DanVanOwner.objects.bulk_create([DanVanOwner(unit_id=o.unit_id, office=o, during=lasting) for o in made])
    return list(made)


def _hold(user: Any, role: str, office: Any) -> None:
    from django.db.backends.postgresql.psycopg_any import DateRange

    from gandan.accounts.models import RoleHeld

    valid = DateRange(date(2025, 7, 1), None, "[)")
    given = {"given_at": _moment(date(2025, 7, 1)), "given_by": "system:bench"}
    RoleHeld.objects.create(user=user, role=role, unit_id=office.unit_id, office=office, valid=valid, **given)


def _second_factor(user: Any) -> None:
    from allauth.mfa.models import Authenticator

    from gandan.core import secrets

    Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={"secret": secrets.encrypt("BENCH")})
