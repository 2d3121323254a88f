"""What may be done to a drive in which state."""

from datetime import date

import pytest

from gandan.movement.enums import DriveState, Meeting
from gandan.movement.models import Drive
from gandan.movement.policies import drive as policies
from gandan.movement.policies import handover
from tests.people import TODAY

pytestmark = pytest.mark.django_db
P, L, S, C = DriveState.PLANNED, DriveState.LAUNCHED, DriveState.SUMMED_UP, DriveState.CANCELLED


def test_every_deed_in_every_state(drive, ground):
    field = drive.fields.first()
    days = {"opens_on": date(2027, 1, 1), "closes_on": date(2027, 2, 1)}
    meeting = {"meeting": Meeting.YEAR, "year": 2026, "held_on": TODAY, "text": "", "today": TODAY}

    def asked(state: DriveState) -> dict[str, object]:
        one = Drive.objects.get(pk=drive.pk)
        one.state = field.drive.state = state
        field.drive = one
        return {
            "running": policies.running(one),
            "planned": policies.planned(one),
            "launch": policies.launch(one, today=TODAY),
            "window": policies.window(one, year=2027, **days),
            "add_field": policies.add_field(one, name="Nông thôn mới"),
            "rename_field": policies.rename_field(field, name="Phát triển kinh tế", counted=False),
            "end_field": policies.end_field(field),
            "sum_up": policies.sum_up(one, **meeting),
            "cancel": policies.cancel(one),
        }

    table = {
        P: {"running", "planned", "launch", "window", "add_field", "rename_field", "end_field", "cancel"},
        L: {"running", "window", "add_field", "rename_field", "end_field", "sum_up", "cancel"},
        S: set(),
        C: set(),
    }
    assert table.keys() == set(DriveState)
    for state, names in table.items():
        found = asked(state)
        assert {name for name, refusal in found.items() if refusal is None} == names, state
        assert all(refusal.sentence for name, refusal in found.items() if name not in names)
    gone = Drive.objects.get(pk=drive.pk)
    gone.state = S
    assert "đã kết thúc" in handover.take_drive(gone, office=ground.province_board, today=TODAY).sentence


def test_a_stage_that_is_over_is_not_launched_and_needs_its_sheet_in_force(drive):
    drive.state = P
    assert "đã qua" in policies.launch(drive, today=date(2031, 1, 1)).sentence
    drive.sheet_code = "khong-co"
    assert "chưa có hiệu lực" in policies.launch(drive, today=TODAY).sentence
