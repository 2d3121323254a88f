"""The head of a hamlet adds what the short form left empty, after it was registered."""

import pytest

from gandan.movement import actions
from tests.movement.ground import short
from tests.movement.web.staff.conftest import opens, text, to  # noqa: F401  a fixture
from tests.people import NOW

pytestmark = pytest.mark.django_db


def test_only_what_is_empty_is_asked_and_becomes_public(drive, field, ground, hamlet_head, leader, opens):  # noqa: F811
    model = actions.begin(drive=drive, office=ground.front, written=short(field), hamlet=ground.hamlet, by=hamlet_head, now=NOW)
    actions.submit(model, by=hamlet_head, now=NOW)
    actions.register(model, by=leader, now=NOW)
    browser, page = opens("hamlet_head"), to("deed", model.pk, "ghi-them")
    assert page in text(browser.get(to("hamlet_one", model.pk)))
    asked = browser.get(page).context["form"].fields
    assert list(asked) == ["audience", "starts_on", "what", "due", "output", "upkeep"]
    refused = browser.post(page, {"what": "Họp tổ", "upkeep": "Mỗi quý đổi tổ trưởng"})
    assert refused.status_code == 422
    assert "Mỗi quý đổi tổ trưởng" in text(refused)
    said = {"output": "Biên bản mỗi tháng dán ở đầu hẻm", "what": "Họp tổ", "due": "2026-12-31"}
    assert browser.post(page, said).status_code == 302
    model.refresh_from_db()
    assert (model.output, model.milestones.get().what) == (said["output"], "Họp tổ")
    assert list(browser.get(page).context["form"].fields) == ["audience", "starts_on", "upkeep"]
    assert said["output"] in text(opens("citizen").get(f"/mo-hinh/{model.pk}/"))
    assert opens("committee_officer").get(page).status_code in {403, 404}
