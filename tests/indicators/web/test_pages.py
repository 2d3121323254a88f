"""Pages of figures: found, read, entered, corrected, placed, defined; nobody where they don't belong."""

from datetime import date
from decimal import Decimal

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import Client
from django.urls import reverse

from gandan.indicators import actions
from gandan.indicators.models import Indicator, Statement, Value
from tests.indicators.conftest import DEMO, SEPTEMBER, enter, indicator, state
from tests.people import CAST, NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(people):
    def as_(who):
        client = Client()
        if who in people:
            TOTP.activate(people[who], generate_totp_secret())
            client.force_login(people[who])
        return client

    return as_


def text(answer) -> str:
    return " ".join(answer.content.decode().split())


def test_the_first_page_lists_what_is_counted(place, client):
    enter(place.commune)
    state(is_public=True, unit=place.commune)
    said = text(client.get("/so-lieu/"))
    assert "Suất quà đã trao" in said
    assert "1 số của 1 đơn vị" in said
    assert "hơn 312 triệu đồng" in said


@pytest.mark.parametrize(("typed", "found"), [("312 triệu đồng", True), ("312.000.000", True), ("74,77", False)])
def test_a_number_is_found(place, client, typed, found):
    state(is_public=True)
    said = text(client.get("/so-lieu/", {"q": typed}))
    assert ("hơn 312 triệu đồng" in said) == found
    assert ("Chưa tìm thấy con số này" in said) != found


def test_one_figure_with_its_sentence(place, client, leader):
    thing = state(
        is_public=True, unit=place.commune, kept_by=place.commune, source_url="https://example.vn/a", source_day=date(2026, 10, 2)
    )
    actions.read_value(thing, indicator=indicator("care.gifts_value"), by=DEMO, now=NOW, **SEPTEMBER)
    said = text(client.get(reverse("indicators-public:figure", args=[thing.pk])))
    for part in (
        "hơn 312 triệu đồng",
        "Phường trao 466 suất quà",
        "https://example.vn/a",
        "Phường Ninh Kiều",
        "Trị giá quà và hỗ trợ",
        "tháng 9/2026",
    ):
        assert part in said
    actions.retract_statement(thing, reason="Đọc nhầm năm.", by=leader, now=NOW)
    said = text(client.get(reverse("indicators-public:figure", args=[thing.pk])))
    assert "đã được gỡ ngày 23/11/2026. Lý do: Đọc nhầm năm." in said
    assert "Trị giá quà và hỗ trợ" not in said


def test_a_correction_leads_to_the_later_figure(place, client):
    first = state("31200000", is_public=True)
    second = state(is_public=True, corrects=first)
    assert "Nay là hơn 312 triệu đồng" in text(client.get(reverse("indicators-public:figure", args=[first.pk])))
    assert "hơn 31,2 triệu đồng" in text(client.get(reverse("indicators-public:figure", args=[second.pk])))


@pytest.mark.parametrize("who", CAST)
def test_an_internal_figure_does_not_exist_for_others(place, browser, who):
    thing = state(unit=place.commune)
    sees = {"front_officer", "committee_officer", "leader", "provincial_specialist", "provincial_leader", "central_analyst"}
    assert browser(who).get(reverse("indicators-public:figure", args=[thing.pk])).status_code == (200 if who in sees else 404)


def test_an_indicator_with_values_corrections_and_csv(place, client, leader):
    first = enter(place.commune, "460")
    actions.correct_value(first, number=Decimal(466), reason="Thiếu 6 suất.", by=leader, now=NOW)
    state_ = state("500", measure="count", noun="suất", quote="=cộng 500 suất", unit=place.other, is_public=True)
    actions.read_value(state_, indicator=indicator("care.gifts"), by=DEMO, now=NOW, **SEPTEMBER)
    said = text(client.get("/so-lieu/chi-tieu/care.gifts/"))
    assert "466 suất quà" in said
    assert "460 suất quà, ghi ngày 23/11/2026. Lý do sửa: Thiếu 6 suất." in said
    csv = b"".join(client.get("/so-lieu/chi-tieu/care.gifts/so-lieu.csv").streaming_content).decode("utf-8-sig").splitlines()
    assert csv[0].startswith("chi_tieu,ma_don_vi,don_vi")
    assert any("31120,Phường Ninh Kiều,period,,2026-09-01,2026-09-30,466,count,exact,entered" in line for line in csv)
    assert any("'=cộng 500 suất" in line for line in csv)  # a spreadsheet must not take a sentence for a formula
    assert "Phường Cái Răng" not in text(client.get("/so-lieu/chi-tieu/care.gifts/", {"don-vi": "Ninh Kiều"}))
    assert "Chưa tìm thấy đơn vị" in text(client.get("/so-lieu/chi-tieu/care.gifts/", {"don-vi": "qwxz"}))
    assert client.get("/so-lieu/chi-tieu/khong.co/").status_code == 404


def test_an_officer_enters_a_figure(place, browser):
    client = browser("front_officer")
    page = text(client.get("/lam-viec/so-lieu/ghi/care.gifts/"))
    assert "Đơn vị này chưa có số nào" in page
    typed = {"unit": str(place.commune.pk), "span": "period", "period_from": "2026-09-01", "period_to": "2026-09-30", "bound": "exact"}
    wrong = client.post("/lam-viec/so-lieu/ghi/care.gifts/", {**typed, "value": "bốn trăm"})
    assert (wrong.status_code, "bốn trăm" in text(wrong), "Chưa đọc được con số này" in text(wrong)) == (422, True, True)
    answer = client.post("/lam-viec/so-lieu/ghi/care.gifts/", {**typed, "value": "1.250"})
    assert (answer.status_code, Value.objects.get().value) == (302, 1250)
    again = client.post("/lam-viec/so-lieu/ghi/care.gifts/", {**typed, "value": "1.300"})
    assert (again.status_code, "đã có số của kỳ này" in text(again), "1.300" in text(again)) == (422, True, True)
    assert "1.250 suất quà" in text(client.get("/lam-viec/so-lieu/"))


def test_correcting_and_taking_away(place, browser):
    value = enter(place.commune, "460")
    client = browser("leader")
    address = reverse("indicators:correct", args=[value.pk])
    assert "460 suất quà" in text(client.get(address))
    assert client.post(address, {"number": "466", "bound": "exact", "reason": ""}).status_code == 422
    assert client.post(address, {"number": "466", "bound": "exact", "reason": "Thiếu 6."}).status_code == 302
    newest = Value.objects.living().get()
    assert "466 suất quà" in text(client.get(address))  # an old address leads to what holds
    assert client.post(reverse("indicators:take_away", args=[newest.pk]), {"reason": "Nhầm phường."}).status_code == 302
    assert Value.objects.living().count() == 0
    assert browser("outsider").get(reverse("indicators:correct", args=[newest.pk])).status_code == 404


def test_a_figure_is_placed(place, browser):
    thing = state(unit=place.commune, kept_by=place.commune)
    client = browser("front_officer")
    assert "hơn 312 triệu đồng" in text(client.get("/lam-viec/so-lieu/"))
    page = text(client.get(reverse("indicators:choose", args=[thing.pk])))
    assert page.index("Trị giá quà và hỗ trợ") < page.index("Tiền nhân dân đóng góp")
    address = reverse("indicators:read", args=[thing.pk, "care.gifts_value"])
    typed = {"unit": str(place.commune.pk), "span": "period", "period_from": "2026-09-01", "period_to": "2026-09-30"}
    assert client.get(address).status_code == 200
    assert client.post(address, typed).status_code == 302
    assert Value.objects.get().statement == thing
    assert client.get(reverse("indicators:read", args=[thing.pk, "care.rice"])).status_code == 404
    assert client.post(reverse("indicators:retract", args=[thing.pk]), {"reason": "Sai."}).status_code == 302
    assert Statement.objects.living().count() == 0


def test_an_indicator_is_set_renamed_and_ended(place, browser):
    client = browser("central_analyst")
    typed = {
        "code": "works.wells",
        "name": "Giếng nước",
        "topic": "works",
        "measure": "count",
        "noun": "giếng",
        "nature": "flow",
        "source": "KH 12",
    }
    refused = client.post("/lam-viec/so-lieu/chi-tieu/them/", {**typed, "name": "Số điểm nóng"})
    assert (refused.status_code, "không đếm “điểm nóng”" in text(refused)) == (422, True)
    assert client.post("/lam-viec/so-lieu/chi-tieu/them/", {**typed, "words": "giếng nước\ngiếng khoan"}).status_code == 302
    assert Indicator.objects.get(code="works.wells").words == ["giếng nước", "giếng khoan"]
    assert "Những gì không bao giờ đếm" in text(client.get("/lam-viec/so-lieu/chi-tieu/"))
    change = {"name": "Giếng nước sạch", "noun": "giếng", "source": "KH 13", "first": "2027-01-01"}
    assert client.post("/lam-viec/so-lieu/chi-tieu/works.wells/doi/", change).status_code == 302
    assert client.post("/lam-viec/so-lieu/chi-tieu/care.gifts/ngung/", {"last": "2026-11-01"}).status_code == 302
    assert Indicator.objects.get(code="care.gifts").is_ended
    assert browser("front_officer").get("/lam-viec/so-lieu/chi-tieu/").status_code == 403


@pytest.mark.parametrize("many", [1, 10])
def test_pages_ask_as_often_for_one_as_for_many(place, client, leader, many, django_assert_max_num_queries):
    for month in range(1, many + 1):
        made = enter(place.commune, str(month), period_from=date(2026, month, 1), period_to=date(2026, month, 28))
        actions.correct_value(made, number=Decimal(month + 50), reason="x", by=leader, now=NOW)
        state(str(month), is_public=True, unit=place.commune)
    client.get("/so-lieu/")
    for address in ("/so-lieu/", "/so-lieu/?q=trị giá quà", "/so-lieu/chi-tieu/care.gifts/"):
        with django_assert_max_num_queries(100) as asked:
            assert client.get(address).status_code == 200
        assert len([q for q in asked.captured_queries if "indicators_" in q["sql"]]) <= 6, address


def test_the_page_speaks_english(place, client):
    state(is_public=True)
    client.cookies["django_language"] = "en"
    assert "more than 312 million đồng" in text(client.get("/so-lieu/"))


def test_two_windows_on_one_number(place, browser):
    value = enter(place.commune, "460")
    client = browser("leader")
    address = reverse("indicators:correct", args=[value.pk])
    typed = {"number": "470", "bound": "exact", "reason": "Thiếu 10 suất.", "seen": str(value.pk)}
    client.post(address, {**typed, "number": "466", "reason": "Thiếu 6."})
    late = client.post(address, typed)
    said = text(late)
    assert late.status_code == 422
    assert "đã được đính chính thành 466 suất quà. Lý do: Thiếu 6." in said
    assert "Thiếu 10 suất." in said
    newest = Value.objects.living().get()
    assert f'value="{newest.pk}"' in said
    assert client.post(address, {**typed, "seen": str(newest.pk)}).status_code == 302
    assert Value.objects.living().get().value == 470
    late = client.post(reverse("indicators:take_away", args=[value.pk]), {"reason": "Nhầm.", "seen": str(newest.pk)})
    assert (late.status_code, Value.objects.living().count()) == (422, 1)
    gone = Value.objects.living().get()
    actions.take_away_value(gone, reason="Của phường khác.", by=DEMO, now=NOW)
    late = client.post(address, {**typed, "number": "471", "seen": str(gone.pk)})
    assert (late.status_code, "471" in text(late), "đã được bỏ" in text(late)) == (422, True, True)


def test_an_unlikely_number_is_asked_with_a_tick(place, browser):
    enter(place.commune, "466")
    client, address = browser("front_officer"), "/lam-viec/so-lieu/ghi/care.gifts/"
    typed = {"unit": str(place.commune.pk), "span": "period", "period_from": "2026-08-01", "period_to": "2026-08-31", "bound": "exact"}
    assert 'name="sure"' not in text(client.get(address))
    asked = client.post(address, {**typed, "value": "466.000"})
    assert (asked.status_code, 'name="sure"' in text(asked), "Có đúng không?" in text(asked)) == (422, True, True)
    done = client.post(address, {**typed, "value": "466.000", "sure": "on"}, follow=True)
    assert "Đã ghi: 466.000 suất quà." in text(done)


def test_topics_without_figures_are_folded(place, client):
    enter(place.commune)
    page = text(client.get("/so-lieu/"))
    assert (
        page.index("Suất quà đã trao") < page.index('<details class="more"><summary>Chỉ tiêu chưa có số liệu') < page.index("Cuộc giám sát")
    )


def test_the_page_of_a_figure_says_who_keeps_it_and_words_can_go(place, browser):
    thing = state(is_public=True, unit=place.commune, kept_by=place.commune)
    address = reverse("indicators-public:figure", args=[thing.pk])
    erase = reverse("indicators:erase", args=[thing.pk])
    assert "Do Phường Ninh Kiều ghi" in text(browser("citizen").get(address))
    assert erase not in text(browser("front_officer").get(address))
    client = browser("leader")
    assert erase in text(client.get(address))
    assert client.post(erase, {"reason": ""}).status_code == 422
    done = client.post(erase, {"reason": "private"}, follow=True)
    assert "Câu văn đã được xóa" in text(done)
    assert "Phường trao 466" not in text(done)
    assert client.get(erase).status_code == 404
    assert browser("outsider").get(erase).status_code in (403, 404)


def test_shipped_indicators_have_english_names(place, client, central_analyst):
    enter(place.commune)
    client.cookies["django_language"] = "en"
    assert "Gifts handed over" in text(client.get("/so-lieu/"))
    assert "466 gifts" in text(client.get("/so-lieu/chi-tieu/care.gifts/"))
    own = {"name": "Phần quà đã trao", "noun": "phần quà", "source": "Hướng dẫn", "first": date(2026, 11, 1)}
    actions.redefine_indicator(indicator("care.gifts"), **own, by=central_analyst, now=NOW)
    assert "Phần quà đã trao" in text(client.get("/so-lieu/"))
