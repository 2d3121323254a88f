"""A desk in the whole country: an officer of the Front of a ward, its leader, and others; and articles to take in."""

from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import pytest

from gandan.accounts.actor import UserActor
from gandan.core.access import Holding, Role
from gandan.ingest import actions
from gandan.ingest.models import ProposedRecord, Source
from gandan.units.enums import OfficeKind
from gandan.units.models import Office, Unit, UnitCode
from tests.people import make_office

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
TODAY = date(2026, 11, 23)
ARTICLES = Path(__file__).parent / "articles"

INSPECTION = (ARTICLES / "inspection.txt").read_text(encoding="utf-8")
TOLD_AGAIN = (ARTICLES / "told_again.txt").read_text(encoding="utf-8")


def unit(code: str, on: date = TODAY) -> Unit:
    return UnitCode.objects.select_related("unit").get(code=code, during__contains=on, unit__existed__contains=on).unit


def actor(number: int, role: Role, place: Unit, office: Office | None = None) -> UserActor:
    held = Holding(role=role, unit=place.pk, on=TODAY, office=office.pk if office else None)
    return UserActor(UUID(int=number), (held,))


@pytest.fixture
def ward(in_country, db) -> Unit:
    """Phường Ninh Kiều of today."""
    return unit("31135")


@pytest.fixture
def front(ward) -> Office:
    return make_office(ward, OfficeKind.FRONT, "Ủy ban MTTQ Việt Nam phường Ninh Kiều")


@pytest.fixture
def officer(ward, front) -> UserActor:
    return actor(1, Role.OFFICER, ward, front)


@pytest.fixture
def leader(ward) -> UserActor:
    return actor(2, Role.LEADER, ward)


@pytest.fixture
def colleague(ward) -> UserActor:
    """An officer of another office of the same ward."""
    return actor(3, Role.OFFICER, ward, make_office(ward, OfficeKind.WOMEN, "Hội Phụ nữ phường Ninh Kiều"))


@pytest.fixture
def stranger(in_country, db) -> UserActor:
    """An officer of a ward of another province."""
    return actor(4, Role.OFFICER, unit("00004"))


def take(text: str, place: Unit, by: UserActor, **more: object) -> Source:
    return actions.take_in_text(text=text, unit=place, by=by, now=NOW, **({"is_public": True, "publisher": "Báo Cần Thơ"} | more)).source  # type: ignore[arg-type]


@pytest.fixture
def source(ward, officer) -> Source:
    return take(INSPECTION, ward, officer)


def records(source: Source, kind: str) -> list[ProposedRecord]:
    return list(source.records.filter(kind=kind).order_by("position"))


def record(source: Source, kind: str, words: str = "") -> ProposedRecord:
    """The record of a kind whose payload has the words."""
    return next(r for r in records(source, kind) if words in str(r.payload))
