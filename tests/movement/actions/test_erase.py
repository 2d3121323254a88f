"""Words are taken away, the record still verifies; withdrawn forms keep theirs for a year."""

import pytest
from django.core.files.base import ContentFile

from gandan.core import events
from gandan.core.access import Refusal, SystemActor
from gandan.core.events.verify import verify
from gandan.core.files import actions as files
from gandan.core.files.queries import of as files_of
from gandan.movement import actions
from gandan.movement.enums import ErasedFor, Meeting, State
from gandan.movement.models import Likeness, Practice
from tests.movement.ground import at, note
from tests.people import CAST, NOW, TODAY

pytestmark = pytest.mark.django_db
RETENTION = SystemActor("retention")
WHY = ErasedFor.PERSONAL_DATA


def test_words_of_a_row_go_and_what_was_done_stays(in_state, committee_officer, administrator):
    model = in_state(State.REGISTERED)
    row = note(model, committee_officer)
    files.store(ContentFile(b"%PDF-1.4 mot to giay", name="to giay.txt"), by=committee_officer, now=NOW, owner=row, prose=True)
    actions.erase_words(row, reason=WHY, by=administrator, now=NOW)
    assert not files_of(row).exists()
    row.refresh_from_db()
    assert (row.note, row.is_erased, row.shows) == ("", True, TODAY)
    event = events.of(model).order_by("seq").last()
    assert (event.verb, event.facts["reason"], event.facts["row"]) == ("movement.words_erased", "personal_data", "movement.evidence")
    assert verify().ok
    with pytest.raises(Refusal, match="đã được xoá rồi"):
        actions.erase_words(row, reason=WHY, by=administrator, now=NOW)


def test_only_with_a_reason_by_who_runs_the_system_and_never_of_a_registered_form(in_state, committee_officer, cast, administrator):
    model = in_state(State.REGISTERED)
    row = note(model, committee_officer)
    for who in set(CAST) - {"administrator"}:
        with pytest.raises(Refusal, match="chưa được giao quyền"):
            actions.erase_words(row, reason=WHY, by=cast[who], now=NOW)
    with pytest.raises(Refusal, match="chọn lý do xoá"):
        actions.erase_words(row, reason="x", by=administrator, now=NOW)
    with pytest.raises(Refusal, match="đã đăng ký thì không xoá"):
        actions.erase_words(model, reason=WHY, by=administrator, now=NOW)


def test_what_a_meeting_said_is_erased_under_its_drive(drive, provincial_leader, administrator):
    row = actions.sum_up(drive, meeting=Meeting.YEAR, year=2026, held_on=TODAY, text="Làm tốt.", by=provincial_leader, now=NOW)
    actions.erase_words(row, reason=WHY, by=administrator, now=NOW)
    assert events.of(drive).order_by("seq").last().verb == "movement.words_erased"


def test_a_withdrawn_form_keeps_its_words_for_a_year(in_state):
    gone, kept = in_state(State.WITHDRAWN, 1), in_state(State.DRAFT, 2)
    assert gone.steps.get().reason
    Likeness.objects.create(practice=gone, other=kept, kind="neighbour", score=1, answer="Bà Tư bên ấy làm khác.", found_at=NOW)
    assert actions.forget_withdrawn(by=RETENTION, now=at(365)) == 0
    assert actions.forget_withdrawn(by=RETENTION, now=at(366)) == 1
    assert actions.forget_withdrawn(by=RETENTION, now=at(366)) == 0
    gone.refresh_from_db()
    assert (gone.title, gone.problem, gone.state) == ("", "", State.WITHDRAWN)
    assert (gone.steps.get().reason, gone.likenesses.get().answer) == ("", ""), "nor do words beside the form stay"
    assert not any(rows.exists() for rows in (gone.forces, gone.aims, gone.resources, gone.milestones))
    assert Practice.objects.get(pk=kept.pk).title
    assert verify().ok
