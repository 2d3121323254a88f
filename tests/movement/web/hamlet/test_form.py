"""A registration in four short steps: each is kept, nothing typed is lost, what is missing is said with the way to it."""

from dataclasses import replace
from decimal import Decimal

import pytest

from gandan.movement import actions
from gandan.movement.enums import State
from gandan.movement.models import Practice
from gandan.movement.web.hamlet_written import written_of
from gandan.movement.written import MilestoneGiven, ResourceGiven
from tests.movement.ground import short
from tests.movement.web.hamlet.conftest import BASE
from tests.people import NOW, TODAY, hold, make_user

WHAT = {"title": "Hẻm 14 sáng đèn", "place": "Hẻm 14", "problem": "Hẻm tối, hai lần xe ngã trong tháng.", "is_new": "yes"}
HOW = {"way": "Mỗi nhà góp một ít, thợ trong hẻm kéo dây.", "lead": "Tổ tự quản hẻm 14", "others": "Chi đoàn: kéo dây\nHội Phụ nữ"}
ROW = {"name": "Bóng còn sáng", "measure": "count", "noun": "bóng", "before": "2", "target": "12", "due": "2026-12-31"}
AIMS = {"aim": "Đi đêm không còn tối.", "aims-rows": "1", **{f"aims-0-{k}": v for k, v in ROW.items()}}
NEED = {"socialised": "2 triệu đồng", "labour": "12 ngày công", "goods": "12", "goods_noun": "bóng đèn", "output": "12 bóng sáng"}


def step(practice: Practice, n: int) -> str:
    return f"{BASE}phieu/{practice.pk}/buoc/{n}/"


@pytest.fixture
def draft(phone, window, field) -> Practice:
    phone.post(f"{BASE}moi/", {**WHAT, "field": str(field.pk)})
    return Practice.objects.get()


def test_four_steps_from_nothing_to_sent(phone, window, field, ground, hamlet_head):
    begun = phone.get(f"{BASE}moi/").content.decode()
    assert ground.front.name_on(TODAY) in begun, "who answers for it is shown before anything is typed"
    answer = phone.post(f"{BASE}moi/", {**WHAT, "field": str(field.pk)})
    practice = Practice.objects.get()
    assert answer.url == step(practice, 2)
    assert (practice.hamlet, practice.office, practice.is_light) == (ground.hamlet, ground.front, True)
    for n, typed in ((2, HOW), (3, AIMS), (4, NEED)):
        assert phone.post(step(practice, n), typed).status_code == 302
    practice.refresh_from_db()
    assert [(f.part, f.name, f.task) for f in practice.forces.all()] == [
        ("lead", "Tổ tự quản hẻm 14", ""),
        ("take_part", "Chi đoàn", "kéo dây"),
        ("take_part", "Hội Phụ nữ", ""),
    ]
    assert [(r.kind, r.measure, r.noun, r.planned) for r in practice.resources.all()] == [
        ("socialised", "VND", "", Decimal(2_000_000)),
        ("labour", "count", "ngày công", Decimal(12)),
        ("goods", "count", "bóng đèn", Decimal(12)),
    ]
    review = phone.get(f"{BASE}phieu/{practice.pk}/gui/").content.decode()
    assert "Đủ rồi" in review
    sent = phone.post(f"{BASE}phieu/{practice.pk}/gui/", follow=True).content.decode()
    assert "Xã, phường đang xem" in sent
    assert Practice.objects.get().state == State.SUBMITTED
    assert phone.get(step(practice, 1)).url == f"{BASE}phieu/{practice.pk}/", "what was sent is not written any more"


def test_a_step_may_be_left_and_the_last_page_names_what_is_missing(phone, window, field):
    answer = phone.post(f"{BASE}moi/", {"field": str(field.pk), "de-sau": "1"})
    assert answer.url == BASE
    practice = Practice.objects.get()
    assert "Phiếu chưa có tên" in phone.get(BASE).content.decode()
    html = phone.get(f"{BASE}phieu/{practice.pk}/gui/").content.decode()
    for n in (1, 2, 3):
        assert step(practice, n) in html
    assert "Gửi đăng ký" not in html
    refused = phone.post(f"{BASE}phieu/{practice.pk}/gui/")
    assert refused.status_code == 422
    assert Practice.objects.get().state == State.DRAFT


def test_mistakes_are_said_and_nothing_typed_is_lost(phone, draft):
    before = phone.post(f"{BASE}moi/", WHAT)
    assert before.status_code == 422
    assert "Xin chọn một lĩnh vực" in before.content.decode()
    assert "hai lần xe ngã" in before.content.decode()
    table = [
        (3, {**AIMS, "aims-0-target": "nhiều"}, "Chưa đọc được con số này", "Bóng còn sáng"),
        (3, {**AIMS, "aims-0-noun": ""}, "Xin ghi đếm cái gì", "Đi đêm không còn tối"),
        (4, {"goods": "12", "output": "12 bóng sáng"}, "Xin ghi vật dụng gì", "12 bóng sáng"),
        (4, {"labour": "bốn lăm nghìn tỷ gì đó"}, "Chưa đọc được con số này", "bốn lăm nghìn tỷ gì đó"),
        (2, {**HOW, "others": "\n".join("abcdefghijkl")}, "Nhiều nhất 10 dòng", "Mỗi nhà góp một ít"),
        (
            1,
            {**WHAT, "field": str(draft.field_id), "problem": "Nhà ông Nguyễn Văn Tư, số 0909123456, hay đổ rác."},
            "note error",
            "0909123456",
        ),
    ]
    for n, typed, said, kept in table:
        answer = phone.post(step(draft, n), typed)
        html = answer.content.decode()
        assert answer.status_code == 422, (n, said)
        assert said in html
        assert kept in html
    draft.refresh_from_db()
    assert draft.aims.count() == 0


def test_a_step_leaves_alone_what_others_wrote(phone, draft, field, front_officer, ground, hamlet_head, provincial_specialist):
    """It was sent in and came back; the office under whose name it stands added rows that the short form does not show."""
    actions.write(draft, written=short(field), by=hamlet_head, now=NOW)
    actions.submit(draft, by=hamlet_head, now=NOW)
    actions.send_back(draft, reason="Xin ghi rõ bao nhiêu bóng đèn", by=provincial_specialist, now=NOW)
    phone.post(step(draft, 2), HOW)
    kept = written_of(Practice.objects.get())
    lead = replace(kept.forces[0], name="", office=ground.front, task="họp dân")
    goods = (ResourceGiven("goods", "kg", "xi măng", planned=Decimal(59)), ResourceGiven("goods", "count", "cột", planned=Decimal(3)))
    richer = replace(kept, forces=(lead, *kept.forces[1:]), resources=goods, milestones=(MilestoneGiven(TODAY, "Họp dân"),))
    actions.write(draft, written=richer, by=front_officer, now=NOW)
    for n in (1, 2, 3, 4):
        html = phone.get(step(draft, n))
        assert html.status_code == 200
    lines = {"lead": f"{ground.front}: họp dân", "others": "Chi đoàn: kéo dây"}
    phone.post(step(draft, 2), {**HOW, **lines})
    phone.post(step(draft, 4), {"goods": "59", "goods_noun": "kg xi măng", "labour": "4"})
    draft.refresh_from_db()
    first = draft.forces.first()
    assert (first.office, first.task) == (ground.front, "họp dân")
    assert sorted((r.kind, r.measure, r.noun, r.planned) for r in draft.resources.all()) == [
        ("goods", "count", "cột", Decimal(3)),
        ("goods", "kg", "xi măng", Decimal(59)),
        ("labour", "count", "ngày công", Decimal(4)),
    ]
    assert draft.milestones.get().what == "Họp dân"


def test_what_came_back_stands_on_top_with_its_reason(phone, draft, field, hamlet_head, provincial_specialist):
    actions.write(draft, written=short(field), by=hamlet_head, now=NOW)
    actions.submit(draft, by=hamlet_head, now=NOW)
    actions.send_back(draft, reason="Xin ghi rõ bao nhiêu bóng đèn", by=provincial_specialist, now=NOW)
    for page in (BASE, f"{BASE}phieu/{draft.pk}/", step(draft, 1)):
        assert "Xin ghi rõ bao nhiêu bóng đèn" in phone.get(page).content.decode()


def test_another_hamlet_and_other_roles_find_nothing(phone, draft, people, client, world):
    other = make_user("Lý Thị Hoa", "hoa")
    hold(other, "hamlet_head", hamlet=_hamlet(world))
    client.force_login(other)
    for page in (f"{BASE}phieu/{draft.pk}/", step(draft, 1), f"{BASE}phieu/{draft.pk}/gui/", f"{BASE}phieu/{draft.pk}/rut/"):
        assert client.get(page).status_code == 404
    client.force_login(people["committee_officer"])
    assert client.get(BASE).status_code == 404
    assert phone.get(step(draft, 5)).status_code == 404


def _hamlet(world):
    from gandan.units.models import Hamlet, HamletPlace

    hamlet = Hamlet.objects.create(
        unit=world.commune, added_in=world.commune, kind="khu_pho", name="4", key="4", existed=world.hamlet.existed
    )
    HamletPlace.objects.create(hamlet=hamlet, unit=world.commune, during=world.hamlet.existed)
    return hamlet


def test_without_a_drive_the_page_says_so(phone, ground):
    assert "Chưa có phong trào nào" in phone.get(f"{BASE}moi/").content.decode()
