"""What opens nothing any more goes by night."""

from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session

from gandan.accounts import actions
from gandan.accounts.models import PasswordLink
from gandan.accounts.tasks import forget_sign_ins
from gandan.core.access import Refusal, SystemActor
from tests.people import NOW

HOUR = timedelta(hours=1)


def signed_in(user, key, until):
    Session.objects.create(session_key=key, session_data="", expire_date=until)
    UserSession.objects.create(user=user, session_key=key, ip="::", user_agent="Firefox")


def link(user, digest, **more):
    days = {"made_at": NOW - 90 * HOUR, "made_by": "system:cli", "valid_until": NOW + HOUR}
    PasswordLink.objects.create(user=user, digest=digest, **(days | more))


def test_sessions_devices_and_links_that_are_over_are_deleted(people):
    user = people["leader"]
    signed_in(user, "living", NOW + HOUR)
    signed_in(user, "over", NOW - HOUR)
    UserSession.objects.create(user=user, session_key="lost", ip="::", user_agent="Firefox")
    link(user, "open")
    link(user, "used", used_at=NOW - 3 * HOUR)
    link(user, "late", valid_until=NOW - HOUR)
    assert actions.forget_sign_ins(by=SystemActor("retention"), now=NOW) == 5
    assert list(Session.objects.values_list("session_key", flat=True)) == ["living"]
    assert list(UserSession.objects.values_list("session_key", flat=True)) == ["living"]
    assert list(PasswordLink.objects.values_list("digest", flat=True)) == ["open"]


@pytest.mark.django_db
def test_the_nightly_job_runs_it():
    assert forget_sign_ins.func(0) == 0


@pytest.mark.parametrize("who", ["administrator", "leader", "citizen"])
def test_nobody_by_hand(cast, who):
    with pytest.raises(Refusal):
        actions.forget_sign_ins(by=cast[who], now=NOW)
