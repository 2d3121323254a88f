"""The handler's desk: every page, and 404 for everybody else."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone

from gandan.core import events
from gandan.denunciations import actions
from gandan.denunciations.models import Denunciation
from tests.denunciations.actions.test_set_aside import photo
from tests.denunciations.conftest import MARK
from tests.people import CAST

pytestmark = pytest.mark.django_db
PAGES = ("one", "note", "handle", "raise", "give_back")
POSTS = ("open", "note", "handle", "raise", "give_back")


@pytest.fixture
def today_s(set_aside):
    """A letter of today, as the pages count by the clock."""
    return set_aside(now=timezone.now(), uploads=[photo("anh.jpg")])


@pytest.fixture
def handler(clients):
    return clients["denunciation_handler"]


def url(name, letter, *more):
    return reverse(f"denunciations:{name}", args=[letter.pk, *more])


@pytest.mark.parametrize("who", [w for w in CAST if w not in {"denunciation_handler", "citizen"}])
def test_for_everybody_else_it_is_not_there(clients, today_s, quiet, who):
    client = clients[who]
    asked = [client.get(reverse("denunciations:desk")), *(client.get(url(name, today_s)) for name in PAGES)]
    asked += [client.post(url(name, today_s)) for name in POSTS] + [client.post(url("file", today_s, 1))]
    assert {a.status_code for a in asked} == {404}
    assert all(MARK not in a.content.decode() for a in asked)
    assert events.of(today_s).verbs() == ["denunciations.set_aside"]


def test_who_did_not_sign_in_is_asked_to_whatever_the_address(clients, today_s):
    for address in (url("one", today_s), reverse("denunciations:one", args=["0198f0a0-0000-7000-8000-000000000000"])):
        asked = clients["citizen"].get(address)
        assert asked.status_code == 302
        assert asked.url.startswith(reverse("account_login"))


def test_the_cover_says_nothing_of_the_words(handler, today_s):
    for page in (handler.get(reverse("denunciations:desk")), handler.get(url("one", today_s))):
        assert page.status_code == 200
        assert MARK not in page.content.decode()
        assert "Ninh Kiều" not in page.content.decode()
        assert "no-store" in page["Cache-Control"]
    assert "khoản 1 Điều 24" in handler.get(url("one", today_s)).content.decode()


def test_opened_it_shows_all_and_is_recorded(handler, today_s):
    page = handler.post(url("open", today_s))
    said = page.content.decode()
    assert all(words in said for words in (f"tố cáo ông {MARK}", "Phường Ninh Kiều", f"Người {MARK}", "0900000000", "anh.jpg"))
    assert "no-store" in page["Cache-Control"]
    assert events.of(today_s).verbs()[-1] == "denunciations.opened"
    assert handler.get(url("open", today_s)).status_code == 405


def test_a_file_is_handed_out_as_an_attachment(handler, today_s):
    got = handler.post(url("file", today_s, 1))
    assert got.content.startswith(b"\xff\xd8")
    assert got["Content-Disposition"] == 'attachment; filename="tep-1.jpg"'
    assert handler.post(url("file", today_s, 2)).status_code == 404
    assert handler.post(url("file", today_s, 0)).status_code == 404


def test_words_are_escaped(handler, set_aside):
    letter = set_aside(text="Tôi tố cáo <script>alert(1)</script>", now=timezone.now())
    assert "<script>alert" not in handler.post(url("open", letter)).content.decode()


def test_note_and_outcome(handler, today_s):
    assert handler.post(url("note", today_s), {"text": "Đã gọi người gửi"}, follow=True).status_code == 200
    bad = handler.post(url("handle", today_s), {"outcome": "taken", "number": "12/QĐ", "day": "2020-01-01", "text": "Giữ lại"})
    assert bad.status_code == 422
    assert "Ngày của văn bản phải từ ngày thư được để riêng" in bad.content.decode()
    assert "Giữ lại" in bad.content.decode()
    day = timezone.localdate().isoformat()
    done = handler.post(url("handle", today_s), {"outcome": "taken", "number": "12/QĐ", "day": day, "text": ""}, follow=True)
    assert "Đã vào sổ, xử lý theo Luật Tố cáo" in done.content.decode()
    said = handler.post(url("open", today_s)).content.decode()
    assert all(words in said for words in ("12/QĐ", "Đã gọi người gửi", "khoản 3 Điều 29", "khoản 1 Điều 30"))


def test_raised_it_is_gone(handler, today_s):
    assert handler.post(url("raise", today_s), follow=True).status_code == 200
    assert handler.get(url("one", today_s)).status_code == 404


def test_given_back_it_is_gone(handler, set_aside, taken_back):
    today_s = set_aside(now=timezone.now(), marked=False)
    assert handler.post(url("give_back", today_s), follow=True).status_code == 200
    assert len(taken_back) == 1
    assert handler.get(url("one", today_s)).status_code == 404


def test_erased_words_cannot_be_opened(handler, today_s, denunciation_handler):
    from gandan.core.access import SystemActor

    now = timezone.now()
    actions.handle(today_s, outcome="sent_on", number="1", day=timezone.localdate(), by=denunciation_handler, now=now)
    actions.erase(today_s, by=SystemActor("retention"), now=now)
    assert "Lời trong thư đã được xoá theo thời hạn lưu." in handler.get(url("one", today_s)).content.decode()
    assert handler.post(url("open", today_s)).status_code == 403


def test_the_list_costs_the_same(handler, set_aside, django_assert_max_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def cost():
        with CaptureQueriesContext(connection) as asked:
            assert handler.get(reverse("denunciations:desk")).status_code == 200
        return len(asked)

    set_aside(now=timezone.now())
    cost()
    one = cost()
    for _n in range(29):
        set_aside(now=timezone.now())
    assert cost() == one


def test_the_menu_has_it_for_handlers_alone(clients, today_s):
    for who in ("denunciation_handler", "leader", "administrator", "provincial_leader"):
        page = clients[who].get(reverse("workspace:home")).content.decode()
        assert (reverse("denunciations:desk") in page) == (who == "denunciation_handler"), who


def test_pages_leave_no_measurement(handler, today_s, clients):
    from gandan.core.health.metrics import exposition

    before = [line for line in exposition().decode().splitlines() if "to-cao" in line]
    handler.get(url("one", today_s))
    handler.post(url("open", today_s))
    clients["citizen"].get(reverse("denunciations-public:guide"))
    assert [line for line in exposition().decode().splitlines() if "to-cao" in line] == before == []


def test_a_large_upload_is_refused_before_it_is_read(set_aside):
    from gandan.core.access import Refusal
    from gandan.core.files.policies import LARGEST

    big = ContentFile(b"x", name="a.jpg")
    big.size = LARGEST + 1
    with pytest.raises(Refusal) as refused:
        set_aside(uploads=[big])
    assert refused.value.status == 413
    assert not Denunciation.objects.exists()
