"""The notice board: what is posted, an objection without a name, its code once, its answer by code."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from gandan.appraisals import actions, postings
from gandan.appraisals.enums import DecisionKind, Level
from gandan.appraisals.models import Decision, Objection
from gandan.appraisals.web import objecting
from gandan.core.events import Event
from tests.appraisals.conftest import KIND
from tests.appraisals.web.conftest import at, board, text

pytestmark = pytest.mark.django_db
WORDS = "Số hộ hiến đất không đúng, nhà tôi không ký."


def objected(browser, posting) -> str:
    """Objects as a citizen does, and returns the code of the receipt."""
    answer = browser.post(board("object", posting.pk), {"text": WORDS})
    assert answer.url == board("receipt"), text(answer)
    return re.search(r'class="code secret">([0-9A-Z-]+)<', text(browser.get(board("receipt")))).group(1)


def test_what_is_posted_stands_on_the_board_and_is_read_by_anybody(opens, on_board):
    p = on_board(title="Kết quả xét mô hình hẻm 12", text="Điểm 80,5\nXếp loại tốt")
    browser = opens("citizen")
    assert "Kết quả xét mô hình hẻm 12" in text(browser.get(board("home")))
    page = text(browser.get(board("one", p.pk)))
    for said in ("Xếp loại tốt", "Tôi phản đối", "Chưa có", board("object", p.pk)):
        assert said in page
    assert "Kết quả xét mô hình hẻm 12" not in text(browser.get(board("past")))


def test_an_objection_has_a_code_once_and_keeps_no_name(opens, on_board):
    p = on_board()
    browser = opens("citizen")
    code = objected(browser, p)
    row = Objection.objects.get()
    assert row.text == WORDS
    assert code.replace("-", "") not in str(Objection.objects.values().get())
    assert Event.objects.filter(verb="appraisals.objected").get().actor == "anyone"
    assert code in text(browser.get(board("receipt"))), "a page that did not arrive is opened again"
    browser.post(board("noted"))
    assert code not in text(browser.get(board("receipt")))
    assert "không còn ở máy này" in text(browser.get(board("receipt")))
    # the form sent twice over a line that dropped is one objection with one code; other words ask for another press
    sheet = re.search(r'name="sheet" value="([^"]+)"', text(browser.get(board("object", p.pk)))).group(1)
    codes = []
    for _time in range(2):
        assert browser.post(board("object", p.pk), {"text": f"{WORDS} Thật vậy.", "sheet": sheet}).url == board("receipt")
        codes += re.findall(r'class="code secret">([0-9A-Z-]+)<', text(browser.get(board("receipt"))))
    assert len(codes) == 2
    assert len(set(codes)) == 1
    browser.post(board("noted"))
    browser.post(board("object", p.pk), {"text": f"{WORDS} Thật vậy.", "sheet": sheet})
    assert codes[0] not in text(browser.get(board("receipt"))), "once noted down it comes back no more"
    other = browser.post(board("object", p.pk), {"text": f"{WORDS} Còn nữa.", "sheet": sheet})
    assert "đã gửi rồi" in text(other)
    assert re.search(r'name="sheet" value="([^"]+)"', text(other)).group(1) != sheet
    assert Objection.objects.count() == 2
    # somebody signed in objects as nobody, too
    objected(opens("outsider"), p)
    assert set(Event.objects.filter(verb="appraisals.objected").values_list("actor", flat=True)) == {"anyone"}
    assert "3 phản đối" in text(browser.get(board("one", p.pk)))
    assert WORDS not in text(browser.get(board("one", p.pk)))


def test_the_answer_is_read_by_code_in_any_spelling_and_by_nobody_else(opens, on_board, ground, leader):
    p = on_board()
    browser = opens("citizen")
    code = objected(browser, p)
    reader = opens("citizen")
    assert reader.get(board("answer")).url == board("follow")
    wrong = reader.post(board("follow"), {"code": "0000-0000-0000"})
    assert wrong.status_code == 422
    assert "Mã này không đúng" in text(wrong)
    assert reader.post(board("follow"), {"code": code.lower().replace("-", " ")}).url == board("answer")
    waiting = text(reader.get(board("answer")))
    assert WORDS in waiting
    assert "Chưa trả lời thì chưa ai được quyết định" in waiting
    actions.answer_objection(
        Objection.objects.get(), is_upheld=False, reply="Đã xem biên bản ký nhận của hộ.", by=leader, now=timezone.now()
    )
    answered = text(reader.get(board("answer")))
    assert "Đã xem biên bản ký nhận của hộ." in answered
    assert "Không có cơ sở" in answered
    open_page = text(opens("citizen").get(board("one", p.pk)))
    assert "Không có cơ sở" in open_page
    assert "biên bản ký nhận" not in open_page


def test_what_was_typed_stays_when_it_is_not_taken(opens, on_board, leader, monkeypatch):
    p = on_board()
    browser = opens("citizen")
    short = browser.post(board("object", p.pk), {"text": "sai"})
    assert short.status_code == 422
    assert "ít nhất 10 ký tự" in text(short)
    assert ">\nsai</textarea>" in text(short)
    monkeypatch.setattr(objecting, "OBJECTIONS", 0)
    paced = browser.post(board("object", p.pk), {"text": WORDS})
    assert paced.status_code == 422
    assert "còn nguyên" in text(paced)
    assert WORDS in text(paced)
    assert not Objection.objects.exists()
    monkeypatch.undo()
    actions.take_down(p, reason="Hồ sơ được rút lại để bổ sung.", by=leader, now=timezone.now())
    gone = browser.post(board("object", p.pk), {"text": WORDS})
    assert "đã được gỡ" in text(gone)
    assert WORDS in text(gone)
    page = text(browser.get(board("one", p.pk)))
    assert "Hồ sơ được rút lại để bổ sung." in page
    assert "Tôi phản đối" not in page
    assert "Không quyết định trên bản này." in page
    assert "Kết quả xét" in text(browser.get(board("past")))


def test_tries_at_codes_are_paced(opens, monkeypatch):
    monkeypatch.setattr(objecting, "TRIES", 1)
    browser = opens("citizen")
    browser.post(board("follow"), {"code": "0000-0000-0000"})
    assert "thử nhiều mã" in text(browser.post(board("follow"), {"code": "0000-0000-0000"}))


def test_the_hearing_office_answers_and_the_owner_does_not(opens, on_board):
    p = on_board()
    objected(opens("citizen"), p)
    o = Objection.objects.get()
    for who in ("front_officer", "outsider", "administrator"):
        assert opens(who).get(at("posting", p.pk)).status_code == 404
        assert opens(who).get(at("answer_objection", o.pk)).status_code == 404
    browser = opens("leader")
    assert "1 phản đối chờ trả lời" in text(browser.get(at("postings")))
    assert WORDS in text(browser.get(at("posting", p.pk)))
    page = browser.get(at("answer_objection", o.pk))
    assert WORDS in text(page)
    assert browser.post(at("answer_objection", o.pk), {"reply": "Đã xác minh tại chỗ."}).status_code == 422
    done = browser.post(at("answer_objection", o.pk), {"is_upheld": "1", "reply": "Đúng như Ông/Bà nói, đã xác minh."})
    assert done.url == at("posting", p.pk)
    again = browser.post(at("answer_objection", o.pk), {"is_upheld": "0", "reply": "Viết lại câu trả lời khác."})
    assert again.status_code == 409
    assert "Viết lại câu trả lời khác." in text(again)
    p.refresh_from_db()
    assert p.taken_down_on is not None, "nobody registered another consequence for this kind"


def test_what_followed_is_said_as_it_is(opens, posted, ground, leader, provincial_leader, monkeypatch):
    """Judged anew is only what the same level posts again; and one of a list to whom somebody objected rightly is not the whole list."""
    then, decisions, citizen = timezone.now() - timedelta(days=99), {}, opens("citizen")
    kind = postings._Kind(
        lambda *_a, **_k: None, lambda *_a: [("a", "Trường hợp A")], lambda p: decisions.get(p.pk, Decision.objects.none())
    )
    monkeypatch.setitem(postings._kinds, KIND, kind)
    ward = posted(now=then)
    posted(office=ground.province_board, by=provincial_leader, now=then + timedelta(days=33))

    def page() -> str:
        return text(citizen.get(board("one", ward.pk)))

    assert "Được niêm yết lại" not in page(), "another level posts it for its own decision"
    posted(now=then + timedelta(days=66))
    assert "Được niêm yết lại" in page()
    for about, said, other in (("a", "xem xét trường hợp được nêu", "phải được xét lại"), ("", "phải được xét lại", "trường hợp được nêu")):
        made = actions.object_to(ward, text=f"{WORDS} {about}", about=about, by=leader, now=then).objection
        actions.answer_objection(made, is_upheld=True, reply="Đã xác minh tại chỗ.", by=leader, now=then)
        assert said in page()
        assert other not in page()
    given = {"kind": DecisionKind.RECOGNISE, "level": Level.BASE, "office": ground.party, "number": "12-QĐ/ĐU", "signed_as": "Bí thư"}
    given |= {"title": "Về việc công nhận", "decided_on": timezone.localdate(), "postings": [ward], "by": leader, "now": timezone.now()}
    decisions[ward.pk] = Decision.objects.filter(pk=actions.decide(**given).pk)
    assert "Được niêm yết lại" not in page(), "what was decided on it stands"


def test_the_board_costs_the_same_for_one_and_for_thirty(opens, on_board):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    browser, staff, counts = opens("citizen"), opens("leader"), []
    on_board()
    browser.get(board("home"))
    staff.get(at("postings"))
    for more in (0, 29):
        for n in range(more):
            on_board(subject_id=f"x{n}", title=f"Kết quả {n}")
        for who, page in ((browser, board("home")), (staff, at("postings"))):
            with CaptureQueriesContext(connection) as seen:
                assert who.get(page).status_code == 200
            counts.append(len(seen))
    assert counts[:2] == counts[2:]
