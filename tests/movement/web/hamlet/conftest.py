"""The telephone of the head of a hamlet, and a drive that takes forms today whatever the day of the test."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from gandan.movement.models import Window

BASE = "/lam-viec/mo-hinh/thon/"


@pytest.fixture
def phone(people) -> Client:
    client = Client()
    client.force_login(people["hamlet_head"])
    return client


@pytest.fixture
def window(drive) -> Window:
    today = timezone.localdate()
    Window.objects.filter(drive=drive).delete()
    return Window.objects.create(drive=drive, year=today.year, opens_on=today - timedelta(days=30), closes_on=today + timedelta(days=30))
