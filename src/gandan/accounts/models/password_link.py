"""A link by which somebody sets their password, once."""

from django.db import models
from django.db.models import F, Q

from gandan.accounts.models.user import User
from gandan.core.ids import uuid7


class PasswordLink(models.Model):
    """Handed over by whoever manages the account. Only a digest is kept: who reads the database cannot use it."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="password_links")
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=60)
    valid_until = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.CheckConstraint(name="link_lasts", condition=Q(valid_until__gt=F("made_at")))]

    def __str__(self) -> str:
        return f"{self.user_id} < {self.valid_until:%Y-%m-%d %H:%M}"
