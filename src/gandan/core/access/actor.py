"""Who acts: the protocol by which low rooms know an actor, and nothing more of a person."""

from dataclasses import dataclass, field
from datetime import date
from typing import Protocol
from uuid import UUID

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Role(TextChoices):
    """What somebody may be in an office of a unit, for a time."""

    OFFICER = "officer", _("Cán bộ")
    LEADER = "leader", _("Lãnh đạo")
    SPECIALIST = "specialist", _("Chuyên viên cấp trên")
    HAMLET_HEAD = "hamlet_head", _("Trưởng thôn, tổ trưởng")
    SUPERVISOR = "supervisor", _("Thành viên ban giám sát")
    DENUNCIATION_HANDLER = "denunciation_handler", _("Người xử lý tố cáo")
    ANALYST = "analyst", _("Người phân tích số liệu")
    ADMINISTRATOR = "administrator", _("Quản trị hệ thống")


@dataclass(frozen=True)
class Holding:
    """One role that an actor holds on the day `on`: in an office (None for a hamlet) of a unit; no unit means the whole country."""

    role: Role
    unit: UUID | None
    on: date
    office: UUID | None = None
    hamlet: UUID | None = None


class Actor(Protocol):
    """Whoever does a deed. `key` goes into events: "user:<uuid>", "system:<name>" or "anyone"; never a name."""

    @property
    def key(self) -> str:
        """The name under which events remember the actor."""

    @property
    def holdings(self) -> tuple[Holding, ...]:
        """The roles held on the day of the request."""


@dataclass(frozen=True)
class Anyone:
    """A reader without an account."""

    key: str = "anyone"
    holdings: tuple[Holding, ...] = ()


@dataclass(frozen=True)
class SystemActor:
    """A named part of the system: jobs, imports, first filling. It may do what the table grants to `system(name)`."""

    name: str
    holdings: tuple[Holding, ...] = field(default=())

    @property
    def key(self) -> str:
        """The name under which events remember it."""
        return f"system:{self.name}"
