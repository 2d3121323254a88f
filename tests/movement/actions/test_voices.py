"""People's word by code: who hands codes out, who speaks, and what the record does not say."""

import pytest

from gandan.core import codes, events
from gandan.core.access import Anyone, Refusal, Role
from gandan.movement import actions
from gandan.movement.enums import Helps, State
from gandan.movement.models import Voice, VoiceCode
from gandan.movement.queries.voices import codes_issued, voices
from tests.movement.ground import at
from tests.people import NOW, hold

YES, NO = Helps.YES, Helps.NO


@pytest.fixture
def practice(in_state):
    return in_state()


def test_a_code_of_the_board_and_one_of_the_owner_are_told_apart(practice, supervisor, committee_officer):
    of_board, of_owner = (actions.issue_code(practice, by=who, now=NOW) for who in (supervisor, committee_officer))
    assert [c.by_board for c in VoiceCode.objects.order_by("pk")] == [True, False]
    assert of_board not in str(list(VoiceCode.objects.values())), "only a keyed HMAC is kept"
    assert codes_issued(practice) == (1, 1)
    actions.give_voice(typed=codes.shown(of_board).lower(), helps=YES, by=Anyone(), now=NOW)
    actions.give_voice(typed=of_owner, helps=NO, by=Anyone(), now=NOW)
    told = voices(practice)
    assert [(v.by_board, v.yes, v.partly, v.no, v.all) for v in told] == [(True, 1, 0, 0, 1), (False, 0, 0, 1, 1)]


def test_said_anew_it_stands_for_what_was_said_and_next_year_beside_it(practice, supervisor):
    code = actions.issue_code(practice, by=supervisor, now=NOW)
    for days, helps in ((0, YES), (1, NO), (60, YES)):
        actions.give_voice(typed=code, helps=helps, by=Anyone(), now=at(days))
    assert sorted(Voice.objects.values_list("year", "helps")) == [(2026, "no"), (2027, "yes")]


def test_the_record_ties_no_hour_to_a_voice(practice, supervisor, citizen):
    code = actions.issue_code(practice, by=supervisor, now=NOW)
    actions.give_voice(typed=code, helps=NO, by=citizen, now=NOW)
    event = events.of(practice).get(verb="movement.voice_given")
    assert event.actor == "anyone"
    assert event.facts == {"year": 2026}
    assert Voice.objects.get().pk.version == 4, "its id tells no time"


def test_who_is_refused_and_with_which_words(practice, in_state, people, cast, world, supervisor):
    for who in ("citizen", "outsider", "front_officer", "administrator"):
        with pytest.raises(Refusal):
            actions.issue_code(practice, by=cast[who], now=NOW)
    code = actions.issue_code(practice, by=supervisor, now=NOW)
    for who in ("committee_officer", "leader", "front_officer", "provincial_specialist", "provincial_leader"):
        with pytest.raises(Refusal, match="không nói thay người dân"):
            actions.give_voice(typed=code, helps=YES, by=cast[who], now=NOW)
    hold(people["outsider"], Role.OFFICER, office=world.committee)  # put aside to act in another role
    with pytest.raises(Refusal, match="không nói thay người dân"):
        actions.give_voice(typed=code, helps=YES, by=cast["outsider"], now=NOW)
    for typed in ("khong-phai-ma", codes.new()):
        with pytest.raises(Refusal, match="Mã này không đúng"):
            actions.give_voice(typed=typed, helps=YES, by=Anyone(), now=NOW)
    with pytest.raises(Refusal, match="ba câu trả lời"):
        actions.give_voice(typed=code, helps="maybe", by=Anyone(), now=NOW)
    assert not Voice.objects.exists()


def test_only_what_is_registered_and_owned_has_codes(in_state, committee_officer, supervisor):
    for n, state in enumerate(s for s in State if s != State.REGISTERED):
        practice = in_state(state, n + 2)
        with pytest.raises(Refusal, match="đã đăng ký và đang hoạt động"):
            actions.issue_code(practice, by=committee_officer, now=NOW)
    practice = in_state(n=9)
    code = actions.issue_code(practice, by=supervisor, now=NOW)
    actions.stop(practice, reason="Hẻm đã mở rộng thành đường", by=committee_officer, now=NOW)
    with pytest.raises(Refusal, match="không nhận ý kiến bằng mã nữa"):
        actions.give_voice(typed=code, helps=YES, by=Anyone(), now=NOW)


def test_no_more_codes_than_households(practice, committee_officer, monkeypatch):
    monkeypatch.setattr("gandan.movement.policies.voices.MOST_CODES", 2)
    for _ in range(2):
        actions.issue_code(practice, by=committee_officer, now=NOW)
    with pytest.raises(Refusal, match="đủ 2 mã"):
        actions.issue_code(practice, by=committee_officer, now=NOW)
