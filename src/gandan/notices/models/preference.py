"""How one person wants to be told."""

from datetime import time

from django.conf import settings
from django.db import models
from django.db.models import Q

from gandan.accounts.models import User
from gandan.notices.enums import Gateway, Rhythm


class Preference(models.Model):
    """Who never chose has no row and the defaults. The number for text messages is given by the person alone and lies encrypted."""

    user = models.OneToOneField(User, on_delete=models.CASCADE, primary_key=True, related_name="+")
    by_mail = models.BooleanField(default=True)
    gateway = models.CharField(max_length=8, choices=Gateway, blank=True)
    gateway_address = models.TextField(blank=True)
    rhythm = models.CharField(max_length=8, choices=Rhythm, default=Rhythm.AT_ONCE)
    daily_at = models.TimeField(default=time(7, 0))
    quiet_from = models.TimeField(null=True, blank=True)
    quiet_to = models.TimeField(null=True, blank=True)
    language = models.CharField(max_length=8, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE)

    class Meta:
        constraints = [
            models.CheckConstraint(name="gateway_with_address", condition=Q(gateway="") ^ ~Q(gateway_address="")),
            models.CheckConstraint(name="quiet_from_and_to", condition=Q(quiet_from__isnull=True) ^ Q(quiet_to__isnull=False)),
        ]

    def __str__(self) -> str:
        return str(self.user_id)
