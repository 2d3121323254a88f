"""Hamlets and offices at work: pages, refusals that keep what was typed, and nobody where they don't belong."""

from datetime import date

import pytest
from django.contrib.auth import get_user_model
from django.test import RequestFactory
from django.urls import reverse

from gandan.units import actions, queries
from gandan.units.web import staff
from tests.units.conftest import TODAY, unit

pytestmark = pytest.mark.django_db


@pytest.fixture
def ask():
    """Answers of a page to an actor."""
    from django.contrib.messages.storage.fallback import FallbackStorage
    from django.http import Http404
    from django.test import override_settings

    from gandan.core.access import Refusal

    def answer(view, actor, data=None, typed="", **where):
        factory = RequestFactory()
        request = factory.post("/", data) if data is not None else factory.get("/", {"tim": typed} if typed else {})
        request.actor, request.user, request.session = actor, get_user_model()(email="a@example.vn", full_name="A"), {}
        request._messages = FallbackStorage(request)
        try:
            with override_settings(STORAGES={"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}):
                response = view(request, **where)
        except Http404:
            return 404, ""
        except Refusal as refusal:
            return refusal.status, refusal.sentence
        return response.status_code, response.headers.get("Location") or response.content.decode()

    return answer


def test_an_empty_unit_teaches(ask, ninh_kieu, officer):
    status, text = ask(staff.unit, officer, unit=ninh_kieu.pk)
    assert (status, "Chưa có thôn, tổ dân phố nào" in text, "Phường Ninh Kiều" in text) == (200, True, True)
    assert ask(staff.desk, officer) == (302, reverse("units:unit", args=[ninh_kieu.pk]))


def test_from_the_form_to_the_list(ask, ninh_kieu, officer):
    assert ask(staff.add_hamlet, officer, unit=ninh_kieu.pk)[0] == 200
    typed = {"kind": "khu_pho", "name": "1", "since": "2026-01-01"}
    assert ask(staff.add_hamlet, officer, typed, unit=ninh_kieu.pk) == (302, reverse("units:unit", args=[ninh_kieu.pk]))
    hamlet = queries.hamlets(ninh_kieu.pk, on=TODAY).get()
    assert ask(staff.count_households, officer, {"households": "210", "counted_on": "1/10/2026"}, hamlet=hamlet.pk)[0] == 302
    assert (
        ask(staff.count_households, officer, {"households": "211", "counted_on": "2026-10-01", "correct": "on"}, hamlet=hamlet.pk)[0] == 302
    )
    text = ask(staff.unit, officer, unit=ninh_kieu.pk)[1]
    assert ("Khu phố 1" in text, ">211<" in text, ">210<" in text) == (True, True, False)
    assert ask(staff.count_households, officer, {"households": "1211", "counted_on": "2026-11-01"}, hamlet=hamlet.pk)[0] == 302
    assert "1.211 hộ" in ask(staff.unit, officer, unit=ninh_kieu.pk)[1]


def test_a_refusal_keeps_what_was_typed(ask, ninh_kieu, officer, now):
    actions.add_hamlet(ninh_kieu, kind="khu_pho", name="1", since=date(2026, 1, 1), by=officer, now=now)
    status, text = ask(staff.add_hamlet, officer, {"kind": "khu_pho", "name": "01", "since": "2026-01-01"}, unit=ninh_kieu.pk)
    assert (status, "Ở đây đã có khu phố tên này" in text, 'value="01"' in text) == (422, True, True)


def test_offices_and_the_owner(ask, ninh_kieu, leader):
    assert (
        ask(staff.add_office, leader, {"kind": "front", "name": "Ủy ban MTTQ phường", "since": "2025-07-01"}, unit=ninh_kieu.pk)[0] == 302
    )
    office = queries.offices(ninh_kieu.pk, on=TODAY).get()
    assert ask(staff.set_owner, leader, {"office": str(office.pk), "since": "2025-07-01"}, unit=ninh_kieu.pk)[0] == 302
    assert ask(staff.rename_office, leader, {"name": "Ủy ban MTTQ phường Ninh Kiều", "since": "2026-01-01"}, office=office.pk)[0] == 302
    text = ask(staff.unit, leader, unit=ninh_kieu.pk)[1]
    assert ("Giữ việc dân vận" in text, "Ủy ban MTTQ phường Ninh Kiều" in text) == (True, True)
    status, text = ask(staff.end_office, leader, {"after": "2026-11-01"}, office=office.pk)
    assert (status, "giao việc dân vận cho cơ quan khác" in text.lower()) == (422, True)


def test_a_unit_that_is_not_ones_own_is_not_there(ask, ninh_kieu, officer, outsider, now):
    hamlet = actions.add_hamlet(ninh_kieu, kind="khu_pho", name="1", since=date(2026, 1, 1), by=officer, now=now)
    for view, where in (
        (staff.unit, {"unit": ninh_kieu.pk}),
        (staff.add_hamlet, {"unit": ninh_kieu.pk}),
        (staff.add_office, {"unit": ninh_kieu.pk}),
    ):
        assert ask(view, outsider, **where)[0] == 404
    for view in (staff.count_households, staff.rename_hamlet, staff.end_hamlet):
        assert ask(view, outsider, hamlet=hamlet.pk)[0] == 404
    assert ask(staff.unit, officer, unit=unit("31120").pk)[0] == 404


def test_the_page_costs_the_same_for_1_and_30(ask, ninh_kieu, officer, now, django_assert_max_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    counts = []
    for n in (1, 30):
        for i in range(n):
            actions.add_hamlet(ninh_kieu, kind="thon", name=f"{n}x{i}", since=date(2026, 1, 1), by=officer, now=now)
        with CaptureQueriesContext(connection) as seen:
            ask(staff.unit, officer, unit=ninh_kieu.pk)
        counts.append(len(seen))
    assert counts[0] == counts[1]


def test_an_administrator_works_in_no_unit_and_finds_any(administrator, ask):
    assert "Xin tìm một đơn vị" in ask(staff.desk, administrator)[1]
    found = ask(staff.desk, administrator, typed="xuan khanh")[1]
    assert "tên cũ, nay thuộc:" in found
    assert "Phường Ninh Kiều</a>" in found
