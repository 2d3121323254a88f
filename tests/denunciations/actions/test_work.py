"""What a handler does: each deed with its event, each refusal with its sentence."""

from dataclasses import replace
from datetime import timedelta

import pytest

from gandan.core import events
from gandan.core.access import Anyone, Refusal, Role, SystemActor
from gandan.core.events.verify import verify
from gandan.denunciations import actions, queries
from gandan.denunciations.actor import Sender
from gandan.denunciations.enums import State
from gandan.denunciations.models import Denunciation
from gandan.denunciations.sealing import Noted
from tests.denunciations.conftest import MARK, TEXT
from tests.people import CAST, NOW, TODAY, hold, make_user

pytestmark = pytest.mark.django_db
TAKEN = {"outcome": State.TAKEN, "number": "12/QĐ-UBND", "day": TODAY}
NO_RIGHT = "Ông/Bà chưa được giao quyền làm việc này. Xin hỏi người quản trị hoặc lãnh đạo đơn vị."
GONE = "Lời trong thư này không còn ở đây nữa nên không làm thêm gì được."
ENDED = "Thư này đã có kết quả xử lý. Xin xem lại trang của thư."


@pytest.fixture
def centre(ground):
    """A handler of the centre."""
    from gandan.accounts.queries import actor_for

    user = make_user("Người Trung Ương", "centre.handler")
    hold(user, Role.DENUNCIATION_HANDLER)
    return actor_for(user, today=TODAY)


def again(letter: Denunciation) -> Denunciation:
    return Denunciation.objects.get(pk=letter.pk)


@pytest.mark.parametrize("who", [who for who in CAST if who != "denunciation_handler"])
@pytest.mark.parametrize(
    "deed",
    [
        lambda letter, **by: actions.open_letter(letter, **by),
        lambda letter, **by: actions.note(letter, text="x", **by),
        lambda letter, **by: actions.handle(letter, **TAKEN, **by),
        lambda letter, **by: actions.raise_level(letter, **by),
        lambda letter, **by: actions.give_back(letter, **by),
        lambda letter, **by: actions.withdraw(letter, **by),
        lambda letter, **by: actions.erase(letter, **by),
        lambda letter, **by: actions.rewrap(**by),
        lambda letter, **by: actions.forget(**by),
    ],
)
def test_nobody_else_does_anything(letter, cast, who, deed):
    with pytest.raises(Refusal) as refused:
        deed(letter, by=cast[who], now=NOW)
    assert refused.value.sentence == NO_RIGHT
    assert events.of(letter).verbs() == ["denunciations.set_aside"]


def test_each_opening_is_recorded(letter, denunciation_handler):
    for _time in range(2):
        actions.open_letter(letter, by=denunciation_handler, now=NOW)
    found = events.of(letter).filter(verb="denunciations.opened")
    assert [e.actor for e in found] == [denunciation_handler.key] * 2
    assert queries.opened_on(letter) == TODAY


def test_a_note_lies_sealed(letter, denunciation_handler):
    row = actions.note(letter, text=f"Đã gọi {MARK}", by=denunciation_handler, now=NOW)
    assert MARK.encode() not in bytes(row.sealed)
    opened = actions.open_letter(letter, by=denunciation_handler, now=NOW)
    assert opened.notes == ((TODAY, Noted(text=f"Đã gọi {MARK}")),)
    assert "denunciations.noted" in events.of(letter).verbs()
    assert verify().problems == []
    with pytest.raises(Refusal) as refused:
        actions.note(letter, text=" ", by=denunciation_handler, now=NOW)
    assert refused.value.sentence == "Xin viết nội dung ghi chú."


@pytest.mark.parametrize("outcome", [State.TAKEN, State.SENT_ON, State.NOT_TAKEN])
def test_the_outcome_stands_the_document_is_sealed(letter, denunciation_handler, outcome):
    actions.handle(letter, **{**TAKEN, "outcome": outcome}, by=denunciation_handler, now=NOW)
    assert (again(letter).state, again(letter).ended_on) == (outcome, TODAY)
    event = events.of(letter).last()
    assert (event.verb, event.was, event.now, event.facts) == ("denunciations.handled", "waiting", outcome, {})
    opened = actions.open_letter(letter, by=denunciation_handler, now=NOW)
    assert opened.notes[0][1].number == "12/QĐ-UBND"


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"outcome": "waiting"}, "Xin chọn một kết quả."),
        ({"number": " "}, "Xin ghi số văn bản hoặc số trong sổ tiếp nhận đơn."),
        ({"day": TODAY - timedelta(days=1)}, "Ngày của văn bản phải từ ngày thư được để riêng đến hôm nay."),
        ({"day": TODAY + timedelta(days=1)}, "Ngày của văn bản phải từ ngày thư được để riêng đến hôm nay."),
    ],
)
def test_an_outcome_is_refused(letter, denunciation_handler, more, sentence):
    with pytest.raises(Refusal) as refused:
        actions.handle(letter, **{**TAKEN, **more}, by=denunciation_handler, now=NOW)
    assert refused.value.sentence == sentence
    assert again(letter).state == State.WAITING


def test_twice_is_refused(letter, denunciation_handler):
    actions.handle(letter, **TAKEN, by=denunciation_handler, now=NOW)
    for deed in (lambda: actions.handle(letter, **TAKEN, by=denunciation_handler, now=NOW), lambda: _withdraw(letter)):
        with pytest.raises(Refusal) as refused:
            deed()
        assert refused.value.sentence == ENDED


def _withdraw(letter):
    return actions.withdraw(letter, by=Sender(letter.pk, writes=True), now=NOW)


def test_raised_it_is_gone_from_the_desk(letter, denunciation_handler, centre):
    actions.raise_level(letter, by=denunciation_handler, now=NOW)
    assert again(letter).handling_unit_id is None
    assert not queries.visible_to(denunciation_handler).exists()
    assert list(queries.visible_to(centre)) == [letter]
    with pytest.raises(Refusal):
        actions.open_letter(letter, by=denunciation_handler, now=NOW)
    assert actions.open_letter(letter, by=centre, now=NOW).letter.text == TEXT
    assert events.of(letter).get(verb="denunciations.raised").unit is None
    with pytest.raises(Refusal) as refused:
        actions.raise_level(letter, by=centre, now=NOW)
    assert refused.value.sentence == "Thư này đã ở cấp cao nhất của hệ thống."


def test_the_sender_raises_it_with_the_pin_only(letter):
    with pytest.raises(Refusal):
        actions.raise_level(letter, by=Sender(letter.pk), now=NOW)
    actions.raise_level(letter, by=Sender(letter.pk, writes=True), now=NOW)
    assert again(letter).handling_unit_id is None


@pytest.mark.parametrize("deed", [actions.withdraw, actions.raise_level])
def test_a_pin_that_an_office_printed_takes_nothing_away(set_aside, deed):
    there = set_aside(more={"pin_by_office": "1"})
    with pytest.raises(Refusal, match="do máy của cơ quan in"):
        deed(there, by=Sender(there.pk, writes=True), now=NOW)
    assert (again(there).state, bool(again(there).key)) == (State.WAITING, True)


@pytest.mark.parametrize("deed", [actions.withdraw, actions.raise_level])
def test_nor_does_anybody_signed_in_as_staff(letter, cast, deed):
    for who in ("committee_officer", "leader", "provincial_leader"):
        with pytest.raises(Refusal, match="tài khoản cán bộ"):
            deed(letter, by=Sender(letter.pk, writes=True, behind=cast[who]), now=NOW)
        narrowed = replace(cast[who], holdings=())
        with pytest.raises(Refusal, match="tài khoản cán bộ"):
            deed(letter, by=Sender(letter.pk, writes=True, behind=narrowed), now=NOW)
    deed(letter, by=Sender(letter.pk, writes=True, behind=cast["citizen"]), now=NOW)
    assert again(letter).state == (State.WITHDRAWN if deed is actions.withdraw else State.WAITING)


def test_what_its_sender_called_a_denunciation_goes_back_only_with_their_yes(letter, denunciation_handler, taken_back):
    asked = actions.give_back(letter, by=denunciation_handler, now=NOW)
    assert (taken_back, asked.state, asked.asked_on) == ([], State.WAITING, TODAY)
    with pytest.raises(Refusal, match="đang được hỏi"):
        actions.give_back(letter, by=denunciation_handler, now=NOW)
    for by in (Anyone(), denunciation_handler, Sender(letter.pk)):
        with pytest.raises(Refusal):
            actions.agree(letter, by=by, now=NOW)
    actions.agree(letter, by=Sender(letter.pk, writes=True), now=NOW)
    assert [got.id for got in taken_back] == [letter.pk]
    assert (again(letter).state, again(letter).asked_on) == (State.GIVEN_BACK, None)
    assert events.of(letter).filter(verb="denunciations.asked").exists()
    assert verify().problems == []
    with pytest.raises(Refusal):
        actions.agree(letter, by=Sender(letter.pk, writes=True), now=NOW)


def test_a_no_keeps_it_here_and_nobody_asks_again(letter, denunciation_handler, taken_back):
    with pytest.raises(Refusal, match="không có câu hỏi"):
        actions.decline(letter, by=Sender(letter.pk, writes=True), now=NOW)
    actions.give_back(letter, by=denunciation_handler, now=NOW)
    actions.decline(letter, by=Sender(letter.pk, writes=True), now=NOW)
    assert (taken_back, again(letter).state, again(letter).asked_on) == ([], State.WAITING, None)
    assert events.of(letter).filter(verb="denunciations.declined").exists()
    with pytest.raises(Refusal, match="không đồng ý"):
        actions.give_back(letter, by=denunciation_handler, now=NOW)
    actions.handle(letter, **TAKEN, by=denunciation_handler, now=NOW)


def test_given_back_nothing_stays_here(set_aside, denunciation_handler, taken_back):
    letter = set_aside(marked=False)
    actions.note(letter, text="Chỉ là phản ánh", by=denunciation_handler, now=NOW)
    actions.give_back(letter, by=denunciation_handler, now=NOW)
    (got,) = taken_back
    assert (got.id, got.letter.text, got.code_digest, got.said_on) == (letter.pk, TEXT, letter.code_digest, TODAY)
    kept = again(letter)
    assert (kept.state, kept.is_erased, kept.key, kept.code_digest, kept.pin_mac) == (State.GIVEN_BACK, True, "", "", "")
    assert queries.of_code_digest(letter.code_digest) is None
    assert verify().problems == []
    assert not queries.visible_to(denunciation_handler).exists()
    with pytest.raises(Refusal) as refused:
        actions.give_back(letter, by=denunciation_handler, now=NOW)
    assert refused.value.sentence == GONE


def test_not_given_back_where_nobody_takes_it(set_aside, denunciation_handler, monkeypatch):
    letter = set_aside(marked=False)
    from gandan.denunciations import passing

    monkeypatch.setattr(passing, "_takers", [])
    from django.db import transaction

    with pytest.raises(RuntimeError), transaction.atomic():
        actions.give_back(letter, by=denunciation_handler, now=NOW)
    assert again(letter).state == State.WAITING
    assert actions.open_letter(letter, by=denunciation_handler, now=NOW).letter.text == TEXT


def test_the_sender_takes_the_words_back(letter, denunciation_handler):
    for by in (Anyone(), Sender(letter.pk), Sender(__import__("uuid").uuid4(), writes=True)):
        with pytest.raises(Refusal):
            actions.withdraw(letter, by=by, now=NOW)
    _withdraw(letter)
    kept = again(letter)
    assert (kept.state, kept.is_erased, kept.key, bytes(kept.sealed)) == (State.WITHDRAWN, True, "", b"")
    assert queries.of_code_digest(letter.code_digest) == letter
    assert verify().problems == []
    assert not queries.visible_to(denunciation_handler).exists()


def test_words_go_a_year_after_the_outcome(letter, set_aside, denunciation_handler):
    other = set_aside()
    actions.note(letter, text="x", by=denunciation_handler, now=NOW)
    actions.handle(letter, **TAKEN, by=denunciation_handler, now=NOW)
    retention = SystemActor("retention")
    assert actions.forget(by=retention, now=NOW + timedelta(days=364)) == 0
    assert actions.forget(by=retention, now=NOW + timedelta(days=365)) == 1
    kept = again(letter)
    assert (kept.is_erased, kept.key, kept.code_digest, kept.state) == (True, "", "", State.TAKEN)
    assert all(row.is_erased for row in kept.notes.all())
    assert not again(other).is_erased, "what nobody handled yet is never forgotten"
    assert verify().problems == []
    with pytest.raises(Refusal) as refused:
        actions.erase(letter, by=retention, now=NOW)
    assert refused.value.sentence == "Lời trong thư này đã được xoá."
    with pytest.raises(Refusal) as refused:
        actions.open_letter(letter, by=denunciation_handler, now=NOW)
    assert refused.value.sentence == GONE


def test_one_who_waits_is_not_erased(letter):
    with pytest.raises(Refusal) as refused:
        actions.erase(letter, by=SystemActor("retention"), now=NOW)
    assert refused.value.sentence == ENDED


def test_a_handler_who_also_works_below_has_no_desk(letter, people, ground):
    """Also when the session was narrowed to the handler's role."""
    from gandan.accounts.queries import actor_for

    user = people["denunciation_handler"]
    seat = user.roles.get()
    hold(user, Role.OFFICER, office=ground.other_front)
    for acting_as in (None, seat.pk):
        actor = actor_for(user, today=TODAY, acting_as=acting_as)
        assert not queries.visible_to(actor).exists()
        with pytest.raises(Refusal):
            actions.open_letter(letter, by=actor, now=NOW)
