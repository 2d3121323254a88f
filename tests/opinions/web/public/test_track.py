"""Following an opinion: the code opens, the PIN writes, rest closes; what happened, what is owed and why, every deed of a sender."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from gandan.accounts.queries import actor_for
from gandan.commitments import actions as promises
from gandan.core.files.models import StoredFile
from gandan.opinions import actions, queries
from gandan.opinions.enums import LetterKind, State
from gandan.opinions.models import Case, Letter, Opinion, Verdict
from gandan.opinions.web import public_doing, public_session, track
from tests.opinions.conftest import png
from tests.opinions.web.public.conftest import LAMP
from tests.opinions.web.public.test_say import PDF

TRACK, CASE = "/y-kien/tra-cuu/", "/y-kien/tra-cuu/viec/"


@pytest.fixture
def opened(phone, said):
    """A browser that has typed the code; with the PIN in hand."""

    def make(**more) -> tuple[Opinion, str]:
        opinion, code, pin = said(**more)
        phone.post("/y-kien/bien-nhan/da-ghi/")
        phone.post("/y-kien/tra-cuu/dong/")
        assert phone.post(TRACK, {"code": code.lower().replace("-", " ")})["Location"] == CASE
        return opinion, pin

    return make


def deed(browser, slug: str, /, **typed):
    return browser.post(f"{TRACK}{slug}/", typed)


def test_the_page_tells_own_words_who_answers_by_when_and_why(phone, opened):
    opinion, _pin = opened()
    html = phone.get(CASE).content.decode()
    assert LAMP in html
    assert "Ủy ban nhân dân phường Ninh Kiều, chậm nhất" in html
    assert f'datetime="{opinion.case.due:%Y-%m-%d}"' in html
    assert "Trả lời trong 10 ngày làm việc" in html
    assert "Các hạn từng đặt" in html


@pytest.mark.parametrize("wrong", ["", "0000-0000-0000", "ABCD", "không phải mã", "X" * 60])
def test_a_wrong_code_opens_nothing_and_says_what_to_look_at(phone, said, wrong):
    said()
    answer = phone.post(TRACK, {"code": wrong})
    assert answer.status_code == 422
    assert phone.get(CASE).status_code == 302


def test_tries_are_limited_by_client(phone, said, monkeypatch):
    _opinion, code, _pin = said()
    monkeypatch.setattr(track, "TRIES", 2)
    for _ in range(2):
        phone.post(TRACK, {"code": "0000-0000-0000"})
    assert "đã thử nhiều mã" in phone.post(TRACK, {"code": code}).content.decode()


def test_a_button_closes_the_page(phone, opened):
    opened()
    assert phone.get(CASE).status_code == 200
    phone.post("/y-kien/tra-cuu/dong/")
    assert phone.get(CASE).status_code == 302


def test_half_an_hour_of_rest_closes_it_too(phone, opened):
    opened()
    session = phone.session
    held = session[public_session.HOLDS]
    session[public_session.HOLDS] = {**held, "at": (timezone.now() - public_session.IDLE - timedelta(seconds=1)).isoformat()}
    session.save()
    assert phone.get(CASE).status_code == 302


def test_the_session_keeps_neither_code_nor_pin(phone, opened):
    _opinion, pin = opened()
    deed(phone, "viet", text="Bóng thứ hai cũng tắt.", pin=pin)
    kept = str(dict(phone.session))
    assert pin not in kept
    assert set(phone.session[public_session.HOLDS]) == {"opinion", "at", "writes"}


def test_the_code_of_a_promise_leads_to_the_promise(phone, ground, people):
    by, now = actor_for(people["committee_officer"], today=timezone.localdate()), timezone.now()
    due = timezone.localdate(now) + timedelta(days=20)
    thing = promises.promise(title="Thay đèn", deliverable="Hai bóng sáng", lead=ground.committee, due=due, by=by, now=now)
    code = promises.issue_code(thing, kind="holder", by=by, now=now)
    assert phone.post(TRACK, {"code": code})["Location"] == "/loi-hua/xac-nhan/tra-loi/"


def test_writing_asks_for_the_pin_once(phone, opened):
    opinion, pin = opened()
    assert "Mã PIN trên biên nhận" in phone.get(f"{TRACK}viet/").content.decode()
    wrong = deed(phone, "viet", text="Bóng thứ hai cũng tắt.", pin="000001")
    assert wrong.status_code == 422
    assert "Mã PIN này không đúng" in wrong.content.decode()
    assert "Bóng thứ hai cũng tắt." in wrong.content.decode()
    assert deed(phone, "viet", text="Bóng thứ hai cũng tắt.", pin=pin)["Location"] == CASE
    assert "Mã PIN trên biên nhận" not in phone.get(f"{TRACK}viet/").content.decode()
    assert deed(phone, "viet", text="Và bóng thứ ba.").status_code == 302
    assert Letter.objects.filter(opinion=opinion, kind=LetterKind.WORD).count() == 2
    assert "Và bóng thứ ba." in phone.get(CASE).content.decode()


def test_pins_are_tried_only_so_often_from_wherever(phone, opened, monkeypatch):
    _opinion, pin = opened()
    monkeypatch.setattr(public_doing, "PINS", 2)
    for _ in range(2):
        deed(phone, "viet", text="Bóng thứ hai cũng tắt.", pin="000001")
    answer = deed(phone, "viet", text="Bóng thứ hai cũng tắt.", pin=pin)
    assert "Mã PIN đã sai nhiều lần" in answer.content.decode()
    assert "Bóng thứ hai cũng tắt." in answer.content.decode()
    assert not Letter.objects.exists()


def test_files_open_for_who_holds_the_code_and_for_nobody_else(phone, opened):
    _opinion, pin = opened()
    deed(phone, "viet", text="Gửi đơn.", pin=pin, uploads=SimpleUploadedFile("don.pdf", PDF))
    file = StoredFile.objects.get()
    assert phone.get(f"{TRACK}tep/{file.pk}/").status_code == 200
    assert Client().get(f"{TRACK}tep/{file.pk}/").status_code == 404
    assert Client().get(f"/tep/{file.pk}/").status_code == 404


def test_a_question_of_the_office_is_answered(phone, opened, officer):
    opinion, pin = opened()
    actions.ask_back(opinion.case, text="Xin cho biết số trụ đèn gần nhất.", by=officer(), now=timezone.now())
    html = phone.get(CASE).content.decode()
    assert "Xin cho biết số trụ đèn gần nhất." in html
    assert "lùi đúng số ngày chờ" in html
    assert "Xin cho biết số trụ đèn gần nhất." in phone.get(f"{TRACK}bo-sung/").content.decode()
    assert deed(phone, "bo-sung", text="Trụ số 14.", pin=pin).status_code == 302
    opinion.case.refresh_from_db()
    assert opinion.case.state == State.RECEIVED


def test_yes_confirms_with_a_rating(phone, opened, answered):
    opinion, pin = opened()
    answered(opinion.case)
    html = phone.get(CASE).content.decode()
    assert "Việc này đã xong chưa?" in html
    assert "Đã thay hai bóng đèn đầu hẻm 12." in html
    assert deed(phone, "da-xong", rating="5", pin=pin).status_code == 302
    assert (Case.objects.get().state, Verdict.objects.get().rating) == (State.CONFIRMED, 5)
    assert "Ông/Bà xác nhận đã xong" in phone.get(CASE).content.decode()


def test_a_page_that_is_only_read_writes_nothing_and_asks_little(phone, opened):
    opened()
    phone.get(CASE)
    with CaptureQueriesContext(connection) as seen:
        assert phone.get(CASE).status_code == 200
    assert [q["sql"] for q in seen if not q["sql"].lstrip().upper().startswith("SELECT")] == []
    assert len(seen) <= 25


def test_no_opens_it_again_once_and_the_second_no_goes_above(phone, opened, answered, officer):
    opinion, pin = opened()
    answered(opinion.case)
    assert deed(phone, "chua-xong", text="Bóng bên trái vẫn tắt.", pin=pin).status_code == 302
    case = Case.objects.get()
    assert (case.state, case.round) == (State.ACCEPTED, 2)
    html = phone.get(CASE).content.decode()
    assert "Bóng bên trái vẫn tắt." in html
    assert "(hạn cũ)" in html
    now = timezone.now() + timedelta(minutes=5)
    actions.report_done(case, summary="Đã thay nốt bóng bên trái.", by=officer(timezone.localdate(now)), now=now)
    assert "đưa thẳng lên cấp trên" in phone.get(CASE).content.decode()
    assert deed(phone, "chua-xong", text="Bóng bên trái vẫn chập chờn.").status_code == 302
    case.refresh_from_db()
    assert case.escalated_on is not None
    assert case.state != State.CONFIRMED
    html = phone.get(CASE).content.decode()
    assert "Việc đã ở cấp trên" in html
    assert html.count("Ông/Bà nói chưa xong; việc được mở lại") == 1, "the second no reopens nothing, and is not told as if it did"
    assert "Ông/Bà nói vẫn chưa xong; cấp trên đọc việc này" in html


def test_while_the_office_waits_for_an_answer_no_passed_day_is_told_as_the_next(phone, opened, officer):
    opinion, _pin = opened()
    case, now = opinion.case, timezone.now()
    assert "hạn lùi đúng thời gian chờ" not in phone.get(CASE).content.decode()
    actions.ask_back(case, text="Xin cho biết đèn ở đầu hay cuối hẻm.", by=officer(), now=now)
    html = phone.get(CASE).content.decode()
    assert "hạn lùi đúng thời gian chờ" in html
    assert html.count("Xin cho biết đèn ở đầu hay cuối hẻm.") == 2, "where it is to be answered, and among what happened"


def test_a_late_one_goes_above_and_one_in_time_is_not_offered_that(phone, opened):
    opinion, pin = opened()
    assert "Đưa lên cấp trên" not in phone.get(CASE).content.decode()
    assert "chưa quá hạn" in deed(phone, "len-cap-tren", reason="Đã lâu không ai tới.", pin=pin).content.decode()
    Case.objects.filter(pk=opinion.case_id).update(due=timezone.localdate() - timedelta(days=1))
    html = phone.get(CASE).content.decode()
    assert "Ông/Bà có quyền đưa việc này lên cấp trên." in html
    assert deed(phone, "len-cap-tren", reason="Đã lâu không ai tới.", pin=pin).status_code == 302
    assert Case.objects.get().escalated_on is not None


def test_withdrawing_ends_it_and_only_its_sender_can(phone, opened):
    _opinion, pin = opened()
    assert deed(phone, "rut", pin=pin).status_code == 302
    assert Case.objects.get().state == State.WITHDRAWN
    assert "Ông/Bà rút ý kiến" in phone.get(CASE).content.decode()


def test_a_contact_is_left_and_taken_away_and_its_opening_is_seen(phone, opened, officer):
    opinion, pin = opened()
    assert deed(phone, "lien-he", name="Bà Tư", phone="0912345678", wish="none", pin=pin).status_code == 302
    opinion.refresh_from_db()
    actions.open_contact(opinion, reason="Hỏi đường vào hẻm để sửa đèn.", by=officer(), now=timezone.now())
    html = phone.get(CASE).content.decode()
    assert "Hỏi đường vào hẻm để sửa đèn." in html
    assert "mở xem cách liên hệ của Ông/Bà" in html
    assert "0912345678" not in html
    assert "0912345678" not in phone.get(f"{TRACK}lien-he/").content.decode()
    assert deed(phone, "bo-lien-he").status_code == 302
    assert not hasattr(Opinion.objects.get(), "contact")


def test_another_pin_needs_the_old_one(phone, opened):
    opinion, pin = opened()
    assert deed(phone, "doi-pin", new_pin="482915", pin="000001").status_code == 422
    assert deed(phone, "doi-pin", new_pin="482915", pin=pin).status_code == 302
    assert queries.sender_of(Opinion.objects.get(), pin="482915").writes
    assert not queries.sender_of(Opinion.objects.get(), pin=pin).writes
    assert opinion.pk


def test_of_others_only_their_number_is_told(phone, opened, typed):
    opinion, _pin = opened()
    other = Client()
    other.post(f"/y-kien/gui/toi-cung-gap/{opinion.case_id}/", typed(place="nhà số 7"))
    html = phone.get(CASE).content.decode()
    assert "1 người khác cũng phản ánh việc này." in html
    assert "nhà số 7" not in html


def test_after_a_refusal_one_asks_to_look_again(phone, opened, officer):
    opinion, pin = opened()
    actions.classify(opinion.case, content="remark", topic="street-lighting", by=officer(), now=timezone.now())
    actions.refuse(opinion.case, reason="Việc này do công ty điện lực quản lý.", law="Điều 7", by=officer(), now=timezone.now())
    html = phone.get(CASE).content.decode()
    assert ("Xin xem lại</a>" in html, "Chưa xong</a>" in html, "Việc này đã xong chưa?" in html) == (True, False, False)
    assert "chọn “Xin xem lại”" in phone.get(f"{TRACK}chua-xong/").content.decode()
    assert deed(phone, "xem-lai", text="Trụ đèn này của phường, có số của phường.", pin=pin).status_code == 302
    assert Case.objects.get().state == State.ACCEPTED
    assert "Xin xem lại</a>" not in phone.get(CASE).content.decode()
    assert deed(phone, "xem-lai", text="Trụ đèn này của phường, có số của phường.").status_code == 409


def test_a_deed_that_the_state_refuses_gives_back_what_was_typed(phone, opened, answered):
    opinion, pin = opened()
    Case.objects.filter(pk=opinion.case_id).update(state=State.WITHDRAWN, ended_on=timezone.localdate())
    answer = deed(phone, "viet", text="Bóng thứ hai cũng tắt.", pin=pin)
    assert answer.status_code == 409
    assert "Bóng thứ hai cũng tắt." in answer.content.decode()


def test_a_deed_nobody_knows_is_no_page(phone, opened):
    opened()
    assert phone.get(f"{TRACK}xoa-het/").status_code == 404


def test_the_page_asks_the_same_number_of_questions_for_one_letter_and_for_thirty(phone, opened, officer):
    opinion, _pin = opened()
    counts = []
    for n in (1, 30):
        for i in range(n):
            actions.send_news(opinion.case, text=f"Tin số {n}-{i} của cơ quan.", by=officer(), now=timezone.now())
        with CaptureQueriesContext(connection) as asked:
            phone.get(CASE)
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_the_question_stands_where_the_answer_is_asked_for(phone, opened, officer):
    opinion, _pin = opened()
    now = timezone.now()
    actions.classify(opinion.case, content="remark", topic="street-lighting", by=officer(), now=now)
    actions.accept(opinion.case, by=officer(), now=now)
    actions.ask_back(opinion.case, text="Xin cho biết rõ đoạn hẻm nào.", by=officer(), now=now)
    page = phone.get(CASE).content.decode()
    assert "Xin cho biết rõ đoạn hẻm nào." in page.split("Diễn biến")[0]


def test_who_never_opened_anything_is_asked_for_the_code_only(phone):
    assert "nửa giờ không dùng. Xin gõ lại" not in phone.get(CASE, follow=True).content.decode()


def test_a_photograph_shows_in_the_story(phone, opened):
    _opinion, pin = opened(uploads=SimpleUploadedFile("a.png", png(), content_type="image/png"))
    deed(phone, "viet", text="Thêm một ảnh.", pin=pin, uploads=SimpleUploadedFile("b.png", png(), content_type="image/png"))
    page = phone.get(CASE).content.decode()
    assert StoredFile.objects.count() == 2
    for file in StoredFile.objects.all():
        assert f'<img loading="lazy" decoding="async" src="/y-kien/tra-cuu/tep/{file.pk}/"' in page
