"""WHEN a result is posted, objected to, answered and taken down."""

import re
from collections.abc import Collection
from datetime import date

from django.utils.translation import gettext as _

from gandan.appraisals import hands, subjects
from gandan.appraisals.enums import ObjectionState
from gandan.appraisals.models import Objection, Posting
from gandan.appraisals.policies.words import BAD, SHORTEST, fits
from gandan.core.access import Actor, Refusal
from gandan.core.text import private
from gandan.units.models import Office

KEY = re.compile(r"[A-Za-z0-9_-]{1,64}")


def post(*, subject_type: str, subject_id: str, office: Office, title: str, text: str, by: Actor, today: date) -> Refusal | None:
    """By another office than the one whose work it is; one posting of a thing at a time."""
    owner = subjects.owner(subject_type, subject_id)
    owned = {owner.pk} if owner is not None else set()
    if office.pk in owned or hands.of_office(by, owned, today=today):
        return Refusal(_("Cơ quan được xét không tự niêm yết kết quả của mình. Xin để cơ quan khác niêm yết."))
    if not office.exists(today):
        return Refusal(_("Cơ quan này đã kết thúc hoạt động. Xin chọn cơ quan khác."), status=BAD)
    there = Posting.objects.filter(subject_type=subject_type, subject_id=subject_id, taken_down_on=None, until__gte=today)
    if there.exists():
        return Refusal(_("Kết quả này đang được niêm yết rồi."), status=409)
    return fits(title, what="title") or fits(text, what="posting", least=0) or private.refusal(title, text, names=False)


def take_down(posting: Posting, *, reason: str, by: Actor, today: date) -> Refusal | None:
    """Once, with a reason everybody reads, and never by who works for what is posted."""
    if posting.taken_down_on is not None:
        return Refusal(_("Bản niêm yết này đã được gỡ."), status=409)
    if hands.has_part(by, posting, today=today):
        return Refusal(_("Ông/Bà có liên quan đến việc được niêm yết nên không gỡ bản này. Xin để người khác làm."))
    return fits(reason, what="reason", least=SHORTEST) or private.refusal(reason, names=False)


def object_to(posting: Posting, *, text: str, about: str, subjects_of: Collection[str], today: date) -> Refusal | None:
    """By anybody, while it is posted."""
    if posting.taken_down_on is not None:
        return Refusal(_("Bản niêm yết này đã được gỡ, không còn gì để phản đối."))
    if not posting.is_open(today):
        said = _("Thời gian niêm yết đã hết ngày %(day)s. Ông/Bà vẫn gửi được ý kiến ở trang Gửi ý kiến.")
        return Refusal(said % {"day": f"{posting.until:%d/%m/%Y}"})
    if about and (not KEY.fullmatch(about) or about not in subjects_of):
        return Refusal(_("Xin chọn lại Ông/Bà phản đối điều gì trong bản niêm yết."), status=BAD)
    return fits(text, what="objection", least=SHORTEST)


def sent_before() -> Refusal:
    """The form's code belongs to what was sent with it before; nothing is sent twice by accident, and nothing is lost."""
    said = _("Phản đối viết trước ở trang này đã gửi rồi. Nếu đây là phản đối khác, xin bấm gửi lần nữa: lời mới có mã riêng.")
    return Refusal(said, status=409)


def answer_objection(objection: Objection, *, reply: str, by: Actor, today: date) -> Refusal | None:
    """Once, in words, and never by the office whose work was posted."""
    posting = objection.posting
    if objection.state != ObjectionState.OPEN:
        return Refusal(_("Phản đối này đã được trả lời."), status=409)
    if hands.has_part(by, posting, today=today):
        return Refusal(_("Ông/Bà có liên quan đến việc được niêm yết nên không giải quyết phản đối. Xin để người khác làm."))
    return fits(reply, what="reply", least=SHORTEST)
