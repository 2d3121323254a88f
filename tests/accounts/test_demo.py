"""The demo's people are made by deeds, once, and never outside a demo."""

from datetime import UTC, datetime

import pytest
from django.conf import settings

from gandan.accounts import demo
from gandan.accounts.models import RoleHeld, User
from gandan.core.access import Role, SystemActor
from gandan.core.events import Event
from gandan.units import demo as units_demo
from gandan.units.models import DanVanOwner, Hamlet

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
BY = SystemActor("demo")


@pytest.mark.django_db
def test_every_role_is_there_and_a_second_start_changes_nothing():
    units_demo.fill(by=BY, now=NOW)
    demo.fill(by=BY, now=NOW)
    assert {r.role for r in RoleHeld.objects.all()} == set(Role.values)
    assert (DanVanOwner.objects.count(), Hamlet.objects.count()) == (17, 9)
    counts = (User.objects.count(), RoleHeld.objects.count(), Event.objects.count())
    demo.fill(by=BY, now=NOW)
    assert counts == (User.objects.count(), RoleHeld.objects.count(), Event.objects.count())
    assert User.objects.get(username="mai.mttq").check_password(demo.PASSWORD)


@pytest.mark.django_db
def test_outside_a_demo_it_refuses(monkeypatch):
    monkeypatch.setattr(settings, "DEMO", False)
    with pytest.raises(demo.NotADemo):
        demo.fill(by=BY, now=NOW)
    assert not User.objects.exists()
