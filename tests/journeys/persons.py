"""People of the demo as actors, and days ahead."""

from datetime import datetime, timedelta

from django.utils import timezone

from gandan.accounts.actor import UserActor
from gandan.commitments.demo import person


def who(name: str) -> UserActor:
    return person(name, now=timezone.now())  # type: ignore[return-value]


def later(days: int) -> datetime:
    return timezone.now() + timedelta(days=days)
