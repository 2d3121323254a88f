"""People at a desk in the whole country, signed in: an officer of the Front of phường Ninh Kiều, and an officer of another ward."""

import pytest
from django.test import Client

from gandan.accounts.models import User
from gandan.accounts.queries import actor_for
from gandan.core.access import Role
from gandan.ingest.models import Source
from gandan.units.enums import OfficeKind
from tests.ingest.desk import INSPECTION, TODAY, take, unit
from tests.people import hold, make_office, make_user

READ = "/lam-viec/doc-van-ban/"


@pytest.fixture
def mai(ward, front) -> User:
    """Officer of the Front of the ward."""
    user = make_user("Nguyễn Thị Mai", "mai.desk")
    hold(user, Role.OFFICER, office=front)
    return user


@pytest.fixture
def by_mai(mai):
    return actor_for(mai, today=TODAY)


@pytest.fixture
def desk(mai) -> Client:
    client = Client()
    client.force_login(mai)
    return client


@pytest.fixture
def away(in_country, db) -> Client:
    """Somebody who works in another ward."""
    user = make_user("Ngô Thị Út", "ut.desk")
    hold(user, Role.OFFICER, office=make_office(unit("00004"), OfficeKind.FRONT, "Ủy ban MTTQ Việt Nam phường Ba Đình"))
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def text(ward, front, by_mai) -> Source:
    return take(INSPECTION, ward, by_mai, office=front)
