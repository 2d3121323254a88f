"""Closed lists of this room."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Channel(TextChoices):
    """How a message reaches somebody outside the workspace."""

    MAIL = "mail", _("Thư điện tử")
    GATEWAY = "gateway", _("Tin nhắn")
    CALL = "call", _("Gọi báo")  # by a colleague: for those who have neither


class State(TextChoices):
    """Where a message stands. A call waits as QUEUED until somebody says that it was made."""

    QUEUED = "queued", _("Đang chờ")
    SENT = "sent", _("Đã gửi")
    FAILED = "failed", _("Không gửi được")
    DONE = "done", _("Đã gọi")
    VOID = "void", _("Không cần gửi nữa")


class Gateway(TextChoices):
    """What the gateway is asked to use."""

    SMS = "sms", _("Tin nhắn SMS")
    ZALO = "zalo", _("Zalo")


class Rhythm(TextChoices):
    """When messages are sent."""

    AT_ONCE = "at_once", _("Gửi ngay khi có")
    DAILY = "daily", _("Gom lại, gửi mỗi ngày một lần")
