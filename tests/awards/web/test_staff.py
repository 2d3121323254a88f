"""Pages at work: a round by its pages from plan to roll, who opens what, lists that cost the same for one row and for many."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation
from PIL import Image

from gandan.awards import actions
from gandan.awards.enums import CallState, NameSource, NominationState, NomineeState
from gandan.awards.models import AwardKind, Call, Conferral, Holder, Nomination, Nominee
from gandan.awards.web import words
from gandan.core.files.queries import of as files_of
from tests.awards.conftest import WHY, collective, person
from tests.awards.web.conftest import desk, portal, text
from tests.people import CAST

pytestmark = pytest.mark.django_db
PERSON = {
    "name": "Trần Thị Mộng Thu",
    "workplace": "Ủy ban MTTQ phường",
    "deeds": "Vận động hiến đất mở hẻm 51.",
    "born": "1970",
    "years": "12",
}


def sent(browser, address: str, **given):
    """A form that is taken: it leads on."""
    answer = browser.post(address, given)
    assert answer.status_code == 302, text(answer)[-6000:]
    return answer


def png() -> bytes:
    out = BytesIO()
    Image.new("RGB", (8, 8), "white").save(out, "PNG")
    return out.getvalue()


def test_a_round_by_its_pages(since, opens):
    house = since(0)
    today = timezone.localdate()
    board, front = opens("provincial_leader"), opens("front_officer")
    kind = AwardKind.objects.get(code="commendation.board")
    said = {"kind": kind.pk, "office": house.world.province_board.pk, "title": "Khen dân vận khéo", "year": today.year, "opens_on": today}
    said |= {"closes_on": today + timedelta(days=9), "sheet_code": "khen-thuong", "grounds": "Hiến đất\nPhân loại rác", "persons": "2"}
    wrong = board.post(desk("plan"), {**said, "others": "Phường Ninh Kiều; 3; 2\nPhường Không Có; 1"})
    assert (wrong.status_code, "Dòng 2: chưa rõ “Phường Không Có”" in text(wrong), "Khen dân vận khéo" in text(wrong)) == (422, True, True)
    sent(board, desk("plan"), **said, others="Phường Ninh Kiều; 3; 2")
    call = Call.objects.get()
    assert sorted((q.whom, q.most, q.unit_id) for q in call.quotas.all() if q.unit_id) == [
        ("collective", 2, house.world.commune.pk),
        ("person", 3, house.world.commune.pk),
    ]
    assert front.get(desk("call", call.pk)).status_code == 404
    sent(board, desk("change_call", call.pk), **{**said, "title": "Khen dân vận khéo 2026"}, others="Phường Ninh Kiều; 1; 2")
    assert text(board.get(desk("deed", call.pk, "mo"))).count("chưa đối chiếu") == 1, "once, beside the source"
    sent(board, desk("deed", call.pk, "mo"))
    sent(front, desk("begin", call.pk), office=house.world.front.pk)
    dossier = Nomination.objects.get()
    add = desk("add_nominee", dossier.pk, "them-ca-nhan")
    short = front.post(add, {**PERSON, "born": "", "ground": "Hiến đất"})
    assert (short.status_code, "Xin ghi năm sinh" in text(short), PERSON["deeds"] in text(short)) == (422, True, True)
    sent(front, add, **PERSON, ground="Hiến đất")
    sent(front, desk("add_nominee", dossier.pk, "them-tap-the"), name="Tổ 5", deeds="Giữ hẻm sạch.", ground="Phân loại rác")
    one, other = dossier.nominees.all()
    changing = front.get(desk("change_nominee", one.pk))
    assert 'value="Trần Thị Mộng Thu"' in text(changing)
    sent(front, desk("change_nominee", one.pk), **{**PERSON, "years": "16"}, ground="Hiến đất")
    sent(front, desk("add_paper", dossier.pk), upload=SimpleUploadedFile("to-trinh.png", png(), "image/png"))
    paper = files_of(dossier).get()
    assert front.get(f"/tep/{paper.pk}/").status_code in (200, 404)
    sent(front, desk("drop_paper", dossier.pk, paper.pk))
    assert not files_of(dossier).exists()
    sent(front, desk("dossier_deed", dossier.pk, "gui"), number="12/TTr-MTTQ")
    page = text(board.get(desk("board", call.pk)))
    assert "Không khớp: cần 2 loại giấy tờ; đã gửi 0 tệp" in page
    assert "đủ điều kiện" not in page.lower()
    short = board.post(desk("dossier_deed", dossier.pk, "tra-lai"), {"reason": "ít"})
    assert (short.status_code, "ít nhất 10 ký tự" in text(short)) == (422, True)
    sent(board, desk("dossier_deed", dossier.pk, "tra-lai"), reason="Thiếu tờ trình có dấu.")
    assert "Thiếu tờ trình có dấu." in text(front.get(desk("dossier", dossier.pk)))
    sent(front, desk("nominee_deed", other.pk, "bo"))
    sent(front, desk("dossier_deed", dossier.pk, "gui"), number="12/TTr-MTTQ")
    sent(board, desk("nominee_deed", one.pk, "khong-dua-vao-xet"), reason=WHY)
    assert WHY in text(front.get(desk("nominee", one.pk)))
    sent(board, desk("nominee_deed", one.pk, "dua-lai"), reason="Đã bổ sung đủ giấy tờ.")
    early = board.post(desk("deed", call.pk, "ra-hoi-dong"), {"council": house.council.pk, "closes_on": today + timedelta(days=20)})
    assert (early.status_code, "chưa chốt trước ngày đó được" in text(early)) == (403, True)
    sent(front, desk("dossier_deed", dossier.pk, "rut"))
    assert (Nomination.objects.get().state, Nominee.objects.get(pk=one.pk).key) == (NominationState.WITHDRAWN, "")
    sent(board, desk("deed", call.pk, "huy"), reason="Đợt xét mở nhầm năm.")
    assert Call.objects.get().state == CallState.CANCELLED


def test_from_council_to_certificates_and_revocation_by_pages(since, opens):
    house = since(13)
    call = house.through(CallState.COUNCIL, person("Nguyễn Thị Mộng Hoà"), collective("Tổ hoà giải khu phố 3"))
    board = opens("provincial_leader")
    rows = house.nominees(call)
    assert board.post(desk("nominee_deed", rows[0].pk, "chon"), {"reason": ""}).status_code == 403
    for row, points in zip(rows, (91, 82), strict=True):
        house.score(row, points)
        sent(board, desk("nominee_deed", row.pk, "chon"), reason="")
    sent(board, desk("deed", call.pk, "cong-khai"))
    public = text(opens("citizen").get(portal("call", call.pk)))
    assert "Xem danh sách, gửi ý kiến" in public
    assert "Mộng Hoà" not in public
    signed = {"number": "45-QĐ/BTGDV", "decided_on": timezone.localdate(), "signed_as": "Trưởng ban"}
    early = board.post(desk("deed", call.pk, "quyet-dinh"), signed)
    assert (early.status_code, "45-QĐ/BTGDV" in text(early)) == (403, True) or early.status_code == 422
    sent(board, desk("deed", call.pk, "go-danh-sach"), reason="Danh sách còn thiếu một dòng.")
    assert {n.state for n in house.nominees(call)} == {NomineeState.CHOSEN}


def test_certificates_and_revocation(since, opens):
    house = since(45)
    call = house.through(CallState.DECIDED, person("Nguyễn Thị Mộng Hoà"), collective("Tổ hoà giải khu phố 3"))
    board, citizen = opens("provincial_leader"), opens("citizen")
    group, hoa = Holder.objects.order_by("whom")
    numbers = desk("certificates", call.pk)
    assert 'value="07/2026"' in text(board.get(numbers, {"tu": "7", "duoi": "/2026"}))
    twice = board.post(numbers, {f"so-{hoa.pk}": "07/2026", f"so-{group.pk}": "07/2026"})
    assert (twice.status_code, "bị trùng: 07/2026" in text(twice)) == (422, True)
    sent(board, numbers, **{f"so-{hoa.pk}": "07/2026"})
    assert Holder.objects.get(pk=hoa.pk).certificate == "07/2026"
    where = portal("one", hoa.conferral_id)
    assert "Nguyễn Thị Mộng Hoà" in text(citizen.get(where))
    given = {
        "office": house.world.province_board.pk,
        "number": "99-QĐ/BTGDV",
        "decided_on": timezone.localdate(),
        "signed_as": "Trưởng ban",
    }
    sent(board, desk("revoke", hoa.pk), **given, reason="Thành tích đã khai không đúng.")
    after = text(citizen.get(where))
    assert "Mộng Hoà" not in after
    assert "đã bị thu hồi" in after
    # the register tells it in the same way: who decides reads the paper as it was, everybody else no name
    register, front = reverse("appraisals:decision", args=[call.decision_id]), opens("front_officer")
    assert "Mộng Hoà" in text(board.get(register))
    seen = text(front.get(register))
    assert "Mộng Hoà" not in seen
    assert "(đã thu hồi)" in seen
    assert "1 cá nhân" in seen


def test_an_old_book_is_typed_in_and_taken_back(since, opens):
    since(0)
    board, citizen = opens("provincial_leader"), opens("citizen")
    medal = AwardKind.objects.get(code="medal.dan_van")
    unit = Nomination._meta.get_field("unit").related_model.objects.filter(names__name="Cần Thơ").get()
    said = {"unit": unit.pk, "kind": medal.pk, "given_on": "2020-10-15", "persons": "4", "book": "Sổ khen thưởng 2020"}
    wrong = board.post(desk("enter"), {**said, "person_names": "Lê Văn Mộng Tám; Ban Dân vận; 12; hôm qua"})
    assert (wrong.status_code, "Dòng 1: xin ghi ngày sinh" in text(wrong)) == (422, True)
    sent(board, desk("enter"), **said, person_names="Lê Văn Mộng Tám; Ban Dân vận; 12; 20/11/1968")
    row = Conferral.objects.get(source=NameSource.ENTERED)
    assert (row.persons, row.name, bool(row.holders.get().mac_day)) == (4, "Kỷ niệm chương “Vì sự nghiệp Dân vận”", True)
    roll = portal("roll")
    whole = text(citizen.get(roll, {"q": "Thành phố Cần Thơ"}))
    assert "Sổ vàng: Thành phố Cần Thơ" in whole
    lost = text(citizen.get(roll, {"q": "Xyzzy", "nam": "20x0", "cap": "centre"}))
    for said in ("Chưa tìm thấy nơi nào tên “Xyzzy”", 'value="Xyzzy"', "Chưa hiểu năm “20x0”", 'value="20x0"'):
        assert said in lost, said
    assert 'class="list sheet"' not in lost, "nothing stands under a place that is not understood"
    assert '<option value="centre" selected>' in lost
    with translation.override("en"):
        assert [words.counted(1, 1), words.counted(2, 28)] == ["1 collective, 1 person", "28 collectives, 2 persons"]
    page = text(citizen.get(portal("roll"), {"loai": medal.pk, "nam": "2020", "don-vi": unit.pk}))
    assert "4 cá nhân" in page
    assert "Mộng Tám" not in page  # names stand on the page of the award alone
    feed = portal("feed")
    had = {"If-None-Match": citizen.get(feed)["ETag"]}
    assert citizen.get(feed, headers=had).status_code == 304
    sent(board, desk("take_back", row.pk), reason="Nhập nhầm sổ của năm khác.")
    assert citizen.get(feed, headers=had).status_code == 200, "what left the feed is news"
    assert "4 cá nhân" not in text(citizen.get(portal("roll")))


def test_kinds_by_pages(since, opens):
    since(0)
    board = opens("provincial_specialist")
    sent(
        board,
        desk("define_kind"),
        name="Giấy khen phường",
        form="commendation",
        level="base",
        issuer="Chủ tịch UBND phường",
        code="giay.phuong",
        to_persons="on",
    )
    kind = AwardKind.objects.get(code="giay.phuong")
    today = timezone.localdate()
    half = board.post(desk("kind_deed", kind.pk, "dieu-kien"), {"from_day": today, "source": "Quy chế phường", "deadline_day": "5"})
    assert (half.status_code, "cả ngày và tháng" in text(half)) == (422, True)
    sent(board, desk("kind_deed", kind.pk, "dieu-kien"), from_day=today, source="Quy chế phường", years="5")
    sent(board, desk("kind_deed", kind.pk, "doi-ten"), from_day=today + timedelta(days=1), name="Giấy khen mới", issuer="UBND phường")
    page = text(board.get(desk("kind", kind.pk)))
    for part in ("Từ 5 năm công tác", "chưa đối chiếu văn bản gốc", "Giấy khen mới"):
        assert part in page, part
    sent(board, desk("kind_deed", kind.pk, "thoi-dung"))
    assert AwardKind.objects.get(pk=kind.pk).ended_on == today
    assert opens("front_officer").get(desk("define_kind")).status_code == 403


def test_who_opens_what(since, opens):
    house = since(13)
    call = house.through(CallState.COUNCIL, person("Nguyễn Thị Mộng Hoà"))
    one = house.one(call)
    reads = {
        "board": (desk("board", call.pk), {"provincial_leader", "provincial_specialist"}),
        "dossier": (desk("dossier", one.nomination_id), {"provincial_leader", "provincial_specialist", "front_officer"}),
        "nominee": (desk("nominee", one.pk), {"provincial_leader", "provincial_specialist", "front_officer"}),
    }
    for what, (address, allowed) in reads.items():
        for who in CAST:
            answer = opens(who).get(address)
            assert (answer.status_code == 200) == (who in allowed), (what, who, answer.status_code)
            if who not in allowed:
                assert "Mộng Hoà" not in text(answer), (what, who)
    assert "Mộng Hoà" in text(opens("seat.1").get(desk("nominee", one.pk)))


def test_lists_cost_the_same_for_one_and_many(since, opens):
    house = since(13)
    call = house.open()
    dossier = house.dossier(call, person("Người số không"), number="12/TTr-MTTQ")
    board, citizen = opens("provincial_leader"), opens("citizen")
    pages = [
        (board, desk("board", call.pk)),
        (board, desk("dossier", dossier.pk)),
        (board, desk("list") + "?xem=to-chuc"),
        (citizen, portal("home")),
    ]
    pages += [(citizen, portal("roll")), (citizen, portal("call", call.pk)), (board, desk("extract", call.pk)), (board, desk("roll"))]

    def costs() -> list[int]:
        found = []
        for browser, address in pages:
            browser.get(address)
            with CaptureQueriesContext(connection) as seen:
                assert browser.get(address).status_code == 200
            found.append(len(seen))
        return found

    enter = {"kind": AwardKind.objects.get(code="merit.province"), "unit": house.world.province, "by": house.board, "now": timezone.now()}
    actions.enter_conferral(name="Bằng khen 0", persons=1, **enter)
    before = costs()
    other = house.dossier(call, who="outsider")
    for n in range(12):
        house.add(other, person(f"Người thứ {n}", born=1950 + n), who="outsider")
        actions.enter_conferral(name=f"Bằng khen {n}", persons=1, **enter)
        house.open(title=f"Đợt khác {n}")
    actions.submit_nomination(other, number="13/TTr-MTTQ", by=house.proposers["outsider"], now=timezone.now())
    assert costs() == before
