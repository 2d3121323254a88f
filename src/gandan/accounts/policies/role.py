"""WHEN roles can be given and ended."""

from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from gandan.accounts.models import RoleHeld, User
from gandan.accounts.models.role_held import IN_OFFICE
from gandan.accounts.queries import held_on
from gandan.core.access import Refusal, Role
from gandan.units.models import Hamlet, Office


def fits(role: RoleHeld) -> Refusal | None:
    """Which place goes with which role; the database holds the same."""
    of_centre = role.role == Role.DENUNCIATION_HANDLER and role.unit_id is None
    if role.role in IN_OFFICE and role.office_id is None and not of_centre:
        return Refusal(_("Vai trò này gắn với một cơ quan. Xin chọn cơ quan."))
    if role.role == Role.HAMLET_HEAD and role.hamlet_id is None:
        return Refusal(_("Xin chọn thôn hoặc tổ dân phố mà người này phụ trách."))
    if role.role == Role.SUPERVISOR and (role.unit_id is None or role.office_id is not None):
        return Refusal(_("Ban giám sát do dân bầu, không thuộc cơ quan nào. Xin chọn đơn vị hoặc thôn, tổ dân phố."))
    if role.role == Role.ADMINISTRATOR and role.unit_id is not None:
        return Refusal(_("Người quản trị phục vụ toàn hệ thống, không gắn với một đơn vị."))
    if role.hamlet_id is not None and role.role not in {Role.HAMLET_HEAD, Role.SUPERVISOR}:
        return Refusal(_("Vai trò này không gắn với thôn, tổ dân phố."))
    return None


def give(role: RoleHeld, *, today: date) -> Refusal | None:
    """From today on, in a place that exists, once, and never administration beside anything else.

    A role of yesterday would rewrite who was allowed what; an administrator who also reads contents would be watched by nobody.
    """
    since, until = role.valid.lower, role.valid.upper
    if until is not None and until <= since:
        return Refusal(_("Ngày kết thúc phải sau ngày bắt đầu."))
    if since < today:
        return Refusal(_("Vai trò chỉ giao từ hôm nay trở đi, để sổ ghi đúng ai được làm gì vào ngày nào."))
    return fits(role) or _place_stands(role, since) or _alone(role)


def _place_stands(role: RoleHeld, day: date) -> Refusal | None:
    if role.office_id and not Office.objects.filter(pk=role.office_id, unit=role.unit, existed__contains=day).exists():
        return Refusal(_("Cơ quan này không có ở đơn vị vào ngày đó."))
    here = {"places__unit_id": role.unit_id, "places__during__contains": day}
    if role.hamlet_id and not Hamlet.objects.filter(pk=role.hamlet_id, **here).exists():
        return Refusal(_("Thôn, tổ dân phố này không thuộc đơn vị vào ngày đó."))
    return None


def _alone(role: RoleHeld) -> Refusal | None:
    others = RoleHeld.objects.filter(user=role.user, valid__overlap=role.valid, withdrawn=False)
    same = others.filter(role=role.role, unit=role.unit_id, office=role.office_id, hamlet=role.hamlet_id)
    if same.exists():
        return Refusal(_("Người này đã giữ vai trò đó trong thời gian ấy."))
    beside = others.exclude(role=Role.ADMINISTRATOR) if role.role == Role.ADMINISTRATOR else others.filter(role=Role.ADMINISTRATOR)
    if beside.exists():
        return Refusal(_("Người quản trị hệ thống không giữ thêm vai trò nghiệp vụ: người giữ chìa khoá không đọc nội dung."))
    return None


def end(role: RoleHeld, *, first_day_without: date, today: date) -> Refusal | None:
    """Not backwards, not beyond the end it already has."""
    if role.withdrawn or (role.valid.upper is not None and role.valid.upper <= today):
        return Refusal(_("Vai trò này đã kết thúc."))
    if first_day_without < today:
        return Refusal(_("Vai trò chỉ kết thúc từ hôm nay trở đi, để sổ ghi đúng ai được làm gì vào ngày nào."))
    if role.valid.upper is not None and first_day_without > role.valid.upper:
        return Refusal(_("Vai trò này đã được đặt kết thúc sớm hơn ngày đó."))
    return last_administrator(role.user, leaves=role.role == Role.ADMINISTRATOR, today=today)


def last_administrator(user: User, *, leaves: bool, today: date) -> Refusal | None:
    """Somebody must be left who can let people in."""
    lasting = RoleHeld.objects.filter(held_on(today), Q(valid__upper_inf=True), role=Role.ADMINISTRATOR, user__is_active=True)
    if leaves and lasting.filter(user=user).exists() and not lasting.exclude(user=user).exists():
        return Refusal(_("Đây là người quản trị cuối cùng. Xin giao vai trò quản trị cho người khác trước."))
    return None
