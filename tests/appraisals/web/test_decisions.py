"""The register of decisions and the Word paper of one, in the form of the office that decided."""

from dataclasses import replace
from datetime import timedelta
from io import BytesIO

import pytest
from django.utils import timezone
from docx import Document
from docx.oxml.ns import qn

from gandan.accounts.queries import actor_for
from gandan.appraisals import actions, decided
from gandan.appraisals.enums import DecisionKind, Level
from gandan.core.access import Holding, Role
from gandan.core.word import Column, Listing
from tests.appraisals.web.conftest import at, text
from tests.people import hold, make_user

pytestmark = pytest.mark.django_db
ROWS = [("1", "Hẻm 12 không rác", "80,50"), ("2", "Tổ tự quản bờ kênh", "77,00")]


@pytest.fixture
def decision(ground, leader, posted):
    """Decided today on what was posted forty days ago."""

    def make(number="12-QĐ/ĐU", *, by=leader, **more):
        shown = posted(now=timezone.now() - timedelta(days=40), subject_id=number)
        given = {"kind": DecisionKind.RECOGNISE, "level": Level.BASE, "title": "Về việc công nhận mô hình", "signed_as": "Bí thư"}
        given |= {"decided_on": timezone.localdate(), "office": ground.party, "signed_by": "Võ Minh Tâm", "postings": [shown]}
        return actions.decide(**(given | more), number=number, by=by, now=timezone.now())

    return make


@pytest.fixture
def names_things(monkeypatch):
    """A room above, as it registers what its decisions name."""

    def say(row, actor):
        listing = Listing([Column("TT", 1), Column("Tên", 5), Column("Điểm", 1)], ROWS, title="Mô hình: 2")
        return decided.Said(gives="Công nhận 2 mô hình", listings=[listing], grounds=["Căn cứ kết quả niêm yết"], links=[("Hẻm 12", "/x/")])

    monkeypatch.setitem(decided._rooms, "tests", say)


def words(content: bytes) -> list[str]:
    body = Document(BytesIO(content)).element.body
    return ["".join(t.text or "" for t in p.iter(qn("w:t"))) for p in body.iter(qn("w:p"))]


def test_the_paper_of_a_party_office_with_its_list(opens, decision, names_things):
    row = decision()
    browser = opens("front_officer")
    page = text(browser.get(at("decision", row.pk)))
    for said in ("12-QĐ/ĐU", "Công nhận 2 mô hình", "Hẻm 12 không rác", at("decision_word", row.pk)):
        assert said in page
    answer = browser.get(at("decision_word", row.pk))
    assert answer["Content-Type"].endswith("wordprocessingml.document")
    assert f"quyet-dinh-12-qd-du-{row.decided_on.year}.docx" in answer["Content-Disposition"]
    assert "no-store" in answer["Cache-Control"]
    said = words(answer.content)
    for wanted in (
        "ĐẢNG CỘNG SẢN VIỆT NAM",
        "ĐẢNG ỦY PHƯỜNG NINH KIỀU",
        "Số 12-QĐ/ĐU",
        "- Căn cứ kết quả niêm yết,",
        "BÍ THƯ",
        "Võ Minh Tâm",
        "Điều 1. Công nhận 2 mô hình (có danh sách kèm theo).",
        "Tổ tự quản bờ kênh",
        "77,00",
        "DANH SÁCH CÔNG NHẬN",
    ):
        assert wanted in said, wanted
    assert any(s.startswith("Điều 3.") and s.endswith("chịu trách nhiệm thi hành Quyết định này.") for s in said)


def test_the_paper_of_an_office_of_the_state(opens, decision, ground):
    user = make_user("Trần Văn Tư", "chair.committee")
    hold(user, Role.LEADER, office=ground.committee)
    by = actor_for(user, today=timezone.localdate())
    row = decision("05/QĐ-UBND", by=by, office=ground.committee, kind=DecisionKind.COMMEND, signed_as="Chủ tịch")
    said = words(opens("outsider").get(at("decision_word", row.pk)).content)
    for wanted in ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 05/QĐ-UBND", "CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG NINH KIỀU", "- Lưu: VT."):
        assert wanted in said, wanted
    assert any(s.endswith("thi hành Quyết định này./.") for s in said)
    assert "Điều 1. Nội dung quyết định theo hồ sơ kèm theo." in said


def test_a_decision_for_the_centre_by_an_office_of_the_tree_is_its_own_paper(opens, decision, ground):
    """Decided before papers of the centre were entered for another: the office is its issuer, and its paper is made here."""
    user = make_user("Trần Văn Cả", "head.country")
    hold(user, Role.LEADER, office=ground.province_board)
    by = actor_for(user, today=timezone.localdate())
    by = replace(by, holdings=(*by.holdings, Holding(Role.SPECIALIST, None, timezone.localdate())))
    row = decision("7-QĐ/BTGDV", by=by, office=ground.province_board, level=Level.CENTRE)
    browser = opens("provincial_leader")
    assert at("decision_word", row.pk) in text(browser.get(at("decision", row.pk)))
    assert browser.get(at("decision_word", row.pk)).status_code == 200


def test_the_register_narrows_and_costs_the_same_for_one_and_for_many(opens, decision):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    browser, counts = opens("outsider"), []
    decision()
    browser.get(at("decisions"))
    for more in (0, 20):
        for n in range(more):
            decision(f"{n + 20}-QĐ/ĐU")
        with CaptureQueriesContext(connection) as seen:
            assert "12-QĐ/ĐU" in text(browser.get(at("decisions"))) or more
        counts.append(len(seen))
    assert counts[0] == counts[1]
    assert "Chưa có quyết định nào" in text(browser.get(at("decisions"), {"loai": "revoke"}))
    assert opens("citizen").get(at("decisions")).status_code == 302


def test_a_way_to_record_stands_only_where_its_page_and_its_right_are(opens, monkeypatch):
    ways = {"appraisals:form_council": decided.Way("Ghi ở đây", "appraisals:form_council", "appraisals.form_council")}
    ways["x:none"] = decided.Way("Không có trang", "x:none", "appraisals.view")
    monkeypatch.setattr(decided, "_ways", ways)
    assert "Ghi ở đây" in text(opens("leader").get(at("decisions")))
    assert "Không có trang" not in text(opens("leader").get(at("decisions")))
    assert "Ghi ở đây" not in text(opens("administrator").get(at("decisions")))
