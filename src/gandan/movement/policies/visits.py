"""WHEN a visit is written down, and who may have been in the team."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from gandan.accounts.models import RoleHeld, User
from gandan.accounts.queries import held_on
from gandan.core.access import Refusal, Role
from gandan.core.text import private
from gandan.movement.enums import Deed, FindingKind
from gandan.movement.models import Practice
from gandan.movement.policies.life import MOST_FILES
from gandan.movement.policies.state import possible
from gandan.movement.policies.words import BAD, SHORTEST_REASON

LONGEST_SEEN, LONGEST_FINDING, MOST_FINDINGS, MOST_MEMBERS = 4000, 1000, 20, 20


def record_visit(
    practice: Practice,
    *,
    visited_on: date,
    seen: str,
    findings: Sequence[tuple[str, str]],
    members: Sequence[User],
    head: User | None,
    uploads: int,
    today: date,
) -> Refusal | None:
    """After the day, in words, by a team that has no part in the model."""
    if (refusal := possible(practice, Deed.VISIT)) is not None:
        return refusal
    if visited_on > today:
        return Refusal(_("Ngày thăm ở sau hôm nay. Xin ghi buổi thăm sau khi đã đi."), status=BAD)
    if practice.registered_on is not None and visited_on < practice.registered_on:
        return Refusal(_("Ngày thăm ở trước ngày đăng ký mô hình. Xin xem lại ngày."), status=BAD)
    if uploads > MOST_FILES:
        return Refusal(_("Xin gửi nhiều nhất %(most)s ảnh.") % {"most": MOST_FILES}, status=BAD)
    return team(practice, members, head, today=today) or _words(seen, findings)


def team(practice: Practice, members: Sequence[User], head: User | None, *, today: date) -> Refusal | None:
    """Somebody leads it; nobody of the owning office, of the hamlet's heads, or who wrote or sent in the form goes along."""
    if not members or len(members) > MOST_MEMBERS:
        return Refusal(_("Xin chọn từ 1 đến %(most)s người trong đoàn.") % {"most": MOST_MEMBERS}, status=BAD)
    if head is None or head.pk not in {m.pk for m in members}:
        return Refusal(_("Xin chọn trưởng đoàn trong số người của đoàn."), status=BAD)
    if any(not m.is_active for m in members):
        return Refusal(_("Trong đoàn có người không còn làm việc trong hệ thống. Xin chọn lại."), status=BAD)
    if concerned(practice, members, today=today):
        return Refusal(_("Trong đoàn có người của cơ quan làm mô hình này. Người làm không tự thăm, tự xét việc của mình."))
    return None


def concerned(practice: Practice, users: Iterable[User], *, today: date) -> bool:
    """Whether one of them has a part in it, in any role of today."""
    users = list(users)
    if {f"user:{u.pk}" for u in users} & {practice.written_by, practice.submitted_by}:
        return True
    near = Q(pk=None)
    if practice.owning_office is not None:
        near |= Q(office=practice.owning_office)
    if practice.hamlet_id is not None:
        near |= Q(hamlet=practice.hamlet_id, role=Role.HAMLET_HEAD)
    return RoleHeld.objects.filter(held_on(today), near, user__in=users).exists()


def _words(seen: str, findings: Sequence[tuple[str, str]]) -> Refusal | None:
    if len(seen) < SHORTEST_REASON:
        return Refusal(_("Xin ghi đoàn đã thấy gì, ít nhất %(least)s ký tự.") % {"least": SHORTEST_REASON}, status=BAD)
    if len(seen) > LONGEST_SEEN or any(len(text) > LONGEST_FINDING for _kind, text in findings):
        return Refusal(_("Có đoạn dài quá. Xin viết gọn lại."), status=BAD)
    if len(findings) > MOST_FINDINGS:
        return Refusal(_("Xin ghi nhiều nhất %(most)s nhận xét.") % {"most": MOST_FINDINGS}, status=BAD)
    if any(kind not in FindingKind.values or not text for kind, text in findings):
        return Refusal(_("Mỗi nhận xét cần loại và nội dung."), status=BAD)
    return private.refusal(seen, *(text for _kind, text in findings))
