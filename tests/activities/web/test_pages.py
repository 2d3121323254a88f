"""The pages: what everyone reads, what is done at work, and what is nobody else's."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from gandan.activities import actions
from gandan.activities.models import Activity, ActivityFigure, Host, Participant, Photo, Request
from gandan.commitments.models import Commitment
from gandan.core.text.days import written
from gandan.directives import actions as directives
from tests.activities.actions.test_part import ADD
from tests.core.files.conftest import photograph
from tests.people import NOW, TODAY

pytestmark = pytest.mark.django_db
DESK = "/lam-viec/hoat-dong/"


@pytest.fixture
def as_(people):
    """A signed-in browser of one of the cast, whose leaders have a second factor."""
    from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

    def sign_in(who: str) -> Client:
        client = Client()
        if who != "citizen":
            TOTP.activate(people[who], generate_totp_secret())
            client.force_login(people[who])
        return client

    return sign_in


def text(answer) -> str:
    return answer.content.decode()


def test_written_down_on_a_phone_at_the_door(world, as_):
    officer = as_("front_officer")
    assert "Nhật ký còn trống" in text(officer.get(DESK))
    form = text(officer.get(DESK + "ghi/"))
    assert f'value="{world.commune.pk}"' in form
    given = {
        "kind": "dialogue",
        "title": "Đối thoại về hẻm 51",
        "starts_on": "20/11/2026",
        "unit": str(world.commune.pk),
        "is_public": "on",
    }
    done = officer.post(DESK + "ghi/", given, follow=True)
    row = Activity.objects.get()
    assert done.redirect_chain[-1][0] == f"{DESK}{row.pk}/"
    assert "Đã ghi." in text(done)
    assert (row.title, row.starts_on, row.is_public) == ("Đối thoại về hẻm 51", date(2026, 11, 20), True)
    assert "Đối thoại về hẻm 51" in text(officer.get(DESK))
    assert "Đối thoại về hẻm 51" in text(Client().get("/hoat-dong/"))


def test_a_wrong_form_loses_nothing_typed(world, as_):
    given = {"kind": "dialogue", "title": "Đối thoại về hẻm 51", "starts_on": "2030-01-01", "unit": str(world.commune.pk)}
    answer = as_("front_officer").post(DESK + "ghi/", given)
    assert answer.status_code == 422
    assert "Ngày này chưa đến" in text(answer)
    assert "Đối thoại về hẻm 51" in text(answer)
    answer = as_("committee_officer").post(
        DESK + "ghi/", {**given, "starts_on": "2026-11-20", "unit": "khac", "elsewhere": "phường Không Có"}
    )
    assert "Chưa tìm thấy đơn vị này" in text(answer)
    answer = as_("leader").post(DESK + "ghi/", {**given, "starts_on": "2026-11-20", "elsewhere": "phường Cái Răng"})
    assert "hãy chọn “Nơi khác”" in text(answer)


def test_another_unit_is_named(world, as_):
    given = {
        "kind": "survey",
        "title": "Học kinh nghiệm",
        "starts_on": "2026-11-20",
        "unit": "khac",
        "elsewhere": "phường Cái Răng, Cần Thơ",
    }
    as_("front_officer").post(DESK + "ghi/", given)
    assert Activity.objects.get().unit == world.other


DETAILS = {
    "co-quan": ({"name": "Chi hội Phụ nữ khu phố 3"}, "Chi hội Phụ nữ khu phố 3"),
    "noi": ({"unit": "phường Cái Răng"}, "Phường Cái Răng"),
    "nguoi-du": ({"point": "commune", "people": "74828", "points": "3280", "bound": "over"}, "hơn 74.828 người"),
    "chuc-vu": ({"name": "Võ Kim Thoa", "positions": "Trưởng Ban\nTrưởng đoàn"}, "Trưởng Ban, Trưởng đoàn"),
    "van-ban": ({"number": "77 qđ đu", "quote": "Thực hiện Quyết định 77"}, "77-QĐ/ĐU"),
    "so-lieu": ({"figure": "hơn 7 tỉ đồng", "noun": "tổng trị giá quà", "quote": "Tổng trị giá hơn 7 tỉ đồng."}, "hơn 7 tỷ đồng"),
    "nguon": ({"title": "Bài báo", "url": "bao.example.vn/bai-1"}, "https://bao.example.vn/bai-1"),
    "de-nghi": ({"text": "Đề nghị thông cống hẻm 51", "by_text": "Bà con"}, "Đề nghị thông cống hẻm 51"),
}
SORTS = {"co-quan": "host", "noi": "activityplace", "nguoi-du": "attendance", "chuc-vu": "participant", "van-ban": "activitydocument",
         "so-lieu": "activityfigure", "nguon": "activitysource", "de-nghi": "request"}  # fmt: skip


@pytest.fixture
def document(front_officer):
    said = {"number": "77-QĐ/ĐU", "kind": "Quyết định", "issuer": "Đảng ủy phường Ninh Kiều", "is_public": True}
    return directives.register_document(**said, by=front_officer, now=NOW)


@pytest.mark.parametrize("what", DETAILS)
def test_a_detail_is_added_shown_and_taken_off(activity, document, as_, what):
    officer, (given, shown) = as_("front_officer"), DETAILS[what]
    assert officer.get(f"{DESK}{activity.pk}/{what}/them/").status_code == 200
    empty = officer.post(f"{DESK}{activity.pk}/{what}/them/", {})
    assert empty.status_code == 422
    page = officer.post(f"{DESK}{activity.pk}/{what}/them/", given, follow=True)
    assert page.status_code == 200
    assert shown in text(page)
    public = text(Client().get(f"/hoat-dong/{activity.pk}/"))
    assert (shown in public) == (what != "chuc-vu")  # nobody is named outside
    row = getattr(activity, f"{SORTS[what]}_set").get()
    remove = reverse("activities:remove", args=[what, row.pk])
    assert remove in text(page)
    assert officer.get(remove).status_code == 200
    gone = officer.post(remove, {"reason": "Ghi nhầm"}, follow=True)
    assert "Đã gỡ." in text(gone)
    assert officer.get(remove).status_code == 404


def test_a_photo_is_shown_lazily_and_opens(activity, as_):
    officer = as_("front_officer")
    upload = SimpleUploadedFile("hem.jpg", photograph(), content_type="image/jpeg")
    page = text(officer.post(f"{DESK}{activity.pk}/anh/them/", {"upload": upload, "caption": "Cống hẻm 51"}, follow=True))
    row = Photo.objects.get()
    assert 'alt="Cống hẻm 51" loading="lazy"' in page
    assert Client().get(f"/tep/{row.file_id}/")["Content-Type"] == "image/jpeg"
    officer.post(reverse("activities:remove", args=["anh", row.pk]))
    assert Client().get(f"/tep/{row.file_id}/").status_code == 404


def test_one_number_may_stand_for_two_documents(activity, document, as_, front_officer):
    said = {"number": "77-QĐ/ĐU", "kind": "Quyết định", "issuer": "Đảng ủy phường Cái Răng", "is_public": True}
    other = directives.register_document(**said, by=front_officer, now=NOW)
    officer, address = as_("front_officer"), f"{DESK}{activity.pk}/van-ban/them/"
    asked = officer.post(address, {"number": "77-QĐ/ĐU"})
    assert "Có 2 văn bản cùng số" in text(asked)
    officer.post(address, {"number": "77-QĐ/ĐU", "which": str(other.pk)})
    assert activity.activitydocument_set.get().document == other
    assert "Trong sổ chưa có văn bản số này" in text(officer.post(address, {"number": "999-QĐ/ĐU"}))


def test_a_request_is_taken_up_and_its_state_is_public(activity, world, as_, front_officer):
    asked = actions.note_request(activity, text="Đề nghị thông cống hẻm 51", by_text="Bà con", by=front_officer, now=NOW)
    leader = as_("leader")
    assert "Đề nghị chưa trả lời" in text(leader.get("/lam-viec/"))
    assert "Đề nghị thông cống hẻm 51" in text(leader.get(DESK + "de-nghi/"))
    address = reverse("activities:take_up", args=[asked.pk])
    assert address in text(leader.get(f"{DESK}{activity.pk}/"))
    assert address not in text(as_("front_officer").get(f"{DESK}{activity.pk}/"))
    assert as_("committee_officer").get(address).status_code == 403
    due = timezone.localdate() + timedelta(days=30)
    given = {"title": "Thông cống", "deliverable": "Biên bản", "lead": str(world.committee.pk), "due": str(due)}
    page = leader.post(address, given, follow=True)
    owed = Commitment.objects.get()
    assert f"/lam-viec/viec/{owed.pk}/" in text(page)
    public = text(Client().get(f"/hoat-dong/{activity.pk}/"))
    assert f"/loi-hua/{owed.pk}/" in public
    assert f"Đang làm, hạn {written(due)}" in public
    assert leader.post(address, given).status_code == 422  # once


def test_a_request_is_declined_in_public(activity, as_, front_officer):
    asked = actions.note_request(activity, text="Đề nghị thay trụ điện", by=front_officer, now=NOW)
    as_("leader").post(reverse("activities:decline", args=[asked.pk]), {"reason": "Trụ điện do điện lực quản lý"})
    public = text(Client().get(f"/hoat-dong/{activity.pk}/"))
    assert "Lý do: Trụ điện do điện lực quản lý" in public
    assert Request.objects.get().state == "declined"


def test_it_is_corrected_and_withdrawn(activity, as_, world):
    officer = as_("front_officer")
    form = text(officer.get(f"{DESK}{activity.pk}/sua/"))
    assert activity.title in form
    days = {"starts_on": "2026-11-20", "ends_on": "2026-11-21"}
    said = {"kind": "meeting", "title": "Họp dân khu phố 3", "text": "Đã bàn.\n\nĐã chốt.", "is_public": "on"}
    given = {**days, **said, "unit": str(world.commune.pk)}
    officer.post(f"{DESK}{activity.pk}/sua/", given)
    public = text(Client().get(f"/hoat-dong/{activity.pk}/"))
    assert "Họp dân khu phố 3" in public
    assert "20/11/2026 – 21/11/2026" in public
    assert "<p>Đã chốt.</p>" in public
    officer.post(f"{DESK}{activity.pk}/rut/", {"reason": "Ghi nhầm ngày"})
    assert Client().get(f"/hoat-dong/{activity.pk}/").status_code == 404
    page = text(officer.get(f"{DESK}{activity.pk}/"))
    assert "Lý do rút: Ghi nhầm ngày" in page
    assert "/sua/" not in page
    assert activity.pk.hex[:8] in text(officer.get(DESK + "?da-rut=1"))


OWN = ("sua", "rut", "co-quan/them", "noi/them", "nguoi-du/them", "chuc-vu/them", "van-ban/them", "so-lieu/them", "anh/them", "nguon/them",
       "de-nghi/them")  # fmt: skip


@pytest.mark.parametrize("deed", OWN)
def test_what_is_of_another_unit_is_not_there(activity, as_, deed):
    outsider, address = as_("outsider"), f"{DESK}{activity.pk}/{deed}/"
    assert outsider.get(address).status_code == 404
    assert outsider.post(address, {"reason": "…"}).status_code == 404
    assert Client().get(address).status_code == 302
    assert as_("hamlet_head").get(address).status_code == 403


def test_an_internal_one_is_nobody_elses(make, world, as_, front_officer):
    row = make(is_public=False, title="Họp kín")
    ADD["participant"](row, world, None, front_officer)
    person, figure = Participant.objects.get(), ADD["figure"](row, world, None, front_officer)
    outsider = as_("outsider")
    for address in (f"{DESK}{row.pk}/", reverse("activities:remove", args=["chuc-vu", person.pk]), f"/hoat-dong/{row.pk}/"):
        assert outsider.get(address).status_code == 404
    assert "Họp kín" not in text(outsider.get(DESK))
    assert "Họp kín" not in text(Client().get("/hoat-dong/"))
    assert ActivityFigure.objects.get() == figure


def test_filters_of_the_public_list(make, world):
    make(title="Đối thoại tháng 11")
    make(title="Tập huấn tháng 10", kind="training", starts_on=date(2026, 10, 5))

    def shown(**asked) -> set[str]:
        page = text(Client().get("/hoat-dong/", asked))
        return {name for name in ("Đối thoại tháng 11", "Tập huấn tháng 10") if f">{name}</a>" in page}

    assert shown() == {"Đối thoại tháng 11", "Tập huấn tháng 10"}
    assert shown(loai="training") == {"Tập huấn tháng 10"}
    assert shown(thang="2026-10") == shown(thang="10/2026") == {"Tập huấn tháng 10"}
    assert shown(**{"don-vi": str(world.commune.pk)}) == shown(**{"don-vi": "ninh kieu"}) == shown()
    assert shown(**{"don-vi": str(world.other.pk)}) == set()
    assert "Không có nơi nào tên" in text(Client().get("/hoat-dong/", {"don-vi": "xyzxyz"}))
    for odd in ({"thang": "2026-13"}, {"loai": "x"}, {"trang": "99"}, {"don-vi": "00000000-0000-0000-0000-000000000000"}):
        assert Client().get("/hoat-dong/", odd).status_code == 200


def test_the_feed(make, world):
    make(title="Đối thoại & họp dân")
    make(is_public=False, title="Họp kín")
    feed = text(Client().get("/hoat-dong/moi.atom"))
    assert "<feed" in feed
    assert "Đối thoại &amp; họp dân" in feed
    assert "Họp kín" not in feed
    assert "Đối thoại" in text(Client().get("/hoat-dong/moi.atom", {"don-vi": str(world.commune.pk)}))
    assert "<entry>" not in text(Client().get("/hoat-dong/moi.atom", {"don-vi": str(world.other.pk)}))
    for odd in ("x", "00000000-0000-0000-0000-000000000000"):
        assert Client().get("/hoat-dong/moi.atom", {"don-vi": odd}).status_code == 404


def test_lists_cost_the_same_for_one_and_thirty(make, as_, world, front_officer):
    officer, leader = as_("front_officer"), as_("leader")

    def questions(client: Client, address: str) -> int:
        client.get(address)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(address).status_code == 200
        return len(asked)

    def all_() -> list[int]:
        pages = [
            (Client(), "/hoat-dong/"),
            (Client(), f"/hoat-dong/?don-vi={world.commune.pk}"),
            (officer, DESK),
            (Client(), "/hoat-dong/moi.atom"),
            (leader, f"{DESK}de-nghi/"),
        ]
        return [questions(*page) for page in pages]

    def more(count: int) -> None:
        for _ in range(count):
            ADD["attendance"](row := make(), world, None, front_officer)
            ADD["request"](row, world, None, front_officer)

    more(2)
    few = all_()
    more(28)
    assert all_() == few


def test_pages_speak_english_too(activity, as_):
    client = as_("front_officer")
    client.cookies["django_language"] = "en"
    assert "Write an activity down" in text(client.get(DESK))
    assert "November" in text(client.get(f"{DESK}{activity.pk}/"))


def test_hosts_of_the_form_are_offices_of_the_unit(activity, world, as_):
    as_("front_officer").post(f"{DESK}{activity.pk}/co-quan/them/", {"office": str(world.front.pk)})
    assert Host.objects.get().office == world.front
    assert activity.starts_on <= TODAY
