"""Whoever heads a hamlet sees how far its opinions are, in numbers: no word, no sender, nothing of another hamlet."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from gandan.opinions import actions
from gandan.opinions.models import Case
from gandan.units.models import Hamlet
from tests.opinions.people import case_of, published, sender
from tests.people import CAST

HERE = reverse("opinions:hamlet")
WORDS = "Ông Ba đầu ngõ đổ rác ra mương mỗi tối."


def counted(answer) -> dict[str, int]:
    return {str(side.label): side.n for side in answer.context["sides"]}


@pytest.mark.parametrize("who", CAST)
def test_who_opens_it(opens, ground, who):
    assert opens(who).get(HERE).status_code == {"citizen": 302, "hamlet_head": 200}.get(who, 403)


def test_numbers_by_state_and_never_a_word(opens, ground, said, committee_officer):
    late, waiting, elsewhere, gone = (said(WORDS, hamlet=h) for h in (ground.hamlet, ground.hamlet, None, ground.hamlet))
    done = said("Đèn đầu ngõ tắt.", hamlet=ground.hamlet)
    published(done, committee_officer)
    Case.objects.filter(pk=case_of(late).pk).update(due="2025-01-02")
    actions.withdraw(gone.opinion, by=sender(gone), now=timezone.now())
    answer = opens("hamlet_head").get(HERE)
    assert counted(answer) == {"việc đã nhận": 3, "quá hạn, chưa trả lời": 1, "đang giải quyết, còn hạn": 1, "đã trả lời": 1}
    html = answer.content.decode()
    assert reverse("opinions-public:poster", args=[ground.hamlet.pk]) in html
    assert case_of(done).number in html, "what was published stands there"
    for hidden in (WORDS, "Ông Ba", str(case_of(waiting).pk), str(case_of(elsewhere).pk)):
        assert hidden not in html


@pytest.mark.parametrize(("by_office", "label"), [(False, "người gửi xác nhận đã xong"), (True, "xác nhận bằng mã do cơ quan in")])
def test_what_a_pin_of_an_office_confirmed_is_counted_apart(opens, ground, said, committee_officer, by_office, label):
    done = said(hamlet=ground.hamlet, pin_by_office=by_office)
    published(done, committee_officer)
    actions.give_verdict(done.opinion, is_done=True, by=sender(done), now=timezone.now())
    assert counted(opens("hamlet_head").get(HERE)) == {"việc đã nhận": 1, "quá hạn, chưa trả lời": 0, label: 1}


def test_another_hamlet_is_not_there(opens, ground):
    here = reverse("opinions:hamlet_of", args=[ground.hamlet.pk])
    other = Hamlet.objects.create(
        unit=ground.commune, added_in=ground.commune, kind="khu_pho", name="4", key="4", existed=ground.hamlet.existed
    )
    there = reverse("opinions:hamlet_of", args=[other.pk])
    assert opens("hamlet_head").get(here).status_code == 200
    assert opens("hamlet_head").get(there).status_code == 404
    assert opens("leader").get(here).status_code == 403


def test_it_is_linked_from_the_first_page_and_an_empty_one_says_what_to_do(opens, ground):
    head = opens("hamlet_head")
    assert head.get("/lam-viec/").content.decode().count(f'href="{HERE}"') >= 2, "in the menu and among what can be done now"
    assert HERE not in opens("committee_officer").get("/lam-viec/").content.decode()
    assert "Chưa có ý kiến nào ghi ở thôn, tổ này" in head.get(HERE).content.decode()


def test_as_many_questions_for_many_as_for_one(opens, ground, said, committee_officer):
    head, counts = opens("hamlet_head"), []
    for n in (1, 8):
        for _i in range(n):
            published(said(hamlet=ground.hamlet), committee_officer)
        head.get(HERE)
        with CaptureQueriesContext(connection) as asked:
            head.get(HERE)
        counts.append(len(asked))
    assert counts[0] == counts[1]
