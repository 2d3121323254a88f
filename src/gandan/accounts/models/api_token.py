"""A key with which a program asks in a person's name."""

from datetime import date

from django.db import models
from django.db.models import Q

from gandan.accounts.models.user import User
from gandan.core.ids import uuid7


class ApiToken(models.Model):
    """Carries the roles its owner holds on the day of use, and ends on `last_day` at the latest. Only a digest of it is kept."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="api_tokens")
    label = models.CharField(max_length=60)
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    last_day = models.DateField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-made_at"]
        constraints = [models.CheckConstraint(name="token_has_a_purpose", condition=~Q(label=""))]

    def __str__(self) -> str:
        return self.label

    def works(self, on: date) -> bool:
        """Whether it opens anything on a day."""
        return self.revoked_at is None and on <= self.last_day
