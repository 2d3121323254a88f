"""A unit or an office ends: what lives follows, what was said stays said where it was said."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from gandan.accounts.models import RoleHeld
from gandan.accounts.queries import actor_for
from gandan.core import events
from gandan.core.access import Refusal
from gandan.opinions import actions, queries
from gandan.opinions.enums import LIVING, Deed, Moved, State
from gandan.opinions.models import PendingCase
from gandan.units import actions as units
from gandan.units.enums import OfficeKind
from tests.opinions.conftest import NOW, REASON, TODAY, at, fresh, on_day
from tests.people import hold, make_office, make_unit

DAY = TODAY + timedelta(days=1)
NO = "Đèn thứ ba vẫn chưa sáng, xin xem lại."


@pytest.fixture
def merged(ground, administrator):
    """The two wards become one, whose committee answers."""

    def merge(*, offices=(OfficeKind.PEOPLE_COMMITTEE, OfficeKind.FRONT), now=NOW, first_day=DAY):
        return _merge(ground, administrator, offices, now=now, first_day=first_day)

    return merge


def _merge(ground, administrator, offices, *, now, first_day):
    new = units.merge(
        [ground.commune, ground.other], kind="Phường", name="Ninh Kiều Mới", code="31999", decree="1/NQ", first_day=first_day, by=administrator, now=now
    )
    return new
