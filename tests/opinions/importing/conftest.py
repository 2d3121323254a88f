"""Spreadsheets as officers hand them in."""

import pytest

from gandan.core.access import SystemActor
from gandan.core.legal.actions import load as load_law
from gandan.opinions.actions import importing
from gandan.opinions.adapters.sheets_out import Column, write
from gandan.opinions.policies.importing import COLUMNS
from gandan.units.models import Load
from tests.people import *  # noqa: F403  the fixed cast
from tests.people import NOW

SYSTEM = SystemActor("import")
RETENTION = SystemActor("retention")
GOOD = {"text": "Đèn hẻm 51 không sáng đã hai tuần, tối đi rất khó.", "place": "hẻm 51, đường Lý Tự Trọng"}


def book(*rows: dict[str, str], columns=None) -> bytes:
    """An .xlsx with the usual columns."""
    keys = columns or list(COLUMNS)
    return write([Column(str(COLUMNS.get(key, key))) for key in keys], [[row.get(key, "") for key in keys] for row in rows], title="Y kien")


@pytest.fixture
def ground(world, cast):
    """World and cast, the tree known as filled, the law in force."""
    Load.objects.create(what="cast", digest="cast", at=NOW)
    load_law(by=SystemActor("install"), now=NOW)
    return world


@pytest.fixture
def hand_in(ground, front_officer):
    """Hand a file in as the Front's officer."""

    def make(*rows, raw=None, by=None, now=NOW):
        return importing.read_sheet(raw=raw or book(*rows), unit=ground.commune, office=ground.front, by=by or front_officer, now=now).sheet

    return make


@pytest.fixture
def taken(hand_in, front_officer):
    """Handed in, begun and taken."""

    def make(*rows, now=NOW):
        sheet = hand_in(*rows, now=now)
        importing.begin_sheet(sheet, by=front_officer, now=now)
        importing.take_sheet(sheet, by=SYSTEM, now=now)
        return sheet

    return make
