"""What a decision's page and paper say of the models it recognises."""

from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from docx import Document

from gandan.appraisals import decided
from gandan.appraisals.models import Decision
from gandan.appraisals.web.decision_paper import paper
from gandan.core.access import Anyone
from gandan.movement.models import Drive, Recognition
from tests.movement.ground import recognised
from tests.people import NOW, TODAY

pytestmark = pytest.mark.django_db


def decision(ground, kind: str) -> Decision:
    """A decision as its deed leaves it."""
    said = {"kind": kind, "level": "base", "unit": ground.commune, "office": ground.party, "title": "x", "signed_as": "Bí thư"}
    return Decision.objects.create(**said, number=f"9{kind}", decided_on=TODAY, recorded_at=NOW)


def test_models_with_place_points_grade_and_grounds(in_state, ground):
    model = in_state()
    row = recognised(model, ground)
    (said,) = decided.of(row.decision, Anyone())
    assert said.gives == f"Công nhận 1 mô hình trong phong trào {model.drive.title}"
    named = Drive(title="Phong trào thi đua Dân vận khéo")
    assert named.named == "phong trào thi đua Dân vận khéo", "the word stands once"
    (listing,) = said.listings
    assert [c.title for c in listing.columns] == ["TT", "Tên gọi", "Địa chỉ", "Điểm", "Xếp loại"]
    number, title, place, points, _grade = listing.rows[0]
    assert (number, title, points) == ("1", model.title, "80,00")
    assert place.endswith("Phường Ninh Kiều")
    assert any(g.startswith("Căn cứ kết quả chấm điểm của Hội đồng theo") for g in said.grounds)
    assert any(f"từ ngày {TODAY:%d/%m/%Y}" in g for g in said.grounds)
    assert said.links[0][0] == model.title
    tables = Document(BytesIO(paper(row.decision, [said]).content())).tables
    assert [c.text for c in tables[-1].rows[1].cells][:2] == ["1", model.title]


def test_a_decision_that_names_no_model_says_nothing(in_state, ground):
    recognised(in_state(), ground)
    assert decided.of(decision(ground, "commend"), Anyone()) == []


def test_what_is_taken_away_rests_on_what_gave_it_and_many_cost_what_one_does(in_state, ground):
    taken, counts = decision(ground, "revoke"), []
    for more in (range(1, 2), range(2, 7)):
        for n in more:
            row = recognised(in_state(n=n), ground)
            Recognition.objects.filter(pk=row.pk).update(revoked_by=taken, revoked_on=TODAY)
        decided.of(taken, Anyone())
        with CaptureQueriesContext(connection) as seen:
            (said,) = decided.of(taken, Anyone())
        counts.append(len(seen))
    assert said.gives.startswith("Thu hồi quyết định công nhận đối với 6 mô hình")
    assert len(said.listings[0].rows) == 6
    assert f"Căn cứ Quyết định số 1/QĐ, ngày {TODAY:%d/%m/%Y}" in said.grounds
    assert counts[0] == counts[1]
