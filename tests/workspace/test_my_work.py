"""My work: what is owed, late first; and what stands there when nothing is."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from gandan.core.ui import work
from gandan.core.ui.work import WorkItem, owed
from tests.people import TODAY, people, world  # noqa: F401  fixtures

pytestmark = pytest.mark.django_db


@pytest.fixture
def source(monkeypatch):
    """A room's work, for one test."""

    def register(*items: WorkItem) -> None:
        monkeypatch.setattr(work, "_sources", {"test": lambda actor, today: items})

    return register


def item(title: str, due: date | None = None) -> WorkItem:
    return WorkItem(title, "/lam-viec/", "Làm tiếp", due)


def test_late_first_and_what_waits_without_a_day_before_what_has_time(source):
    source(item("không hạn"), item("mai", TODAY + timedelta(days=1)), item("trễ", TODAY - timedelta(days=3)), item("nay", TODAY))
    assert [i.title for i in owed(None, TODAY)] == ["trễ", "nay", "không hạn", "mai"]


def test_what_presses_besides_the_day_is_said(people, client, source):  # noqa: F811
    client.force_login(people["front_officer"])
    source(WorkItem("Nạo vét cống", "/lam-viec/", "Thêm bằng chứng", timezone.localdate(), note="Người dân nói chưa xong"))
    assert "Người dân nói chưa xong" in client.get("/lam-viec/").content.decode()


def test_groups_by_time_count_honestly(monkeypatch):
    """Monday 23 November: the week ends on Sunday 29; what a room did not hand over is counted, and its list is named."""
    days = [TODAY - timedelta(days=1), TODAY, TODAY + timedelta(days=6), TODAY + timedelta(days=7), None]
    pile = work.Pile([item(str(n), due) for n, due in enumerate(days)], dict.fromkeys(work.When, 3), {work.When.LATE: "/lam-viec/viec/"})
    monkeypatch.setattr(work, "_sources", {"much": lambda actor, today: pile, "little": lambda actor, today: [item("thêm", TODAY)]})
    found = work.groups(None, TODAY)
    assert [(g.when, [i.title for i in g.items], g.count, g.hidden) for g in found] == [
        (work.When.LATE, ["0"], 3, 2),
        (work.When.TODAY, ["1", "thêm"], 4, 2),
        (work.When.UNDATED, ["4"], 3, 2),
        (work.When.WEEK, ["2"], 3, 2),
        (work.When.LATER, ["3"], 3, 2),
    ]
    assert (found[0].rest, found[1].rest) == (("/lam-viec/viec/",), ())


def test_two_rooms_cannot_share_a_name(monkeypatch):
    monkeypatch.setattr(work, "_sources", {})
    work.register("opinions", lambda actor, today: [])
    with pytest.raises(ValueError, match="twice"):
        work.register("opinions", lambda actor, today: [])


def test_what_is_late_says_so(people, client, source):  # noqa: F811
    client.force_login(people["front_officer"])
    source(item("Trả lời ý kiến về đèn đường", timezone.localdate() - timedelta(days=2)))
    page = client.get("/lam-viec/").content.decode()
    assert "Trả lời ý kiến về đèn đường" in page
    assert "Quá hạn" in page


def test_an_empty_page_teaches(people, client, source):  # noqa: F811
    client.force_login(people["front_officer"])
    source()
    page = client.get("/lam-viec/").content.decode()
    assert "Hôm nay chưa có việc nào chờ Ông/Bà" in page
    assert 'href="/lam-viec/doc-van-ban/"' in page


def test_nobody_without_sign_in(client):
    assert client.get("/lam-viec/").status_code == 302


@pytest.mark.parametrize("many", [1, 30])
def test_queries_do_not_grow_with_the_work(people, client, source, django_assert_max_num_queries, many):  # noqa: F811
    client.force_login(people["front_officer"])
    source(*(item(f"việc {n}", TODAY) for n in range(many)))
    with django_assert_max_num_queries(13):
        client.get("/lam-viec/")


@pytest.mark.parametrize(
    ("who", "sentence"), [("hamlet_head", "Xem ý kiến ở thôn, tổ mình đến đâu"), ("supervisor", "tra cơ quan phải trả lời dân")]
)
def test_each_role_can_do_something_today(people, client, source, who, sentence):  # noqa: F811
    client.force_login(people[who])
    source()
    page = client.get("/lam-viec/").content.decode()
    assert sentence in page
    for address in ("/lam-viec/doc-van-ban/", "/lam-viec/don-vi/"):
        assert f'href="{address}"' not in page, "what the role may not open is not offered"
