"""A person who signs in to work."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from gandan.core.ids import uuid7

sign_in_name = RegexValidator(
    r"^(?=.*[a-z])[a-z0-9][a-z0-9._-]{2,29}\Z",
    _("Tên đăng nhập có 3 đến 30 ký tự: chữ thường không dấu, chữ số, dấu chấm, gạch nối, và có ít nhất một chữ cái."),
)


class UserManager(BaseUserManager["User"]):
    """Finds people by the name they sign in with."""


class User(AbstractBaseUser):
    """A person who signs in. What they may do hangs on roles held in offices for a time, never on this row.

    Officers have an official e-mail; a hamlet head often has none and takes a sign-in name. No telephone number, no birthday, no picture.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    full_name = models.CharField(max_length=120)
    email = models.EmailField(null=True, blank=True)
    username = models.CharField(max_length=30, null=True, blank=True, unique=True, validators=[sign_in_name])
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["full_name"]

    objects = UserManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(Lower("email"), name="user_email_once"),
            models.CheckConstraint(
                name="user_can_be_named", condition=Q(email__isnull=False, email__gt="") | Q(username__isnull=False, username__gt="")
            ),
            models.CheckConstraint(name="user_has_a_name", condition=~Q(full_name="")),
        ]

    def __str__(self) -> str:
        return self.full_name

    @property
    def signs_in_as(self) -> str:
        """What this person types to sign in."""
        return self.username or self.email or ""
