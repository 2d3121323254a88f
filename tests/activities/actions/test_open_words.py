"""No private person comes onto a public page: not with the activity, not with a detail, not when it is opened to everyone."""

import pytest
from django.test import Client

from gandan.activities import actions
from gandan.activities.models import Activity
from gandan.core.access import Refusal
from tests.people import NOW

pytestmark = pytest.mark.django_db
PERSON = "Đã giúp bà Nguyễn Thị Hoa sửa nhà"
SAID = "Xin bỏ"


@pytest.mark.parametrize("said", [{"title": PERSON}, {"text": PERSON}, {"text": "Gọi 0912 345 678"}, {"host_names": ["Bà Nguyễn Thị Hoa"]}])
def test_what_everyone_sees_names_no_private_person(make, said):
    with pytest.raises(Refusal, match=SAID):
        make(**said)
    assert not Activity.objects.exists()
    assert make(**said, is_public=False)


def test_nor_does_a_detail(activity, front_officer, leader):
    with pytest.raises(Refusal, match=SAID):
        actions.note_request(activity, text=PERSON, by=front_officer, now=NOW)
    with pytest.raises(Refusal, match=SAID):
        actions.add_attendance(activity, people=3, quote=PERSON, by=front_officer, now=NOW)
    asked = actions.note_request(activity, text="Thông cống", by=front_officer, now=NOW)
    with pytest.raises(Refusal, match=SAID):
        actions.decline_request(asked, reason=PERSON, by=leader, now=NOW)


def test_what_was_internal_is_looked_through_before_everyone_sees_it(make, front_officer):
    row = make(is_public=False)
    asked = actions.note_request(row, text=PERSON, by=front_officer, now=NOW)
    said = {"kind": row.kind, "title": row.title, "unit": row.unit, "starts_on": row.starts_on, "is_public": True}
    with pytest.raises(Refusal, match=SAID):
        actions.correct_activity(row, **said, by=front_officer, now=NOW)
    actions.remove_request(asked, by=front_officer, now=NOW)
    assert actions.correct_activity(row, **said, by=front_officer, now=NOW).is_public


def test_who_asked_is_nobody_by_name_outside(activity, front_officer, people):
    actions.note_request(activity, text="Thông cống", by_text="Bà Nguyễn Thị Hoa", by=front_officer, now=NOW)
    page = Client().get(f"/hoat-dong/{activity.pk}/").content.decode()
    api = Client().get(f"/api/v1/activities/{activity.pk}").json()
    assert "Nguyễn Thị Hoa" not in page
    assert "Người đề nghị: người dân." in page
    assert api["requests"][0]["by_text"] == "người dân"
    inside = Client()
    inside.force_login(people["front_officer"])
    assert "Nguyễn Thị Hoa" in inside.get(f"/lam-viec/hoat-dong/{activity.pk}/").content.decode()
