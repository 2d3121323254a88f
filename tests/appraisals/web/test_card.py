"""A member's card: counted at the server, kept as a draft, handed in once, and then the next one."""

import re

import pytest

from gandan.appraisals import actions
from gandan.appraisals.enums import State
from gandan.appraisals.models import Conflict, Mark, Scorecard
from tests.appraisals.conftest import FAR, WHY
from tests.appraisals.web.conftest import at, text

pytestmark = pytest.mark.django_db


def filled(a, *given: str, **more) -> dict[str, str]:
    return {f"d-{c.pk}": value for c, value in zip(a.sheet.criteria.all(), given, strict=False)} | more


def test_a_card_is_handed_in_with_commas_and_opens_the_next(opens, running, sitting):
    first, second = running(), running()
    browser = opens(sitting["one"])
    queue = text(browser.get(at("queue")))
    assert "Còn 2 hồ sơ" in queue
    assert at("card", first.pk) in queue
    page = browser.get(at("card", first.pk))
    assert "1 / 2" in text(page)
    answer = browser.post(at("card", first.pk), filled(first, "50,5", "30", "0", "0", reason=WHY))
    assert answer.status_code == 302
    assert answer.url == at("card", second.pk)
    card = Scorecard.objects.get(appraisal=first)
    assert (str(card.total), card.reason) == ("80.50", WHY)
    assert [str(m.points) for m in Mark.objects.filter(card=card)] == ["50.50", "30.00", "0.00", "0.00"]
    done = browser.post(at("card", second.pk), filled(second, "50", "30", "0", "0", reason=WHY), follow=True)
    assert "không còn phiếu nào phải chấm" in text(done)


def test_the_sum_is_counted_by_the_server_and_a_draft_is_kept_for_its_writer_alone(opens, running, sitting):
    a = running()
    browser = opens(sitting["one"])
    page = text(browser.post(at("card", a.pk), filled(a, "12,25", "7.5", draft="1", reason="Mới đọc nửa hồ sơ")))
    assert "19,75" in page
    assert "Đã lưu nháp" in page
    assert not Scorecard.objects.exists()
    again = text(browser.get(at("card", a.pk)))
    assert 'value="12,25"' in again
    assert "Mới đọc nửa hồ sơ" in again
    assert "Có bản nháp" in text(browser.get(at("queue")))
    assert "không bắt buộc" not in again, "it has to be there in the end"
    kept = str(browser.session["appraisals-drafts"])
    assert "12,25" not in kept
    assert "nửa hồ sơ" not in kept
    assert "12,25" not in text(opens(sitting["two"]).get(at("card", a.pk)))
    assert "12,25" not in text(opens(sitting["secretary"]).get(at("one", a.pk)))
    # the draft that the script sends while somebody writes
    assert browser.post(at("draft", a.pk), filled(a, "13")).status_code == 204
    assert 'value="13"' in text(browser.get(at("card", a.pk)))
    session = browser.session  # a draft from before drafts were sealed
    session["appraisals-drafts"] = {f"{a.pk}-{a.round}": {"reason": "Viết trước khi niêm"}}
    session.save()
    browser.get(at("queue"))
    assert browser.session["appraisals-drafts"] == {}


def test_a_wrong_card_keeps_what_was_typed_and_says_what_to_do(opens, running, sitting):
    a = running()
    answer = opens(sitting["one"]).post(at("card", a.pk), filled(a, "99", "ba mươi", "", "0", reason="ngắn"))
    page = text(answer)
    assert answer.status_code == 422
    assert re.search(r"<output[^>]*>0</output>", page), "what fits no line counts nothing"
    for said in ("Xin cho từ 0 đến 60 điểm.", "Xin ghi một số, ví dụ 8 hoặc 7,5.", "Chưa cho điểm dòng này.", 'value="ba mươi"', ">ngắn<"):
        assert said in page.replace("\n", ""), said
    assert not Scorecard.objects.exists()
    short = opens(sitting["one"]).post(at("card", a.pk), filled(a, "50", "30", "0", "0", reason="ngắn"))
    assert short.status_code == 422
    assert "ít nhất 10 ký tự" in text(short)


def test_who_owes_no_card_reads_why_and_keeps_the_remark(opens, running, sitting):
    a = running()
    browser = opens(sitting["one"])
    browser.post(at("card", a.pk), filled(a, "50", "30", "0", "0", reason=WHY))
    again = browser.post(at("card", a.pk), filled(a, "1", "1", "0", "0", reason="Tôi muốn chấm lại cho thấp."))
    assert again.status_code == 409
    assert "Tôi muốn chấm lại cho thấp." in text(again)
    assert Scorecard.objects.count() == 1
    assert opens(sitting["secretary"]).get(at("card", a.pk)).status_code == 403
    assert opens("outsider").get(at("card", a.pk)).status_code == 404
    assert opens("citizen").get(at("card", a.pk)).status_code == 302


def test_a_tie_is_declared_and_the_card_is_gone(opens, running, sitting):
    a = running()
    browser = opens(sitting["two"])
    answer = browser.post(at("deed", a.pk, "lien-quan"), {"tie": "other", "reason": ""})
    assert answer.status_code == 422
    assert browser.post(at("deed", a.pk, "lien-quan"), {"tie": "kin", "reason": ""}).url == at("queue")
    assert Conflict.objects.get().seat.user == sitting["two"]
    assert "không còn phiếu" in text(browser.get(at("card", a.pk)))


def test_the_second_card_is_written_with_the_first_ones_beside_it(opens, running, sitting, leader):
    from datetime import timedelta

    from django.utils import timezone

    a = running(State.SHOWN, FAR)
    actions.score_again(a, closes_on=timezone.localdate() + timedelta(days=3), by=leader, now=timezone.now())
    page = text(opens(sitting["one"]).get(at("card", a.pk)))
    assert "Phiếu lần đầu" in page
    assert WHY in page


def test_the_owner_scores_itself_and_changes_it_until_the_council_begins(opens, running, people):
    a = running(State.PREPARED)
    browser = opens("front_officer")
    given = filled(a, "55", "35", "0", "0") | {f"l-{a.sheet.criteria.first().pk}": "Số đo ở phụ lục 2."}
    assert "90" in text(browser.post(at("score_self", a.pk), given | {"draft": "1"}))
    assert not a.own_marks.exists()
    assert browser.post(at("score_self", a.pk), given).url == at("one", a.pk)
    page = text(browser.get(at("one", a.pk)))
    assert "Số đo ở phụ lục 2." in page
    assert 'value="55"' in text(browser.get(at("score_self", a.pk)))
    assert opens("committee_officer").get(at("score_self", a.pk)).status_code == 403


def test_the_queue_costs_the_same_for_one_and_for_thirty(opens, running, sitting, django_assert_max_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    browser = opens(sitting["one"])
    running()
    browser.get(at("queue"))
    counts = []
    for more in (0, 29):
        for _ in range(more):
            running()
        for page in ("queue", "list"):
            with CaptureQueriesContext(connection) as seen:
                assert browser.get(at(page)).status_code == 200
            counts.append(len(seen))
    assert counts[:2] == counts[2:]


def test_no_number_is_too_strange_for_the_sum(opens, running, sitting):
    a = running()
    browser = opens(sitting["one"])
    for strange in ("sNaN", "NaN", "Infinity", "1e9999999", "1e400", "9" * 5000, "\x00"):
        for other in ("-Infinity", "1"):
            answer = browser.post(at("card", a.pk), filled(a, strange, other, draft="1"))
            assert answer.status_code in (200, 422), strange
            assert len(answer.content) < 200_000, strange
