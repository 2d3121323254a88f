"""What a form still lacks, part by part, and what may be added to it later."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gandan.movement.enums import ForcePart
from gandan.movement.models import Practice

PARTS = {
    "audience": gettext_lazy("địa bàn, đối tượng"),
    "resources": gettext_lazy("nguồn lực"),
    "starts_on": gettext_lazy("ngày bắt đầu"),
    "milestones": gettext_lazy("mốc tiến độ"),
    "output": gettext_lazy("sản phẩm kiểm chứng được"),
    "upkeep": gettext_lazy("cách duy trì, nhân rộng"),
}
"""What the head of a hamlet may add after registration."""


@dataclass(frozen=True)
class Missing:
    """A part of the form that is not written yet, and the sentence that asks for it."""

    part: str
    sentence: str


def missing(practice: Practice) -> list[Missing]:
    """What the form still lacks, part by part in its order; nothing missing means that it can be sent in.

    The head of a hamlet (`is_light`) needs a name, a place, the problem, an aim with one number, the way and who leads; everything else may
    follow. An office fills in the whole form.
    """
    parts = [force.part for force in practice.forces.all()]
    least = [
        Missing("title", _("tên mô hình")) if not practice.title else None,
        Missing("place", _("nơi thực hiện")) if not practice.place else None,
        Missing("problem", _("thực trạng, lý do")) if not practice.problem else None,
        Missing("aim", _("mục tiêu")) if not practice.aim else None,
        Missing("aims", _("ít nhất một tiêu chí có con số và thời hạn")) if not practice.aims.exists() else None,
        Missing("way", _("cách làm")) if not practice.way else None,
        Missing("forces", _("ai chủ trì")) if ForcePart.LEAD not in parts else None,
    ]
    whole = [
        Missing("audience", _("địa bàn, đối tượng")) if not practice.audience else None,
        Missing("forces", _("lực lượng phối hợp hoặc tham gia")) if not set(parts) - {ForcePart.LEAD} else None,
        Missing("resources", _("nguồn lực")) if not practice.resources.exists() else None,
        Missing("starts_on", _("ngày bắt đầu")) if practice.starts_on is None else None,
        Missing("milestones", _("ít nhất một mốc tiến độ")) if not practice.milestones.exists() else None,
        Missing("output", _("sản phẩm kiểm chứng được")) if not practice.output else None,
        Missing("upkeep", _("cách duy trì, nhân rộng")) if not practice.upkeep else None,
    ]
    learnt = [Missing("changed", _("làm khác mô hình gốc ở chỗ nào"))] if practice.adopted_from_id and not practice.changed else []
    return [m for m in (*least, *([] if practice.is_light else whole), *learnt) if m is not None]


def empty(practice: Practice) -> list[str]:
    """The parts that may still be added, in the order of the form."""
    filled = {name for name in ("audience", "output", "upkeep", "starts_on") if getattr(practice, name)}
    filled |= {name for name in ("resources", "milestones") if getattr(practice, name).exists()}
    return [name for name in PARTS if name not in filled]
