"""Nothing is decided while it is posted, while an objection waits, or by those whose work it is."""

from datetime import timedelta

import pytest

from gandan.accounts.queries import actor_for
from gandan.appraisals import actions
from gandan.appraisals.enums import DecisionKind, Level
from gandan.appraisals.models import Decision
from gandan.core import events
from gandan.core.access import Anyone, Refusal, Role
from gandan.directives.models import Document
from tests.appraisals.conftest import TODAY, at, on_day
from tests.people import hold, make_user

pytestmark = pytest.mark.django_db
LATER = 12
DAY = TODAY + timedelta(days=LATER)


@pytest.fixture
def said(ground, leader):
    """What a decision says, twelve days later."""
    return {
        "kind": DecisionKind.RECOGNISE,
        "level": Level.BASE,
        "office": ground.party,
        "number": "15-QĐ/ĐU",
        "title": "Về việc công nhận mô hình năm 2026",
        "decided_on": DAY,
        "signed_as": "Bí thư",
        "by": on_day(leader, LATER),
        "now": at(LATER),
    }


def test_a_decision_rests_on_a_posting_and_enters_the_register(said, posted, ground):
    row = posted()
    decision = actions.decide(**said, postings=[row])
    document = decision.document
    assert (document.number, document.kind, document.issuer_office, document.is_public) == ("15-QĐ/ĐU", "Quyết định", ground.party, True)
    assert (decision.unit, decision.signed_as, events.of(decision).last().facts["posting_1"]) == (ground.commune, "Bí thư", str(row.pk))
    with pytest.raises(Refusal, match="đã được ghi"):
        actions.decide(**said, postings=[row])


def test_a_paper_that_is_registered_already_is_not_registered_twice(said, posted, ground, leader):
    from gandan.directives import actions as directives

    there = directives.register_document(
        number="15-QĐ/ĐU", kind="Quyết định", issuer="Đảng ủy phường Ninh Kiều", issuer_office=ground.party, issued_on=DAY,
        abstract="Về việc công nhận", is_public=True, by=on_day(leader, LATER), now=at(LATER),
    )  # fmt: skip
    assert actions.decide(**said, postings=[posted()]).document == there
    assert Document.objects.count() == 1


def test_what_is_not_decided(said, posted, leader, ground):
    row = posted()
    refused = {
        "Xin ghi số quyết định": {"number": " "},
        "trích yếu": {"title": ""},
        "chức vụ người ký": {"signed_as": ""},
        "sau hôm nay": {"decided_on": DAY + timedelta(days=1)},
        "Chưa đọc được số": {"number": "mười lăm"},
        "Xin niêm yết trước": {"postings": []},
        "niêm yết đến hết ngày": {"decided_on": row.until},
        "không thuộc cấp": {"level": Level.PROVINCE},
        "Cấp huyện kết thúc": {"level": Level.DISTRICT},
        "chưa được giao quyền": {"level": Level.CENTRE},
        "chọn cấp": {"level": "x"},
    }
    for words, more in refused.items():
        with pytest.raises(Refusal, match=words):
            actions.decide(**{**said, "postings": [row], **more})
    assert not Decision.objects.exists()
    assert not Document.objects.exists()


def test_an_open_objection_and_a_posting_taken_down_stand_in_the_way(said, posted, leader):
    row = posted()
    one = actions.object_to(row, text="Số liệu không đúng với thực tế.", by=Anyone(), now=at(1)).objection
    with pytest.raises(Refusal, match="Còn 1 phản đối chưa trả lời"):
        actions.decide(**said, postings=[row])
    actions.answer_objection(one, is_upheld=True, reply="Đúng như Ông/Bà nói.", by=leader, now=at(2))
    with pytest.raises(Refusal, match="đã được gỡ"):
        actions.decide(**said, postings=[row])


def test_no_paper_is_older_than_the_last_answer(said, posted, leader):
    row = posted()
    one = actions.object_to(row, text="Số liệu không đúng với thực tế.", by=Anyone(), now=at(1)).objection
    later = {"by": on_day(leader, LATER + 3), "now": at(LATER + 3)}
    actions.answer_objection(one, is_upheld=False, reply="Đã đối chiếu tại chỗ, số đúng.", **later)
    with pytest.raises(Refusal, match="trả lời ngày 08/12/2026"):
        actions.decide(**{**said, **later}, postings=[row])
    actions.decide(**{**said, **later, "decided_on": DAY + timedelta(days=3)}, postings=[row])


def test_who_decides(said, posted, cast, ground):
    row = posted()
    for who, actor in cast.items():
        if who != "leader":
            with pytest.raises(Refusal, match="chưa được giao quyền"):
                actions.decide(**{**said, "postings": [row], "by": on_day(actor, LATER)})
    both = make_user("Hai vai", "two.roles")
    hold(both, Role.LEADER, office=ground.party)
    hold(both, Role.OFFICER, office=ground.front)
    with pytest.raises(Refusal, match="không tự quyết định cho mình"):
        actions.decide(**{**said, "postings": [row], "by": actor_for(both, today=DAY)})
    leads = make_user("Chủ tịch Mặt trận", "front.head")
    hold(leads, Role.LEADER, office=ground.front)
    with pytest.raises(Refusal, match="không tự quyết định cho mình"):
        actions.decide(**{**said, "postings": [row], "by": actor_for(leads, today=DAY), "office": ground.front})


def test_what_was_given_is_revoked_without_a_posting(said):
    row = actions.decide(**{**said, "kind": DecisionKind.REVOKE, "number": "16-QĐ/ĐU"})
    assert (row.kind, row.document.is_public) == ("revoke", False)
