"""Deeds on a form, until it is registered, and on what it left empty."""

from datetime import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from gandan.core.access import Actor, Refusal
from gandan.movement.actions import course
from gandan.movement.actions import form as writing
from gandan.movement.enums import Deed as Kind
from gandan.movement.models import Practice
from gandan.movement.policies import course as when_course
from gandan.movement.policies import form as when_form
from gandan.movement.policies.state import possible
from gandan.movement.web.forms import deeds as forms
from gandan.movement.web.staff.deeds.deed import Deed
from gandan.movement.web.staff.words import ANY
from gandan.movement.written import MilestoneGiven


def _complete(p: Practice, f: forms.CompleteForm, by: Actor, now: datetime) -> object:
    typed = f.cleaned_data
    lines = (MilestoneGiven(typed["due"], typed["what"]),) if typed.get("what") else ()
    parts = {name: typed[name] for name in ("audience", "output", "upkeep", "starts_on") if typed.get(name)}
    return writing.complete(p, **parts, milestones=lines, by=by, now=now)


def _left_empty(p: Practice) -> Refusal | None:
    return None if when_form.empty(p) else Refusal(gettext("Phiếu này không còn phần nào để trống."))


DEEDS = (
    Deed(
        "gui",
        Kind.SUBMIT,
        _("Đã gửi đăng ký. Cơ quan phụ trách dân vận của đơn vị sẽ xem và trả lời."),
        forms.EmptyForm,
        lambda p, by, today: possible(p, Kind.SUBMIT) or when_form.submit(p, today=today),
        lambda p, f, by, now: writing.submit(p, by=by, now=now),
        _("Phần mềm so phiếu với các phong trào sẵn có và phiếu của nơi khác. Chỗ giống được nêu rõ để Ông/Bà giải thích."),
    ),
    Deed(
        "nhan",
        Kind.REGISTER,
        _("Đã nhận đăng ký. Mô hình hiện trên trang công khai; đã đăng ký chưa phải là hiệu quả."),
        forms.EmptyForm,
        lambda p, by, today: when_course.register(p),
        lambda p, f, by, now: course.register(p, by=by, now=now),
        _("Nhận đăng ký là ghi vào sổ và công khai phiếu. Hiệu quả hay không được rà soát sau, theo con số và bằng chứng."),
        looks=True,
    ),
    Deed(
        "tra-lai",
        Kind.SEND_BACK,
        _("Đã trả lại. Người viết thấy lời nhắn ngay trên phiếu."),
        forms.ReasonForm,
        lambda p, by, today: when_course.with_reason(p, Kind.SEND_BACK, reason=ANY),
        lambda p, f, by, now: course.send_back(p, reason=f.cleaned_data["reason"], by=by, now=now),
        _("Xin ghi rõ cần bổ sung phần nào, như thế nào thì nhận."),
        looks=True,
    ),
    Deed(
        "rut",
        Kind.WITHDRAW,
        _("Đã rút phiếu."),
        forms.ReasonForm,
        lambda p, by, today: when_course.with_reason(p, Kind.WITHDRAW, reason=ANY),
        lambda p, f, by, now: course.withdraw(p, reason=f.cleaned_data["reason"], by=by, now=now),
        _("Phiếu đã rút không mở lại được; muốn làm tiếp thì viết phiếu mới."),
        grave=True,
    ),
    Deed(
        "ghi-them",
        Kind.COMPLETE,
        _("Đã ghi thêm. Phần vừa ghi hiện trên trang công khai của mô hình."),
        forms.CompleteForm,
        lambda p, by, today: possible(p, Kind.COMPLETE) or _left_empty(p),
        _complete,
        _("Chỉ ghi thêm phần còn trống khi đăng ký; phần đã có thì giữ nguyên vì nơi khác đã đọc."),
        more=lambda p, by, today: {"empty": when_form.empty(p)},
    ),
)
