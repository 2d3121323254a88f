"""Where somebody may be in danger, officers see it before they see dates: in the inbox, whatever stands before it, and on the case."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gandan.opinions.enums import State
from gandan.opinions.web import inbox
from tests.opinions.web.staff.conftest import at, text

pytestmark = pytest.mark.django_db

CHILD = "Có bé ở hẻm 108 đêm nào cũng khóc, hay bị đánh."
BEATEN = f"{'Xin kể từ đầu. ' * 40}{CHILD}"


def test_it_stands_first_on_its_page_and_says_whom_to_call(opens, late, in_time):
    late(text="Quá hạn đã lâu")
    c = in_time(text=BEATEN)
    officer = opens("committee_officer")
    answer = officer.get(at("inbox"))
    assert [(row.case.pk == c.pk, row.is_urgent) for row in answer.context["rows"]] == [(True, True), (False, False)]
    assert "Có thể khẩn cấp" in text(answer), "also when the words come late in a long letter"
    html = text(officer.get(at("case", c.pk)))
    assert "Có thể khẩn cấp" in html
    assert ">111<" in html
    assert ">113<" in html


def test_it_is_told_though_a_page_of_others_is_due_before_it(opens, late, in_time, monkeypatch):
    monkeypatch.setattr(inbox, "PER_PAGE", 2)
    for n in range(3):
        late(text=f"Quá hạn số {n}")
    c = in_time(text=CHILD)
    answer = opens("committee_officer").get(at("inbox"))
    assert [row.case.pk for row in answer.context["pressing"]] == [c.pk]
    assert text(answer).count(CHILD) == 1
    assert opens("front_officer").get(at("inbox")).context["pressing"] == []


def test_what_is_answered_or_can_wait_is_not(opens, in_time):
    in_time(text="Bóng đèn bị cháy, xin thay giúp")
    in_time(State.ANSWERED, text=CHILD)
    answer = opens("committee_officer").get(f"{at('inbox')}?xem=tat-ca")
    assert len(answer.context["rows"]) == 2
    assert "khẩn cấp" not in text(answer)


def test_as_many_questions_for_many_as_for_one(opens, in_time):
    officer = opens("committee_officer")
    counts = []
    for n in (1, 12):
        for i in range(n):
            in_time(text=f"{CHILD} Lần {i}.")
        officer.get(at("inbox"))
        with CaptureQueriesContext(connection) as asked:
            officer.get(at("inbox"))
        counts.append(len(asked))
    assert counts[0] == counts[1]
