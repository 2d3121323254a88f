"""Awards in a browser: axe finds nothing, all fits a telephone; a dossier goes in without a script and comes back with a reason."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.conf import settings
from playwright.sync_api import BrowserContext, expect
from pytest_django.live_server_helper import LiveServer

from gandan.awards import actions
from gandan.awards.enums import Whom
from gandan.awards.given import CollectiveGiven, PersonGiven, QuotaGiven
from gandan.awards.models import Call, Conferral, Holder, Nomination
from tests.awards.conftest import House, at, collective, on, on_day, person
from tests.journeys.test_sign_in import PHONE, flaws
from tests.support.browser import follow

pytestmark = pytest.mark.django_db(transaction=True)
GROUNDS = ("Vận động hiến đất mở hẻm", "Phân loại rác tại nguồn")
DEEDS = (
    "Vận động 42 hộ hẻm 51 hiến 186 m² đất, góp 320 ngày công; hẻm mở từ 1,8 m thành 4 m, xong trước hạn 20 ngày.\n"
    "Giữ nền nếp họp tổ hằng tháng, 38 buổi trong hai năm."
)
DESK, BOARD = "/lam-viec/khen-thuong/", "/khen-thuong/"


@pytest.fixture
def site(round_) -> Iterator[LiveServer]:
    """The pages over the rows of this test."""
    server = LiveServer("127.0.0.1")
    yield server
    server.stop()


@pytest.fixture
def enters(context: BrowserContext, opens, site) -> Callable[[str], None]:
    """The browser is that of somebody who signed in."""

    def enter(who: str) -> None:
        context.clear_cookies()
        key = opens(who).cookies[settings.SESSION_COOKIE_NAME].value
        context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": key, "url": site.url}])

    return enter


def proposed(house: House, call: Call, who: str, day: int, *whom: PersonGiven | CollectiveGiven, number: str = "") -> Nomination:
    """A dossier of that day, its cases by turns for one ground and the other."""
    office = {"front_officer": house.world.front, "outsider": house.world.other_front}[who]
    by = on_day(house.proposers[who], day)
    made = actions.begin_nomination(call, office=office, by=by, now=at(day))
    for n, one in enumerate(whom):
        kind = Whom.PERSON if isinstance(one, PersonGiven) else Whom.COLLECTIVE
        actions.add_nominee(made, whom=kind, person=one, ground=GROUNDS[n % 2], by=by, now=at(day))
    return actions.submit_nomination(made, number=number, by=by, now=at(day)) if number else made


def opened(house: House, title: str, day: int, days: int) -> Call:
    quotas = (QuotaGiven(Whom.PERSON, 1), QuotaGiven(Whom.COLLECTIVE, 2))
    said = {"title": title, "opens_on": on(day), "closes_on": on(day + days), "quotas": quotas, "grounds": GROUNDS, "year": on(day).year}
    return actions.open_call(house.plan(now=at(day), **said), by=on_day(house.board, day), now=at(day))


@pytest.fixture
def round_(since) -> dict[str, Any]:
    """Begun 45 days ago: one call decided, one before its council with some points fixed, one that takes dossiers since today."""
    house = since(45)
    done = opened(house, "Xét khen phong trào “Dân vận khéo” đợt 1", 0, 5)
    hong = person("Lê Thị Thu Hồng", deeds=DEEDS)
    proposed(house, done, "front_officer", 1, hong, collective("Tổ dân phố 5", workplace="phường Ninh Kiều"), number="12/TTr-MTTQ")
    others = (person("Trần Quốc Dũng", born=1969, years=None), collective("Chi hội Nông dân khu vực 2"))
    proposed(house, done, "outsider", 1, *others, number="09/TTr-MTTQ")
    done = house.close(done, day=6)
    for nominee, points in zip(house.nominees(done), (92, 85, 60, 78), strict=True):
        house.score(nominee, points, day=7)
        house.choose(nominee, day=8) if points >= 70 else house.pass_over(nominee, day=8)
    done = house.decide(house.post(done, day=9), day=44, number="125-QĐ/BTGDV", signed_by="Bùi Thanh Hải")
    judged = opened(house, "Xét khen phong trào “Dân vận khéo” đợt 2", 37, 5)
    three = (person("Nguyễn Văn Bình", years=9, deeds=DEEDS), collective("Ban Công tác Mặt trận khu vực 3"), hong)
    proposed(house, judged, "front_officer", 38, *three, number="20/TTr-MTTQ")
    proposed(house, judged, "outsider", 38, person("Phạm Thị Sen", years=20, is_head=True), number="15/TTr-MTTQ")
    judged = house.close(judged, day=44)
    rows = house.nominees(judged)
    for nominee, points in zip(rows[:3], (88, 91, 64), strict=True):
        house.score(nominee, points, day=45)
    taking = opened(house, "Xét khen phong trào “Dân vận khéo” đợt 3", 45, 12)
    dossier = proposed(house, taking, "front_officer", 45, person("Võ Thị Ánh", deeds=DEEDS), collective("Tổ tự quản hẻm 51"))
    holder = Holder.objects.filter(nominee__nomination__call=done, whom=Whom.PERSON).get()
    found = {"conferral": Conferral.objects.get(pk=holder.conferral_id), "holder": holder, "one": house.one(done), "rows": rows}
    return {"done": done, "judged": judged, "taking": taking, "dossier": dossier, **found}


def test_no_page_has_flaws(page, site, enters, round_):
    r, found = round_, []

    def look(*paths: str) -> None:
        for path in paths:
            answer = page.goto(site.url + path)
            assert answer.status == 200, path
            found.extend(flaws(page))

    look(BOARD, f"{BOARD}dot/{r['taking'].pk}/", f"{BOARD}so-vang/?q=ninh", f"{BOARD}so-vang/{r['conferral'].pk}/")
    enters("provincial_leader")
    call, done = f"{DESK}dot/{r['judged'].pk}/", f"{DESK}dot/{r['done'].pk}/"
    look(f"{DESK}?xem=to-chuc", f"{DESK}dot/moi/", call, f"{call}bang/", f"{call}trich-ngang/", f"{done}giay-chung-nhan/")
    look(f"{DESK}truong-hop/{r['one'].pk}/", f"{DESK}hinh-thuc/{r['done'].kind_id}/", f"{DESK}so/nhap/", f"{DESK}so/{r['conferral'].pk}/")
    enters("front_officer")
    look(f"{DESK}ho-so/{r['dossier'].pk}/", f"{DESK}ho-so/{r['dossier'].pk}/them/them-ca-nhan/")
    assert found == []


def test_a_dossier_goes_in_from_a_telephone_without_a_script(browser, site, opens, round_):
    context = browser.new_context(java_script_enabled=False, viewport=PHONE, locale="vi-VN")
    key = opens("outsider").cookies[settings.SESSION_COOKIE_NAME].value
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": key, "url": site.url}])
    page = context.new_page()
    page.goto(f"{site.url}{DESK}dot/{round_['taking'].pk}/")
    follow(page, page.get_by_role("link", name="Lập hồ sơ đề nghị"))
    follow(page, page.get_by_role("button", name="Lập hồ sơ đề nghị"))
    follow(page, page.get_by_role("link", name="Thêm cá nhân"))
    page.get_by_label("Họ và tên").fill("Huỳnh Văn Tám")
    page.get_by_label("Nơi công tác").fill("Ủy ban MTTQ Việt Nam phường Cái Răng")
    page.get_by_label("Đề nghị khen về việc gì").select_option(GROUNDS[0])
    page.get_by_label("Tóm tắt thành tích").fill(DEEDS)
    follow(page, page.get_by_role("button", name="Thêm cá nhân"))
    expect(page.get_by_text("Xin ghi năm sinh, để không tặng hai lần")).to_be_visible()
    expect(page.get_by_label("Tóm tắt thành tích")).to_have_value(DEEDS)
    page.get_by_label("Năm sinh, nếu không rõ ngày").fill("1971")
    follow(page, page.get_by_role("button", name="Thêm cá nhân"))
    expect(page.get_by_role("link", name="Huỳnh Văn Tám")).to_be_visible()
    follow(page, page.get_by_role("link", name="Gửi hồ sơ"))
    page.get_by_label("Số tờ trình của cơ quan").fill("31/TTr-MTTQ")
    follow(page, page.get_by_role("button", name="Gửi hồ sơ"))
    expect(page.get_by_text("Không khớp: cần 2 loại giấy tờ; đã gửi 0 tệp").first).to_be_visible()
    context.close()
    assert Nomination.objects.filter(call=round_["taking"], number="31/TTr-MTTQ", state="submitted").count() == 1
