"""Who is told of what, and that nothing that is not public leaves the house."""

import pytest

from gandan.core.events import Event
from gandan.movement import actions, messages
from gandan.movement.enums import Kind, State, Subject
from gandan.movement.models import PendingPractice
from gandan.notices import texts
from tests.movement.ground import CLOCK, a_drive, at, brought, short
from tests.people import NOW, TODAY

pytestmark = pytest.mark.django_db


def newest(verb: str) -> Event:
    return Event.objects.filter(verb=f"movement.{verb}").order_by("-seq")[0]


@pytest.fixture
def told(people):
    """The names of the cast to whom the newest event of a verb is told."""
    names = {user.pk: name for name, user in people.items()}

    def ask(verb: str) -> set[str]:
        return {names[pk] for pk in texts.of(f"movement.{verb}").to(newest(verb), TODAY)}

    return ask


def said(verb: str) -> str:
    words = texts.of(f"movement.{verb}").words(newest(verb))
    return f"{words.subject} {words.line}"


def test_the_way_of_a_form(in_state, told, front_officer, committee_officer):
    model = in_state(State.SUBMITTED)
    assert told("submitted") == {"front_officer"}
    assert "Hẻm 1" not in said("submitted"), "before registration no title leaves the house"
    actions.send_back(model, reason="Xin ghi rõ nơi thực hiện", by=front_officer, now=NOW)
    assert told("sent_back") == {"committee_officer"}
    assert "nơi thực hiện" not in said("sent_back")
    actions.submit(model, by=committee_officer, now=NOW)
    actions.register(model, by=front_officer, now=NOW)
    assert told("registered") == {"committee_officer"}
    assert "“Hẻm 1 không rác”" in said("registered")
    assert "23/11/2027" in said("registered")
    actions.remind_of_signs(by=CLOCK, now=at(330))
    assert told("sign_due") == {"committee_officer"}
    assert "23/11/2027" in said("sign_due")
    actions.lapse_due(by=CLOCK, now=at(370))
    assert told("lapsed") == {"committee_officer"}
    actions.stop(model, reason="Hẻm đã mở rộng thành đường", by=committee_officer, now=at(371))
    assert told("stopped") == {"front_officer"}


def test_a_hamlet_s_form_goes_to_the_office_for_dan_van_work(drive, field, ground, hamlet_head, front_officer, told):
    written = short(field)
    model = actions.begin(drive=drive, office=ground.front, written=written, hamlet=ground.hamlet, by=hamlet_head, now=NOW)
    actions.submit(model, by=hamlet_head, now=NOW)
    assert told("submitted") == {"front_officer"}
    actions.register(model, by=front_officer, now=NOW)
    assert told("registered") == {"front_officer", "hamlet_head"}


def test_the_name_of_a_person_is_told_to_nobody_before_it_is_recognised(begun, committee_officer, front_officer):
    draft = begun(1, title="Bà Nguyễn Thị Hoa giữ hẻm sạch", kind=Kind.EXEMPLAR, subject=Subject.PERSON)
    brought(draft, State.REGISTERED, owner=committee_officer, registrar=front_officer)
    assert "Hoa" not in said("registered")
    assert said("registered").startswith("Mô hình đã đăng ký Điển hình.")


def test_who_may_choose_an_office_is_told(in_state, ground, told):
    from gandan.units.models import Succession

    model = in_state(State.REGISTERED)
    step = Succession(old=ground.commune, new=ground.other, first_day=TODAY, change="split")
    actions.leave_to_successors([step], TODAY, by=CLOCK, now=NOW)
    assert PendingPractice.objects.filter(practice=model).exists()
    assert told("handover_pending") == {"provincial_leader", "provincial_specialist"}


def test_a_launch_is_told_to_the_offices_for_dan_van_work_below(ground, sheet, provincial_leader, told):
    a_drive(ground.province_board, provincial_leader)
    assert told("launched") == {"front_officer", "outsider", "provincial_leader", "provincial_specialist"}
    assert "Dân vận khéo giai đoạn 2026-2030" in said("launched")


def test_a_page_of_notices_asks_once_for_all(in_state, django_assert_max_num_queries):
    for n in range(1, 4):
        in_state(State.REGISTERED, n)
    events = list(Event.objects.filter(verb="movement.registered"))
    text = texts.of("movement.registered")
    with django_assert_max_num_queries(2):
        assert len(text.many(events)) == 3
    assert {t.verb for t in messages.TEXTS} >= {"movement.submitted", "movement.lapsed"}
