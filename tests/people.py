"""The fixed cast: one person for each place from which the house can be seen. Import what a test needs, or `from tests.people import *`.

All of one commune (phường Ninh Kiều) but for those above it and one outsider. `cast` maps names to actors, so that a table over
all of them is one parametrisation: `@pytest.mark.parametrize("who", CAST)` with `cast[who]`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest
from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from gandan.accounts.actor import UserActor
from gandan.accounts.models import RoleHeld, User
from gandan.accounts.queries import actor_for
from gandan.core.access import Actor, Anyone, Role
from gandan.units.enums import OfficeKind
from gandan.units.models import Hamlet, HamletPlace, Office, OfficeName, Unit, UnitCode, UnitName, UnitParent

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)  # nine o'clock in the morning in Vietnam
LONG_AGO = date(2025, 7, 1)
PASSWORD = "Nuoc-chay-da-mon-2026"

CAST = (
    "citizen",
    "hamlet_head",
    "supervisor",
    "front_officer",
    "committee_officer",
    "leader",
    "denunciation_handler",
    "provincial_specialist",
    "provincial_leader",
    "central_analyst",
    "administrator",
    "outsider",
)


@dataclass(frozen=True)
class World:
    """Two communes of one province, their offices and a hamlet."""

    province: Unit
    commune: Unit
    other: Unit
    front: Office
    committee: Office
    party: Office
    province_board: Office
    other_front: Office
    hamlet: Hamlet


@transaction.atomic  # the rule that a unit has a name looks at the end of the transaction
def make_unit(name: str, *, level: str, kind: str, code: str, parent: Unit | None = None) -> Unit:
    """A unit that stands since 1 July 2025."""
    during = DateRange(LONG_AGO, None, "[)")
    unit = Unit.objects.create(level=level, existed=during)
    UnitName.objects.create(unit=unit, kind=kind, name=name, during=during)
    UnitCode.objects.create(unit=unit, code=code, level=level, during=during)
    if parent is not None:
        UnitParent.objects.create(unit=unit, parent=parent, during=during)
    return unit


def make_office(unit: Unit, kind: str, name: str) -> Office:
    office = Office.objects.create(unit=unit, kind=kind, existed=DateRange(LONG_AGO, None, "[)"))
    OfficeName.objects.create(office=office, name=name, during=DateRange(LONG_AGO, None, "[)"))
    return office


@pytest.fixture
def world(db) -> World:
    province = make_unit("Cần Thơ", level="province", kind="Thành phố", code="92")
    commune = make_unit("Ninh Kiều", level="commune", kind="Phường", code="31120", parent=province)
    other = make_unit("Cái Răng", level="commune", kind="Phường", code="31186", parent=province)
    lasting = DateRange(LONG_AGO, None, "[)")
    hamlet = Hamlet.objects.create(unit=commune, added_in=commune, kind="khu_pho", name="3", key="3", existed=lasting)
    HamletPlace.objects.create(hamlet=hamlet, unit=commune, during=DateRange(LONG_AGO, None, "[)"))
    return World(
        province,
        commune,
        other,
        front=make_office(commune, OfficeKind.FRONT, "Ủy ban MTTQ Việt Nam phường Ninh Kiều"),
        committee=make_office(commune, OfficeKind.PEOPLE_COMMITTEE, "Ủy ban nhân dân phường Ninh Kiều"),
        party=make_office(commune, OfficeKind.PARTY_COMMITTEE, "Đảng ủy phường Ninh Kiều"),
        province_board=make_office(province, OfficeKind.DAN_VAN_BOARD, "Ban Tuyên giáo và Dân vận Thành ủy Cần Thơ"),
        other_front=make_office(other, OfficeKind.FRONT, "Ủy ban MTTQ Việt Nam phường Cái Răng"),
        hamlet=hamlet,
    )


def make_user(name: str, sign_in: str, **more: object) -> User:
    user = User(full_name=name, username=sign_in, email=f"{sign_in}@ninhkieu.example.vn", **more)
    user.set_password(PASSWORD)
    user.save()
    return user


def hold(
    user: User,
    role: str,
    *,
    unit: Unit | None = None,
    office: Office | None = None,
    hamlet: Hamlet | None = None,
    since: date = LONG_AGO,
    until: date | None = None,
) -> RoleHeld:
    """A role that is held already, without the deed that gave it."""
    unit = unit or (office.unit if office else hamlet.unit if hamlet else None)
    return RoleHeld.objects.create(
        user=user,
        role=role,
        unit=unit,
        office=office,
        hamlet=hamlet,
        valid=DateRange(since, until, "[)"),
        given_at=NOW,
        given_by="system:test",
    )


@pytest.fixture
def people(world) -> dict[str, User]:
    """The cast as accounts, each with its role; the citizen has none."""
    roles: dict[str, tuple[str, Role, dict[str, object]]] = {
        "hamlet_head": ("Lê Văn Sáu", Role.HAMLET_HEAD, {"hamlet": world.hamlet}),
        "supervisor": ("Trần Thị Bảy", Role.SUPERVISOR, {"unit": world.commune}),
        "front_officer": ("Nguyễn Thị Mai", Role.OFFICER, {"office": world.front}),
        "committee_officer": ("Phạm Quốc Việt", Role.OFFICER, {"office": world.committee}),
        "leader": ("Võ Minh Tâm", Role.LEADER, {"office": world.party}),
        "denunciation_handler": ("Đặng Thu Hà", Role.DENUNCIATION_HANDLER, {"office": world.province_board}),
        "provincial_specialist": ("Huỳnh Ngọc Lan", Role.SPECIALIST, {"office": world.province_board}),
        "provincial_leader": ("Bùi Thanh Hải", Role.LEADER, {"office": world.province_board}),
        "central_analyst": ("Hoàng Gia Bảo", Role.ANALYST, {}),
        "administrator": ("Đỗ Trung Kiên", Role.ADMINISTRATOR, {}),
        "outsider": ("Ngô Thị Út", Role.OFFICER, {"office": world.other_front}),
    }
    made = {}
    for key, (name, role, place) in roles.items():
        made[key] = make_user(name, key.replace("_", "."))
        hold(made[key], role, **place)
    return made


@pytest.fixture
def cast(people) -> dict[str, Actor]:
    """The cast as actors on TODAY."""
    return {"citizen": Anyone(), **{key: actor_for(user, today=TODAY) for key, user in people.items()}}


def _one(name: str) -> Callable[..., UserActor]:
    @pytest.fixture(name=name)
    def fixture(cast: dict[str, Actor]) -> Actor:
        return cast[name]

    return fixture


citizen, hamlet_head, supervisor, front_officer, committee_officer, leader = (_one(n) for n in CAST[:6])
denunciation_handler, provincial_specialist, provincial_leader = (_one(n) for n in CAST[6:9])
central_analyst, administrator, outsider = (_one(n) for n in CAST[9:])
