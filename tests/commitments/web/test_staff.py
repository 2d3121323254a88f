"""Work at a desk: who opens what, each deed by its page, lists that cost the same for one row and for thirty."""

import re
from datetime import timedelta
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from gandan.commitments import actions
from gandan.commitments.enums import Cause, CodeKind, State
from gandan.commitments.models import Commitment, PendingHandover
from gandan.commitments.web.deeds import DEEDS
from gandan.core.access import Anyone
from gandan.core.files.models import StoredFile
from tests.people import CAST, NOW

pytestmark = pytest.mark.django_db


def png() -> bytes:
    out = BytesIO()
    Image.new("RGB", (8, 8), "white").save(out, "PNG")
    return out.getvalue()


def at(name, *args):
    return reverse(f"commitments:{name}", args=args)


def text(answer) -> str:
    return answer.content.decode()


READS_TASK = {"front_officer", "committee_officer", "leader", "provincial_specialist", "provincial_leader"}


@pytest.mark.parametrize("who", CAST)
def test_who_opens_what(opens, in_time, task, who):
    """The list and a promise: everyone who signed in. A task: those it concerns. The board: those who oversee."""
    browser, promise, internal = opens(who), in_time(), task(due=timezone.localdate() + timedelta(days=9))
    seen = {name: browser.get(url).status_code for name, url in {
        "list": at("list"), "promise": at("one", promise.pk), "task": at("one", internal.pk), "board": at("board")}.items()}  # fmt: skip
    if who == "citizen":
        assert set(seen.values()) == {302}
        return
    board = 200 if who in {"leader", "provincial_specialist", "provincial_leader", "central_analyst"} else 403
    assert seen == {"list": 200, "promise": 200, "task": 200 if who in READS_TASK else 404, "board": board}


@pytest.mark.parametrize("deed", DEEDS, ids=lambda d: d.slug)
def test_a_deed_is_not_there_for_who_may_not(opens, in_time, deed):
    answer = opens("outsider").get(at("deed", in_time().pk, deed.slug))
    assert (answer.status_code, "Ông/Bà chưa được giao quyền" in text(answer)) == (403, True)


def test_an_address_without_a_deed(opens, in_time):
    assert opens("front_officer").get(at("deed", in_time().pk, "khong-co")).status_code == 404
    assert opens("front_officer").get(at("making", "khong-co")).status_code == 404
    assert opens("leader").get(at("bulk", "khong-co")).status_code == 404


@pytest.mark.parametrize("where", ["list", "board"])
def test_a_list_costs_the_same_for_1_and_30(opens, in_time, late, where):
    browser, counts = opens("leader"), []
    for many in (1, 29):
        for n in range(many):
            in_time(title=f"Việc {many} {n}")
        late(title=f"Việc trễ {many}")
        browser.get(at(where))
        with CaptureQueriesContext(connection) as asked:
            assert browser.get(at(where)).status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_the_list_is_late_first_and_narrows(opens, in_time, late):
    in_time(title="Sửa cống hẻm 7")
    late(title="Lắp đèn hẻm 9")
    browser = opens("front_officer")
    page = text(browser.get(at("list")))
    assert page.index("Lắp đèn hẻm 9") < page.index("Sửa cống hẻm 7")
    assert "Quá hạn" in page
    for ask, there in (({"trang-thai": "late"}, "Lắp đèn"), ({"trang-thai": "running"}, "Sửa cống"), ({"tim": "cống 7"}, "Sửa cống")):
        page = text(browser.get(at("list"), ask))
        assert [t in page for t in ("Lắp đèn hẻm 9", "Sửa cống hẻm 7")] == [there == "Lắp đèn", there == "Sửa cống"], ask
    assert "Không có việc nào như vậy" in text(browser.get(at("list"), {"loai": "task"}))
    assert "Chưa có việc nào ở đây" in text(browser.get(at("list"), {"cua": "toi"}))
    assert browser.get(at("list"), {"cua": "x", "loai": "y", "trang-thai": "z", "don-vi": "w", "trang": "v"}).status_code == 200


def test_from_evidence_to_the_report(opens, in_time):
    browser, c = opens("front_officer"), in_time()
    assert "Thêm bằng chứng" in text(browser.get(at("one", c.pk)))
    page = text(browser.get(at("deed", c.pk, "bao-xong")))
    assert ("Xin thêm ít nhất một bằng chứng" in page, at("deed", c.pk, "bang-chung") in page) == (True, True)
    photo = SimpleUploadedFile("den.png", png(), content_type="image/png")
    assert browser.post(at("deed", c.pk, "bang-chung"), {"upload": photo, "note": "Đèn đã sáng"}).status_code == 302
    page = text(browser.get(at("one", c.pk)))
    assert ('loading="lazy"' in page, 'alt="Đèn đã sáng"' in page, "Báo đã xong" in page) == (True, True, True)
    file = re.search(r'src="(/tep/[^"]+)"', page).group(1)
    assert browser.get(file).status_code == 200
    assert browser.post(at("deed", c.pk, "bao-xong"), {"summary": "Đã lắp đủ 12 bóng"}).status_code == 302
    c.refresh_from_db()
    assert c.state == State.REPORTED
    assert "Người dân xác nhận hoặc nói chưa xong" in text(browser.get(at("one", c.pk)))


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({}, "Xin chọn ảnh hoặc tệp"),
        ({"url": "khong phai", "note": "Còn đây"}, "Còn đây"),
        ({"url": "ftp://x.vn/a", "note": "Còn đây"}, "bắt đầu bằng https://"),
    ],
)
def test_wrong_evidence_loses_nothing(opens, in_time, typed, sentence):
    answer = opens("front_officer").post(at("deed", in_time().pk, "bang-chung"), typed)
    assert (answer.status_code, sentence in text(answer)) == (422, True)


def test_a_refusal_keeps_what_was_typed(opens, in_time):
    c = in_time()
    answer = opens("leader").post(at("deed", c.pk, "gia-han"), {"to": c.due.isoformat(), "reason": "Mưa kéo dài"})
    assert (answer.status_code, "Hạn mới phải sau hạn cũ" in text(answer), "Mưa kéo dài" in text(answer)) == (422, True, True)


def test_every_date_stays_in_sight(opens, in_time):
    c = in_time()
    to = c.due + timedelta(days=7)
    assert opens("leader").post(at("deed", c.pk, "gia-han"), {"to": to.isoformat(), "reason": "Mưa kéo dài"}).status_code == 302
    for page in (text(opens("leader").get(at("one", c.pk))), text(opens("citizen").get(f"/loi-hua/{c.pk}/"))):
        assert ("Gia hạn từ" in page, "Mưa kéo dài" in page, "Hạn đầu tiên là" in page) == (True, True, True)


def test_what_is_late_is_not_extended(opens, late):
    page = text(opens("leader").get(at("deed", late().pk, "gia-han")))
    assert ("hạn cũ vẫn được giữ" in page, "<textarea" in page) == (True, False)


def test_a_task_is_accepted_by_who_assigned_it(opens, task, reported):
    c = reported(task(due=timezone.localdate() + timedelta(days=9)))
    page = text(opens("provincial_specialist").get(at("one", c.pk)))
    assert ("Nhận kết quả" in page, at("deed", c.pk, "tra-lai") in page) == (True, True)
    assert "Nhận kết quả" not in text(opens("front_officer").get(at("one", c.pk))).replace("Cơ quan giao việc nhận kết quả", "")
    assert opens("provincial_specialist").post(at("deed", c.pk, "nhan-ket-qua")).status_code == 302
    c.refresh_from_db()
    assert c.state == State.ACCEPTED


CODE = r"(?<![0-9a-f-])[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}(?![0-9a-f-])"  # no part of an id that happens to have digits only


def test_a_code_is_shown_once_on_a_slip(opens, in_time):
    c, browser = in_time(), opens("front_officer")
    answer = browser.post(at("deed", c.pk, "ma"), {"kind": CodeKind.HOLDER}, follow=True)
    code = re.search(CODE, text(answer)).group()
    assert ("<svg" in text(answer), "/loi-hua/xac-nhan/" in text(answer), "no-store" in answer["Cache-Control"]) == (True, True, True)
    assert "Phiếu của người được hứa: Tổ dân phố 3" in text(answer)
    assert code not in text(browser.get(at("one", c.pk)))


def test_reloading_the_slip_makes_no_code_and_shows_none(opens, in_time):
    c, browser = in_time(), opens("front_officer")
    shown = browser.post(at("deed", c.pk, "ma"), {"kind": CodeKind.HOLDER}, follow=True)
    assert shown.redirect_chain == [(at("slip", c.pk), 302)]
    again = text(browser.get(at("slip", c.pk)))
    assert (re.search(CODE, again), "đã phát lúc" in again, c.codes.count()) == (None, True, 1)
    assert opens("outsider").get(at("slip", c.pk)).status_code == 403


def test_several_slips_at_once_all_or_none(opens, in_time):
    c, browser = in_time(), opens("front_officer")
    page = text(browser.post(at("deed", c.pk, "ma"), {"kind": CodeKind.HOUSEHOLD, "many": 4}, follow=True))
    assert (len(set(re.findall(CODE, page))), page.count('class="slip"'), c.codes.count()) == (4, 4, 4)
    answer = browser.post(at("deed", c.pk, "ma"), {"kind": CodeKind.HOUSEHOLD, "many": 3})
    assert (answer.status_code, "còn phát được 2 mã" in text(answer), c.codes.count()) == (422, True, 4)
    assert browser.post(at("deed", c.pk, "ma"), {"kind": CodeKind.HOLDER, "many": 2}).status_code == 302
    assert c.codes.count() == 5  # who was promised something holds one


@pytest.mark.parametrize(("slug", "name"), [("tien-do", "note"), ("bao-xong", "summary"), ("gia-han", "reason"), ("rut", "reason")])
def test_what_was_typed_stays_when_the_deed_is_refused(opens, in_time, reported, slug, name):
    """The page was opened in time; meanwhile somebody reported it done."""
    c = reported(in_time())
    answer = opens("leader" if name == "reason" else "front_officer").post(at("deed", c.pk, slug), {name: "Đã kéo dây xong hẻm 51"})
    assert (answer.status_code in (403, 422), "Đã kéo dây xong hẻm 51" in text(answer)) == (True, True)


def test_what_was_typed_stays_when_the_right_is_gone(opens, in_time):
    answer = opens("outsider").post(at("deed", in_time().pk, "tien-do"), {"note": "Đã kéo dây xong hẻm 51"})
    assert (answer.status_code, "Đã kéo dây xong hẻm 51" in text(answer)) == (403, True)


def test_a_refused_form_asks_for_the_file_again(opens, in_time):
    photo = SimpleUploadedFile("den.png", png(), content_type="image/png")
    answer = opens("front_officer").post(
        at("deed", in_time().pk, "bang-chung"), {"upload": photo, "url": "https://a.vn/x", "note": "Đèn sáng"}
    )
    assert (answer.status_code, "Xin chọn lại ảnh hoặc tệp" in text(answer), "Đèn sáng" in text(answer)) == (422, True, True)


@pytest.mark.parametrize(
    ("who", "slug", "kind"), [("supervisor", "xac-nhan", "promise"), ("provincial_specialist", "nhan-ket-qua", "task")]
)
def test_who_judges_sees_product_report_and_evidence(opens, in_time, task, reported, who, slug, kind):
    c = reported(in_time() if kind == "promise" else task(due=timezone.localdate() + timedelta(days=9)))
    page = text(opens(who).get(at("deed", c.pk, slug)))
    assert [words in page for words in (c.deliverable, "Đã lắp 12 bóng", "Đã nghiệm thu với tổ trưởng")] == [True, True, True]
    assert (f"/loi-hua/{c.pk}/chua-xong/" in page) == (kind == "promise")


def test_many_at_once_and_why_not_the_rest(opens, in_time, late):
    one, two, browser = in_time(title="Việc A"), late(title="Việc B"), opens("leader")
    ids = {"viec": [str(one.pk), str(two.pk), "không phải"]}
    page = text(browser.get(at("bulk", "gia-han"), ids))
    assert ("Việc A" in page, "Việc B" in page, page.count('name="viec"')) == (True, True, 2)
    to = (one.due + timedelta(days=5)).isoformat()
    page = text(browser.post(at("bulk", "gia-han"), {**ids, "to": to, "reason": "Chờ vật tư"}))
    assert ("Đã làm cho 1 việc" in page, "Việc này đã quá hạn" in page) == (True, True)
    assert "Chưa chọn việc nào" in text(browser.get(at("bulk", "nhac")))
    assert "Đã làm cho 2 việc" in text(browser.post(at("bulk", "nhac"), ids))
    assert opens("front_officer").get(at("bulk", "gia-han"), ids).status_code == 403


def test_looking_for_an_office_keeps_everything(opens, in_time, ground):
    c, browser = in_time(), opens("provincial_leader")
    typed = {"where": "cai rang", "to": "", "reason": "Việc thuộc Cái Răng", "tim-co-quan": "1"}
    answer = browser.post(at("hand_over", c.pk), typed)
    assert (answer.status_code, str(ground.other_front.pk) in text(answer), "Việc thuộc Cái Răng" in text(answer)) == (200, True, True)
    typed = {"where": "cai rang", "to": str(ground.other_front.pk), "reason": "Việc thuộc Cái Răng"}
    assert browser.post(at("hand_over", c.pk), typed).status_code == 302
    c.refresh_from_db()
    assert c.lead_id == ground.other_front.pk


def test_a_person_chooses_after_a_split(opens, in_time, ground):
    c = in_time()
    pending = PendingHandover.objects.create(commitment=c, cause=Cause.SPLIT, since=NOW.date())
    pending.candidates.set([ground.commune, ground.other])
    assert "Chọn nơi nhận việc" in text(opens("leader").get(at("one", c.pk)))
    page = text(opens("leader").get(at("choose_successor", c.pk)))
    assert "Ủy ban MTTQ Việt Nam phường Cái Răng" in page
    assert opens("leader").post(at("choose_successor", c.pk), {"to": str(ground.other_front.pk)}).status_code == 302
    assert opens("leader").get(at("choose_successor", c.pk)).status_code == 404


def test_helpers_and_the_person_in_charge(opens, in_time, ground, people):
    c, browser = in_time(), opens("front_officer")
    assert browser.post(at("add_coordinator", c.pk), {"office": str(ground.committee.pk)}).status_code == 302
    assert "Ủy ban nhân dân phường Ninh Kiều" in text(browser.get(at("one", c.pk)))
    assert browser.post(at("remove_coordinator", c.pk, ground.committee.pk)).status_code == 302
    assert browser.get(at("remove_coordinator", c.pk, ground.committee.pk)).status_code == 404
    assert opens("leader").post(at("name_person", c.pk), {"person": str(people["front_officer"].pk)}).status_code == 302
    assert "Nguyễn Thị Mai" in text(browser.get(at("one", c.pk)))
    assert "Nguyễn Thị Mai" not in text(opens("citizen").get(f"/loi-hua/{c.pk}/"))


MADE = {"title": "Sửa 14 bóng đèn", "deliverable": "14 bóng sáng", "made_on": "2026-11-20"}


def test_a_promise_with_a_date_of_its_own(opens, ground):
    browser = opens("front_officer")
    typed = {
        **MADE,
        "lead": str(ground.front.pk),
        "due": (timezone.localdate() + timedelta(days=30)).isoformat(),
        "hamlet": str(ground.hamlet.pk),
    }
    assert browser.post(at("making", "hua"), typed).status_code == 302
    c = Commitment.objects.get()
    assert (c.kind, c.hamlet, c.is_public) == ("promise", ground.hamlet, True)


def test_a_date_follows_from_a_rule_and_says_why(opens, ground):
    browser = opens("front_officer")
    typed = {**MADE, "lead": str(ground.front.pk), "due_rule": "supervision.answer", "coordinators": [str(ground.committee.pk)]}
    answer = browser.post(at("making", "hua"), typed, follow=True)
    c = Commitment.objects.get()
    assert (c.due > c.made_on, "tính từ ngày liền sau" in text(answer)) == (True, True)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"due": "", "due_rule": ""}, "Xin ghi hạn, hoặc chọn quy định"),
        ({"due": "2026-11-01"}, "Hạn phải từ ngày hứa"),
        ({"deliverable": ""}, "Có chỗ cần sửa"),
    ],
)
def test_a_wrong_form_loses_nothing(opens, ground, change, sentence):
    typed = {**MADE, "lead": str(ground.front.pk), "due": "2027-01-04", **change}
    answer = opens("front_officer").post(at("making", "hua"), typed)
    assert (answer.status_code, sentence in text(answer), "Sửa 14 bóng đèn" in text(answer)) == (422, True, True)


def test_a_task_goes_to_an_office_that_was_looked_for(opens, ground):
    browser = opens("provincial_leader")
    typed = {**MADE, "lead": "", "where": "ninh kieu", "assigned_by": str(ground.province_board.pk), "due": "2027-01-04"}
    page = text(browser.post(at("making", "giao"), {**typed, "tim-co-quan": "1"}))
    assert (str(ground.front.pk) in page, "Sửa 14 bóng đèn" in page) == (True, True)
    assert browser.post(at("making", "giao"), {**typed, "lead": str(ground.front.pk)}).status_code == 302
    assert Commitment.objects.get().assigned_by == ground.province_board


def test_only_the_ways_one_may_go_are_offered(opens, ground):
    page = text(opens("front_officer").get(at("make")))
    assert (at("making", "hua") in page, at("making", "giao") in page, at("making", "nhan") in page) == (True, False, True)
    assert opens("hamlet_head").get(at("make")).status_code == 403
    assert opens("front_officer").get(at("making", "giao")).status_code == 403


def test_objections_are_read_at_work_only(opens, in_time, reported):
    c = reported(in_time())
    actions.object_to(c, text="Đèn cuối hẻm vẫn tối om", by=Anyone(), now=timezone.now())
    for who, reads in (("front_officer", True), ("supervisor", True), ("provincial_specialist", True), ("outsider", False)):
        assert ("Đèn cuối hẻm vẫn tối om" in text(opens(who).get(at("one", c.pk)))) == reads, who


def test_the_board_counts_apart_and_leads_on(opens, in_time, late, task, ground):
    in_time()
    late()
    page = text(opens("provincial_specialist").get(at("board")))
    assert ("Phường Ninh Kiều" in page, 'class="state late"' in page, "1 đơn vị chưa có việc" in page or "2 đơn vị" in page) == (
        True,
        True,
        True,
    )
    url = re.search(r'href="([^"]*trang-thai=late)"', page).group(1).replace("&amp;", "&")
    assert "1 việc" in text(opens("provincial_specialist").get(url))
    assert opens("leader").get(at("board"), {"don-vi": str(ground.other.pk)}).status_code == 404
    assert opens("provincial_leader").get(at("board"), {"don-vi": str(ground.other.pk), "loai": "task"}).status_code == 200


def test_a_slip_of_the_pen_is_mended_while_nothing_came_of_it(opens, in_time):
    c, browser = in_time(now=timezone.now()), opens("front_officer")
    assert at("reword", c.pk) in text(browser.get(at("one", c.pk)))
    typed = {"title": "Lắp đèn hẻm 15", "deliverable": "12 bóng đèn sáng", "beneficiary": "Tổ dân phố 3"}
    assert browser.post(at("reword", c.pk), typed).status_code == 302
    c.refresh_from_db()
    assert c.title == "Lắp đèn hẻm 15"
    browser.post(at("deed", c.pk, "ma"), {"kind": CodeKind.HOLDER})
    answer = browser.post(at("reword", c.pk), {**typed, "title": "Lắp đèn hẻm 5"})
    assert ("đã phát mã" in text(answer), "Lắp đèn hẻm 5" in text(answer)) == (True, True)
    assert at("reword", c.pk) not in text(browser.get(at("one", c.pk)))
    assert opens("outsider").get(at("reword", c.pk)).status_code == 403


def test_personal_data_is_taken_out_with_a_reason(opens, in_time, reported):
    c = reported(in_time())
    actions.object_to(c, text="Ông Ba ở số 7 vẫn chưa có đèn", by=Anyone(), now=timezone.now())
    browser, row = opens("administrator"), c.objections.get()
    page = text(browser.get(at("erase", c.pk)))
    assert ("Lời phản đối ngày" in page, "Ông Ba ở số 7" in page) == (True, False)  # who runs the system does not read objections
    assert browser.post(at("erase", c.pk), {"row": str(row.pk), "reason": ""}).status_code == 422
    assert browser.post(at("erase", c.pk), {"row": str(row.pk), "reason": "personal_data"}).status_code == 302
    row.refresh_from_db()
    assert (row.text, row.is_erased) == ("", True)
    assert "Lời này đã được xoá" in text(opens("front_officer").get(at("one", c.pk)))
    assert opens("front_officer").get(at("erase", c.pk)).status_code == 403


def test_with_the_words_of_evidence_its_photo_goes(opens, in_time):
    c, officer = in_time(), opens("front_officer")
    photo = SimpleUploadedFile("den.png", png(), content_type="image/png")
    officer.post(at("deed", c.pk, "bang-chung"), {"upload": photo, "note": "Bà Tư đứng dưới đèn"})
    proof = c.evidence.get()
    file = re.search(r'src="(/tep/[^"]+)"', text(officer.get(at("one", c.pk)))).group(1)
    assert opens("administrator").post(at("erase", c.pk), {"row": str(proof.pk), "reason": "personal_data"}).status_code == 302
    assert officer.get(file).status_code in (404, 410)
    assert StoredFile.objects.get(owner_id=str(proof.pk)).erased_at is not None


def test_a_leader_is_offered_what_they_may_do(opens, in_time, late):
    """Never a deed that refuses: reporting is the lead office's."""
    browser, open_, missed = opens("leader"), in_time(), late(title="Việc trễ")
    page = text(browser.get(at("one", missed.pk)))
    first = re.search(r'class="next-deed".*?href="([^"]+)"', page, re.DOTALL).group(1)
    assert first == at("deed", missed.pk, "nhac")
    assert browser.post(first).status_code == 302
    for c in (open_, missed):  # reminded today, or in time: who looks after it comes next
        page = text(browser.get(at("one", c.pk)))
        first = re.search(r'class="next-deed".*?href="([^"]+)"', page, re.DOTALL).group(1)
        assert (first, browser.get(first).status_code) == (at("name_person", c.pk), 200)


def test_the_board_sees_an_end_by_code_and_may_object(opens, in_time, reported, code_of, supervisor):
    c = in_time()
    holder = code_of(c)
    reported(c, now=timezone.now())
    actions.confirm(c, by=holder, now=timezone.now())
    page = text(opens("supervisor").get(at("one", c.pk)))
    assert ("Xem, phản đối" in page, f"/loi-hua/{c.pk}/chua-xong/" in page) == (True, True)
    assert "mã do cơ quan chủ trì phát" in text(opens("citizen").get(f"/loi-hua/{c.pk}/"))
    assert opens("supervisor").post(f"/loi-hua/{c.pk}/chua-xong/", {"text": "Đèn cuối hẻm vẫn tối om"}).status_code == 302
    c.refresh_from_db()
    assert c.state == State.OPEN
    assert "Xem, phản đối" not in text(opens("supervisor").get(at("one", c.pk)))


def test_one_task_for_several_units(opens, ground):
    browser = opens("provincial_leader")
    assert at("several") in text(browser.get(at("make")))
    typed = {
        **MADE,
        "made_on": timezone.localdate().isoformat(),
        "due": (timezone.localdate() + timedelta(days=30)).isoformat(),
        "assigned_by": str(ground.province_board.pk),
        "kind": ground.front.kind,
        "names": "Cái Răng\nKhông Có Đâu",
        "units": [str(ground.commune.pk)],
    }
    page = text(browser.post(at("several"), typed))
    assert {c.unit_id for c in Commitment.objects.all()} == {ground.commune.pk, ground.other.pk}
    assert ("Đã giao cho 2 đơn vị" in page, "1 đơn vị chưa giao được" in page, "Không Có Đâu</textarea>" in page) == (True, True, True)
    answer = browser.post(at("several"), {**typed, "names": "", "units": []})
    assert (answer.status_code, "đánh dấu ít nhất một đơn vị" in text(answer), "Sửa 14 bóng đèn" in text(answer)) == (422, True, True)
    assert opens("front_officer").get(at("several")).status_code == 403


def test_a_missing_date_and_a_rule_that_does_not_fit(opens, ground):
    browser = opens("front_officer")
    answer = browser.post(at("making", "hua"), {"title": "", "deliverable": "", "lead": "", "due": "", "made_on": "2026-11-20"})
    page = text(answer)
    assert all(f'href="#id_{name}"' in page for name in ("title", "deliverable", "lead", "due"))
    page = text(browser.get(at("making", "hua")))
    assert ("supervision.answer" in page, "complaint.time_bar" in page, "commitment.posting" in page) == (True, False, False)
    assert page.count(str(ground.front.pk)) == 1  # the lead, and not among those that help
    typed = {**MADE, "lead": str(ground.front.pk), "due": "2026-11-30", "title": ""}
    assert "Ông/Bà chọn Thứ 2, 30/11/2026" in text(browser.post(at("making", "hua"), typed))


def test_boxes_stand_where_a_deed_is_possible(opens, in_time, reported, ground):
    mine, theirs = in_time(title="Việc A"), in_time(title="Việc B")
    reported(theirs)
    page = text(opens("leader").get(at("list"), {"cua": "tat-ca"}))
    assert (f'value="{mine.pk}"' in page, f'value="{theirs.pk}"' in page) == (True, False)
