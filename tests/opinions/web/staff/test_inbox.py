"""The inbox: who opens it, what stands in it in which order, how it is narrowed and paged, what it costs."""

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from gandan.core.calendar.queries import work_calendar
from gandan.opinions import actions
from gandan.opinions.enums import State
from gandan.opinions.models import Case, SavedFilter
from gandan.opinions.search import refresh
from tests.opinions.conftest import REASON
from tests.opinions.web.staff.conftest import at, text
from tests.people import CAST, NOW

pytestmark = pytest.mark.django_db

OPENS = {"front_officer", "committee_officer", "leader", "outsider", "provincial_specialist", "provincial_leader"}
LEADS = {"leader", "provincial_leader", "provincial_specialist"}


def titles(answer) -> list[str]:
    return [row.title for row in answer.context["rows"]]


def test_who_opens_what_and_whose_words_stand_in_it(opens, in_time):
    in_time(text="Cống đầu hẻm nghẹt ba tuần nay")
    for who in CAST:
        browser = opens(who)
        seen = {name: browser.get(at(name)).status_code for name in ("inbox", "load", "by_code")}
        if who == "citizen":
            assert set(seen.values()) == {302}
            continue
        code = 200 if who in OPENS else 403
        assert seen == {"inbox": 200 if who in OPENS else 403, "load": 200 if who in LEADS else 403, "by_code": code}, who
        if who in OPENS:
            found = ["Cống đầu hẻm nghẹt ba tuần nay"] if who in {"committee_officer", "leader"} else []
            assert titles(browser.get(at("inbox"))) == found, who


def test_late_first_then_soon_then_new(opens, in_time, late):
    in_time(text="Ý kiến mới nhất", days=20)
    in_time(text="Sắp đến hạn rồi", days=1)
    late(text="Quá hạn đã lâu")
    in_time(State.PAUSED, text="Đang tạm dừng")
    answer = opens("committee_officer").get(at("inbox"))
    assert titles(answer) == ["Quá hạn đã lâu", "Sắp đến hạn rồi", "Ý kiến mới nhất"]
    assert {tab.label: tab.n for tab in answer.context["tabs"]} == {
        "Cần làm": 3, "Quá hạn": 1, "Sắp đến hạn": 1, "Chưa ai nhận": 3, "Đang chờ": 1, "Đã trả lời": 0, "Đã khép": 0, "Tất cả": 4,
    }  # fmt: skip
    today = timezone.localdate()
    n = work_calendar(today - timedelta(days=9), today).working_days_between(today - timedelta(days=9), today)
    assert f"Quá hạn {n} ngày làm việc" in text(answer)


NARROWED: list[tuple[dict[str, str], set[str]]] = [
    ({"xem": "qua-han"}, {"Rác chưa dọn"}),
    ({"xem": "da-tra-loi"}, {"Xin thêm ghế đá"}),
    ({"xem": "tat-ca"}, {"Rác chưa dọn", "Cống nghẹt ngập sân", "Xin thêm ghế đá"}),
    ({"chu-de": "drainage"}, {"Cống nghẹt ngập sân"}),
    ({"nguoi": "chua-ai"}, {"Rác chưa dọn"}),
    ({"nguoi": "toi"}, {"Cống nghẹt ngập sân"}),
    ({"the": "họp giao ban"}, {"Cống nghẹt ngập sân"}),
    ({"kenh": "desk"}, set()),
    ({"cap-tren": "1"}, {"Rác chưa dọn"}),
    ({"tim": "cong nghet"}, {"Cống nghẹt ngập sân"}),
    ({"tim": "cống nghẹtt"}, {"Cống nghẹt ngập sân"}),
    ({"tim": "khong co chu nay"}, set()),
]


def test_it_is_narrowed(opens, in_time, late, committee_officer, leader, people):
    mud = in_time(text="Cống nghẹt ngập sân")
    actions.classify(mud, content="remark", topic="drainage", by=committee_officer, now=NOW)
    actions.name_person(mud, person=people["committee_officer"], by=committee_officer, now=NOW)
    actions.tag(mud, label="họp giao ban", by=committee_officer, now=NOW)
    dirt = late(text="Rác chưa dọn")
    actions.escalate(dirt, reason=REASON, by=leader, now=NOW)
    in_time(State.ANSWERED, text="Xin thêm ghế đá")
    refresh(*Case.objects.values_list("pk", flat=True))
    browser = opens("committee_officer")
    for asked, found in NARROWED:
        assert set(titles(browser.get(at("inbox"), asked))) == found, asked


def test_what_cannot_be_read_narrows_nothing(opens, in_time):
    in_time()
    odd = {"xem": "?", "thon": "x", "co-quan": "1", "nguoi": "ai", "kenh": "z", "tu": "2026-13-40", "den": "mai", "sau": "2026_x"}
    answer = opens("committee_officer").get(at("inbox"), odd)
    assert (answer.status_code, len(answer.context["rows"])) == (200, 1)


def test_by_place_office_and_day(opens, in_time, ground):
    c = in_time(hamlet=ground.hamlet)
    in_time()
    day = Case.objects.get(pk=c.pk).received_on
    browser = opens("leader")
    assert len(browser.get(at("inbox"), {"thon": ground.hamlet.pk}).context["rows"]) == 1
    assert len(browser.get(at("inbox"), {"co-quan": ground.committee.pk}).context["rows"]) == 2
    assert len(browser.get(at("inbox"), {"co-quan": ground.front.pk}).context["rows"]) == 0
    assert len(browser.get(at("inbox"), {"tu": day + timedelta(days=1)}).context["rows"]) == 0
    assert len(browser.get(at("inbox"), {"den": day}).context["rows"]) == 2


@pytest.mark.parametrize("view", ["can-lam", "tat-ca"])
def test_pages_follow_each_other_and_nothing_is_passed_over(opens, in_time, monkeypatch, view):
    from gandan.opinions.web import inbox

    monkeypatch.setattr(inbox, "PER_PAGE", 3)
    for n in range(8):
        in_time(text=f"Việc số {n} cần xem", days=10 + n % 2)
    browser, url, seen = opens("committee_officer"), at("inbox") + f"?xem={view}", []
    for _page in range(3):
        answer = browser.get(url)
        seen += titles(answer)
        url = at("inbox") + answer.context["further"]
    assert sorted(seen) == [f"Việc số {n} cần xem" for n in range(8)]
    assert answer.context["further"] == ""


def test_it_costs_the_same_for_1_and_30(opens, in_time, committee_officer, people, ground):
    browser, counts = opens("leader"), []
    for many in (1, 29):
        for n in range(many):
            c = in_time(text=f"Việc {many} {n} cần xem", hamlet=ground.hamlet)
            actions.tag(c, label=f"nhãn {n}", by=committee_officer, now=NOW)
            actions.name_person(c, person=people["committee_officer"], by=committee_officer, now=NOW)
        for name in ("inbox", "load"):
            browser.get(at(name))
            with CaptureQueriesContext(connection) as asked:
                assert browser.get(at(name)).status_code == 200
            counts.append(len(asked))
    assert counts[:2] == counts[2:]


def test_a_view_is_kept_and_found_again(opens, in_time, people):
    in_time()
    browser = opens("committee_officer")
    page = browser.get(at("keep_view"), {"chu-de": "street-lighting", "nguoi": "chua-ai", "la": "x"})
    assert page.status_code == 200
    answer = browser.post(at("keep_view") + "?chu-de=street-lighting&nguoi=chua-ai&la=x", {"name": "Đèn chưa ai giữ"}, follow=True)
    kept = SavedFilter.objects.get(user=people["committee_officer"])
    assert parse_qs(kept.query) == {"chu-de": ["street-lighting"], "nguoi": ["chua-ai"]}
    assert "Đèn chưa ai giữ" in text(answer)
    assert [tab.current for tab in answer.context["kept"]] == [True]
    assert "Đèn chưa ai giữ" not in text(opens("leader").get(at("inbox")))


def test_a_view_without_a_condition_is_refused_with_its_name_kept(opens, ground):
    answer = opens("committee_officer").post(at("keep_view"), {"name": "Tất cả của tôi"})
    assert (answer.status_code, "Tất cả của tôi" in text(answer)) == (422, True)
    assert "Xin chọn ít nhất một điều kiện lọc." in text(answer)


def test_a_code_on_a_slip_leads_to_its_case_for_who_may_read_it(opens, in_time, said_of):
    c = in_time()
    code = said_of(c).code
    answer = opens("committee_officer").post(at("by_code"), {"code": code.lower()})
    assert urlsplit(answer.url).path == at("case", c.pk)
    other = opens("front_officer").post(at("by_code"), {"code": code})
    wrong = opens("front_officer").post(at("by_code"), {"code": "0000-0000-0000"})
    assert (other.status_code, wrong.status_code) == (422, 422)
    words = "Mã này không mở được việc nào ở cơ quan Ông/Bà."
    assert words in text(other)
    assert words in text(wrong)


def test_the_load_counts_what_is_owed(opens, in_time, late, committee_officer, people, ground):
    mine = in_time()
    actions.name_person(mine, person=people["committee_officer"], by=committee_officer, now=NOW)
    late()
    in_time(State.PAUSED)
    in_time(State.ANSWERED)
    answer = opens("leader").get(at("load"))
    lines = [(line.name, line.load.open, line.load.late, line.load.standing) for line in answer.context["lines"]]
    assert lines == [("Ủy ban nhân dân phường Ninh Kiều", 3, 1, 1), ("Chưa ai phụ trách", 2, 1, 1), ("Phạm Quốc Việt", 1, 0, 0)]
    for line in answer.context["lines"]:
        assert len(opens("leader").get(at("inbox") + line.url).context["rows"]) == line.load.open
        assert len(opens("leader").get(at("inbox") + line.late_url).context["rows"]) == line.load.late


def test_what_is_due_today_says_so(opens, in_time):
    in_time(days=0)
    assert "Hạn hôm nay" in text(opens("committee_officer").get(at("inbox")))


@pytest.mark.parametrize("typed", ["đèn đường", "den duong", "den duog"])
def test_what_answers_best_to_words_stands_first_on_every_page(opens, in_time, late, monkeypatch, typed):
    from gandan.opinions.web import inbox

    monkeypatch.setattr(inbox, "PER_PAGE", 2)
    late(text="Đường tắc, đèn đến đâu được đến đó")
    for n in range(3):
        in_time(text=f"Đến được việc số {n} thì đường mới có đèn", days=2)
    lamp = "Đèn đường đầu hẻm tắt"
    in_time(text=lamp, days=20)
    refresh(*Case.objects.values_list("pk", flat=True))
    browser, url, seen = opens("committee_officer"), at("inbox") + f"?tim={typed}", []
    while url:
        answer = browser.get(url)
        seen += titles(answer)
        url = at("inbox") + answer.context["further"] if answer.context["further"] else ""
    assert seen[0] == lamp
    assert (len(seen), len(set(seen))) == (5, 5)


@pytest.mark.parametrize("after", ["x", "1_x", "9999999999999999999999_00000000-0000-0000-0000-000000000000", "2026-01-01_x", "!_"])
@pytest.mark.parametrize("typed", ["đèn", "!!!"])
def test_a_page_of_words_that_cannot_be_read_is_the_first_or_an_end(opens, in_time, after, typed):
    in_time(text="Đèn tắt từ tối qua")
    assert opens("committee_officer").get(at("inbox"), {"tim": typed, "sau": after}).status_code == 200


def test_posters_of_the_own_commune_are_a_click_away(opens, ground):
    page = text(opens("committee_officer").get(at("inbox")))
    address = reverse("opinions-public:posters", args=[ground.commune.pk])
    assert page.count(f'href="{address}"') == 1
    assert reverse("opinions-public:ward", args=[ground.commune.pk]) in page
    assert "/ap-phich/" not in text(opens("provincial_specialist").get(at("inbox"))), "a province has no hamlets"
