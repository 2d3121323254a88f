"""Each deed on a model by its page: success, the sentence of a refusal, and nothing typed lost."""

import re
from datetime import date, timedelta
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from gandan.accounts.models import User
from gandan.accounts.queries import actor_for
from gandan.movement import actions
from gandan.movement.enums import FindingKind, State
from gandan.movement.models import Likeness, PendingPractice, Practice, VoiceCode
from tests.movement.ground import recognised
from tests.movement.web.staff.conftest import text, to
from tests.people import NOW

pytestmark = pytest.mark.django_db


def photo(name: str = "hem.png", colour: str = "white") -> SimpleUploadedFile:
    out = BytesIO()
    Image.new("RGB", (8, 8), colour).save(out, "PNG")
    return SimpleUploadedFile(name, out.getvalue(), content_type="image/png")


def test_registered_or_sent_back_by_another_office(opens, in_state):
    owner, registrar = opens("committee_officer"), opens("front_officer")
    p = in_state(State.SUBMITTED)
    page = text(registrar.get(to("one", p.pk)))
    assert ("Phiếu chờ nhận" in page, to("deed", p.pk, "nhan") in page) == (True, True)
    assert owner.get(to("deed", p.pk, "nhan")).status_code == 403
    assert registrar.post(to("deed", p.pk, "tra-lai"), {"reason": "ngắn"}).status_code == 422
    assert registrar.post(to("deed", p.pk, "tra-lai"), {"reason": "Xin ghi ai đo số điểm rác."}).url == to("one", p.pk)
    p.refresh_from_db()
    assert p.state == State.DRAFT
    actions.submit(p, by=_actor(p), now=NOW)
    assert registrar.post(to("deed", p.pk, "nhan"), {}).url == to("one", p.pk)
    p.refresh_from_db()
    assert p.state == State.REGISTERED
    answer = registrar.post(to("deed", p.pk, "tra-lai"), {"reason": "Viết rồi mới biết đã nhận"})
    assert (answer.status_code, "Viết rồi mới biết đã nhận" in text(answer)) == (403, True)


def _actor(p: Practice):
    return actor_for(User.objects.get(pk=p.written_by.removeprefix("user:")), today=timezone.localdate())


def test_a_likeness_is_explained_and_judged(opens, in_state):
    owner, registrar = opens("committee_officer"), opens("front_officer")
    in_state(n=1)
    p = in_state(State.SUBMITTED, 2)
    like = Likeness.objects.filter(practice=p).first()
    page = text(registrar.get(to("deed", p.pk, "nhan")))
    assert ("Giống ở:" in page, "cách làm" in page, "Hẻm 1 không rác" in page) == (True, True, True)
    assert "Giải thích" in text(owner.get(to("one", p.pk)))
    assert owner.post(to("answer", p.pk, like.pk), {"answer": "Hẻm này có thêm xe gom của tổ tự quản."}).status_code == 302
    page = text(registrar.get(to("judge", p.pk, like.pk)))
    assert ("Phiếu này" in page, "xe gom của tổ tự quản" in page) == (True, True)
    assert owner.get(to("judge", p.pk, like.pk)).status_code == 403
    assert registrar.post(to("judge", p.pk, like.pk), {"is_same": "yes"}).status_code == 302
    assert "Kết luận: là một" in text(registrar.get(to("one", p.pk)))
    answer = registrar.post(to("deed", p.pk, "nhan"), {})
    assert (answer.status_code, "trùng" in text(answer)) == (403, True)
    assert registrar.get(to("judge", in_state(n=3).pk, like.pk)).status_code == 404


def test_measured_shown_and_alive(opens, in_state):
    browser, p = opens("committee_officer"), in_state()
    aim, today = p.aims.get(), timezone.localdate()
    assert browser.get(to("measure", p.pk)).url == to("measure_aim", p.pk, aim.pk)
    answer = browser.post(to("measure_aim", p.pk, aim.pk), {"value": "vài", "bound": "exact", "read_on": today, "note": "Còn nguyên"})
    assert (answer.status_code, "Còn nguyên" in text(answer)) == (422, True)
    assert browser.post(to("measure_aim", p.pk, aim.pk), {"value": "4", "bound": "exact", "read_on": today, "note": ""}).status_code == 302
    assert aim.readings.get().statement.value == 4
    answer = browser.post(
        to("deed", p.pk, "bang-chung"), {"uploads": [photo(), photo("b.png", "green")], "shows": today, "note": "Đầu hẻm đã sạch"}
    )
    assert answer.status_code == 302
    page = text(browser.get(to("one", p.pk)))
    assert page.count('src="/tep/') == 2
    assert browser.get(re.search(r'src="(/tep/[^"]+)"', page).group(1)).status_code == 200
    answer = browser.post(to("deed", p.pk, "bang-chung"), {"shows": today, "note": ""})
    assert "Xin chọn ảnh hoặc tệp" in text(answer)
    assert browser.post(to("deed", p.pk, "con-hoat-dong"), {"note": "Vẫn nhắc giờ, vẫn gom rác hằng ngày"}).status_code == 302
    assert p.signs.count() == 1
    resource, mark = p.resources.get(), p.milestones.get()
    answer = browser.post(to("use", p.pk), {f"used-{resource.pk}": "3 triệu đồng", f"reached-{mark.pk}": str(today)})
    assert answer.status_code == 302
    resource.refresh_from_db()
    mark.refresh_from_db()
    assert (resource.used, mark.reached_on) == (3_000_000, today)


def test_who_runs_the_system_takes_a_photograph_and_words_off_it(opens, told):
    p, today = told(), timezone.localdate()
    owner, admin = opens("committee_officer"), opens("administrator")
    owner.post(to("deed", p.pk, "bang-chung"), {"uploads": [photo()], "shows": today, "note": "Đầu hẻm, em bé áo đỏ"})
    row = p.evidence.get(note__contains="em bé")
    image = re.search(r'src="(/tep/[^"]+)"', text(owner.get(to("one", p.pk)))).group(1)
    public = f"/mo-hinh/{p.pk}/"
    assert (to("erase", p.pk) in text(admin.get(public)), to("erase", p.pk) in text(owner.get(public))) == (True, False)
    page = text(admin.get(to("erase", p.pk)))
    assert ("em bé" in page, "tổ vẫn nhắc" in page) == (True, True)
    assert admin.post(to("erase", p.pk), {"row": str(row.pk)}).status_code == 422
    assert admin.post(to("erase", p.pk), {"row": str(row.pk), "reason": "personal_data"}).url == public
    row.refresh_from_db()
    assert (row.note, row.is_erased, owner.get(image).status_code in (404, 410)) == ("", True, True)
    assert ("Lời này đã được xoá" in text(owner.get(to("one", p.pk))), "em bé" in text(admin.get(to("erase", p.pk)))) == (True, False)
    assert owner.get(to("erase", p.pk)).status_code == 403


def test_a_visit_with_findings_and_a_review(opens, people, in_state):
    browser, p = opens("front_officer"), in_state()
    today, me = timezone.localdate(), str(people["front_officer"].pk)
    page = text(browser.get(to("visit", p.pk)))
    assert ("Phạm Quốc Việt" in page, "Nguyễn Thị Mai" in page) == (False, True)
    said = {
        "visited_on": today, "members": [me], "head": me, "seen": "Đầu hẻm sạch, mỗi nhà một thùng.", "findings-rows": "2",
        "findings-0-kind": "good", "findings-0-text": "Lịch gom dán ở đầu hẻm", "findings-1-kind": "lack", "findings-1-text": "",
    }  # fmt: skip
    again = text(browser.post(to("visit", p.pk), {**said, "them": "findings"}))
    assert ("Đầu hẻm sạch" in again, 'name="findings-2-text"' in again, "Lịch gom dán" in again) == (True, True, True)
    assert p.visits.count() == 0
    assert browser.post(to("visit", p.pk), {**said, "seen": ""}).status_code == 422
    assert browser.post(to("visit", p.pk), {**said, "uploads": photo()}).status_code == 302
    visit = p.visits.get()
    assert [(f.kind, f.text) for f in visit.findings.all()] == [(FindingKind.GOOD, "Lịch gom dán ở đầu hẻm")]
    page = text(browser.get(to("one", p.pk)))
    assert ("Nguyễn Thị Mai (trưởng đoàn)" in page, "Lịch gom dán" in page) == (True, True)
    year = p.registered_on.year
    answer = browser.post(
        to("deed", p.pk, "ra-soat"), {"year": year, "result": "effective", "visit": visit.pk, "reason": "Điểm rác giảm rõ."}
    )
    assert answer.status_code == 302
    assert "Hiệu quả, nên nhân rộng" in text(browser.get(to("one", p.pk)))
    assert "Hẻm 1 không rác" in text(browser.get(to("list"), {"cua": "tat-ca", "trang-thai": "hieu-qua"}))


def test_codes_are_shown_once(opens, in_state):
    browser, p = opens("committee_officer"), in_state()
    assert browser.post(to("deed", p.pk, "ma"), {"many": "3"}).url == to("slips", p.pk)
    page = text(browser.get(to("slips", p.pk)))
    codes = set(re.findall(r'class="secret">([0-9A-Z-]+)<', page))
    assert (len(codes), VoiceCode.objects.count()) == (3, 3)
    page = text(browser.get(to("slips", p.pk)))
    assert (any(code in page for code in codes), "Mã chỉ hiện một lần" in page) == (False, True)


def test_another_office_learns_from_it_and_says_how_it_went(opens, in_state, ground):
    p, browser = in_state(), opens("outsider")
    assert to("adopt", p.pk) in text(browser.get(to("one", p.pk)))
    assert "chính cơ quan này" in text(opens("committee_officer").post(to("adopt", p.pk), {"office": ground.committee.pk, "hamlet": ""}))
    answer = browser.post(to("adopt", p.pk), {"office": ground.other_front.pk, "hamlet": ""})
    made = Practice.objects.get(adopted_from=p)
    assert answer.url == to("write", made.pk)
    page = text(browser.get(answer.url))
    assert ("Làm khác mô hình gốc ở chỗ nào" in page, p.way in page, "Còn thiếu" in page) == (True, True, True)
    Practice.objects.filter(pk=made.pk).update(
        state=State.REGISTERED, registered_on=timezone.localdate(), alive_until=timezone.localdate() + timedelta(days=300)
    )
    said = {"worked": "partly", "text": "Hẻm rộng hơn nên phải thêm một xe gom."}
    assert browser.post(to("deed", made.pk, "nhan-xet"), said).status_code == 302
    assert "Hẻm rộng hơn" in text(browser.get(to("one", made.pk)))


def test_stopped_with_a_reason(opens, in_state):
    browser, p = opens("committee_officer"), in_state()
    assert browser.post(to("deed", p.pk, "dung"), {"reason": "Hẻm đã mở rộng thành đường."}).status_code == 302
    page = text(browser.get(to("one", p.pk)))
    assert ("Dừng mô hình" in page, "Hẻm đã mở rộng thành đường." in page) == (True, True)
    assert "chưa “báo còn hoạt động” được" in text(browser.get(to("deed", p.pk, "con-hoat-dong")))


def test_a_recognition_is_taken_back_by_the_level_that_gave_it(opens, in_state, ground):
    p = in_state()
    row = recognised(p, ground)
    leader = opens("leader")
    said = {
        "office": ground.party.pk, "number": "9-QĐ/ĐU", "decided_on": timezone.localdate(), "signed_as": "Bí thư", "signed_by": "",
        "reason": "Hẻm đã thôi làm từ giữa năm nay.",
    }  # fmt: skip
    assert opens("committee_officer").get(to("revoke", p.pk, row.pk)).status_code == 403
    assert leader.post(to("revoke", p.pk, row.pk), {**said, "number": ""}).status_code == 422
    assert leader.post(to("revoke", p.pk, row.pk), said).url == to("one", p.pk)
    row.refresh_from_db()
    assert row.revoked_on == timezone.localdate()
    assert "Hẻm đã thôi làm" in text(leader.get(to("one", p.pk)))


def test_after_a_split_a_leader_says_who_goes_on(opens, in_state, ground):
    p = in_state()
    waiting = PendingPractice.objects.create(practice=p, cause="split", since=date(2026, 11, 1))
    waiting.candidates.set([ground.commune])
    leader = opens("leader")
    page = text(leader.get(to("one", p.pk)))
    assert ("Chưa cơ quan nào chịu trách nhiệm" in page, to("successor", p.pk) in page) == (True, True)
    assert "Chưa có cơ quan nhận" in text(leader.get(to("desk")))
    assert opens("committee_officer").get(to("successor", p.pk)).status_code == 403
    assert leader.post(to("successor", p.pk), {"office": ground.front.pk}).status_code == 302
    p.refresh_from_db()
    assert p.office == ground.front
    assert leader.get(to("successor", p.pk)).status_code == 404
