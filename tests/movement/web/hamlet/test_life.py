"""What the head of a hamlet adds to a registered model: numbers, photographs, and once a year that it still lives."""

import io
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from PIL import Image

from gandan.movement import actions
from gandan.movement.enums import State
from gandan.movement.models import Evidence, LifeSign, Practice, Reading
from tests.movement.ground import short
from tests.movement.web.hamlet.conftest import BASE
from tests.people import NOW


@pytest.fixture
def practice(drive, field, ground, hamlet_head, provincial_specialist) -> Practice:
    made = actions.begin(drive=drive, office=ground.front, hamlet=ground.hamlet, written=short(field), by=hamlet_head, now=NOW)
    actions.submit(made, by=hamlet_head, now=NOW)
    return actions.register(made, by=provincial_specialist, now=NOW)


def photo(name: str = "hem.jpg") -> SimpleUploadedFile:
    kept = io.BytesIO()
    Image.new("RGB", (40, 30), (90, 140, 110)).save(kept, "JPEG")
    return SimpleUploadedFile(name, kept.getvalue(), "image/jpeg")


def test_a_sign_of_life_with_a_photograph(phone, practice):
    page = f"{BASE}phieu/{practice.pk}/con-lam/"
    bare = phone.post(page, {"note": "Bà con vẫn thắp đèn đều."})
    assert bare.status_code == 422
    assert "Xin thêm bằng chứng" in bare.content.decode()
    assert "Bà con vẫn thắp đèn đều." in bare.content.decode()
    assert not Evidence.objects.exists(), "all or nothing"
    answer = phone.post(page, {"note": "Bà con vẫn thắp đèn đều.", "uploads": [photo()]}, follow=True)
    assert "thêm một năm" in answer.content.decode()
    assert LifeSign.objects.get().note == "Bà con vẫn thắp đèn đều."
    assert "<img" in phone.get(f"{BASE}phieu/{practice.pk}/").content.decode()


def test_numbers_and_photographs_are_added_and_mistakes_lose_nothing(phone, practice):
    aim = practice.aims.get()
    page = f"{BASE}phieu/{practice.pk}/do/{aim.pk}/"
    late = (timezone.localdate() + timedelta(days=3)).isoformat()
    for typed, said in (
        ({"value": "", "note": "Đi đếm"}, "Xin ghi con số đo được"),
        ({"value": "nhiều lắm", "note": "Đi đếm"}, "Chưa đọc được con số này"),
        ({"value": "3", "read_on": late, "note": "Đi đếm"}, "Ngày này chưa đến"),
    ):
        answer = phone.post(page, typed)
        assert answer.status_code == 422
        assert said in answer.content.decode()
        assert "Đi đếm" in answer.content.decode()
    assert phone.post(page, {"value": "3", "note": "Đi đếm buổi sáng"}).status_code == 302
    assert Reading.objects.get().statement.value == 3
    pictures = f"{BASE}phieu/{practice.pk}/anh/"
    assert "Xin chọn ít nhất một ảnh" in phone.post(pictures, {"note": "Hẻm sạch"}).content.decode()
    assert phone.post(pictures, {"note": "Hẻm lúc sáng sớm", "uploads": [photo()]}).status_code == 302
    assert Evidence.objects.get().note == "Hẻm lúc sáng sớm"


def test_what_lapsed_lives_again_by_a_new_photograph(phone, practice):
    yesterday = timezone.localdate() - timedelta(days=1)
    Practice.objects.filter(pk=practice.pk).update(state=State.LAPSED, alive_until=yesterday)
    assert "Báo hoạt động trở lại" in phone.get(BASE).content.decode()
    Practice.objects.filter(pk=practice.pk).update(
        state=State.REGISTERED
    )  # the clock did not come round yet: no day that is gone is asked for
    for page in (BASE, f"{BASE}phieu/{practice.pk}/"):
        html = phone.get(page).content.decode().lower()
        assert ("còn làm trước hết ngày" in html, "chưa có ai đưa bằng chứng" in html) == (False, True), page
    Practice.objects.filter(pk=practice.pk).update(state=State.LAPSED)
    phone.post(f"{BASE}phieu/{practice.pk}/con-lam/", {"note": "Nghỉ dịch xong bà con làm lại.", "uploads": [photo()]})
    assert Practice.objects.get().state == State.REGISTERED


def test_a_form_is_taken_back_with_a_reason(phone, drive, field, ground, hamlet_head):
    made = actions.begin(drive=drive, office=ground.front, hamlet=ground.hamlet, written=short(field), by=hamlet_head, now=NOW)
    page = f"{BASE}phieu/{made.pk}/rut/"
    assert phone.post(page, {"reason": "thôi"}).status_code == 422
    assert phone.post(page, {"reason": "Bà con chọn làm việc khác trước"}).url == BASE
    assert "Hẻm 1" not in phone.get(BASE).content.decode()


def test_the_list_asks_the_same_for_one_as_for_many(phone, practice, drive, field, ground, hamlet_head):
    def asked():
        phone.get(BASE)
        with CaptureQueriesContext(connection) as told:
            phone.get(BASE)
        return len(told)

    def begun(n, **more):
        written = short(field, title=f"Việc {n}", **more)
        actions.begin(drive=drive, office=ground.front, hamlet=ground.hamlet, written=written, by=hamlet_head, now=NOW)

    begun(1)
    one = asked()
    html = phone.get(BASE).content.decode()
    assert ("Viết đủ rồi, chưa gửi" in html, "Xem còn thiếu gì" in html) == (True, False)
    for n in range(2, 7):
        begun(n, way="")
    html = phone.get(BASE).content.decode()
    assert "Lê Lợi, khu phố 3</p>" in phone.get(f"{BASE}phieu/{Practice.objects.last().pk}/").content.decode(), "named once"
    assert (html.count("Viết đủ rồi, chưa gửi"), html.count("Xem còn thiếu gì"), "?don-vi=" in html) == (1, 5, False)
    assert asked() == one
