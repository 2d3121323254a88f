"""What waits at a desk, pile by pile: each is a list of models and a question to whoever reads it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.db.models import CharField, Exists, OuterRef, QuerySet
from django.db.models.functions import Cast
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gandan.appraisals.enums import ObjectionState
from gandan.appraisals.models import Appraisal, Objection, Posting
from gandan.core.access import Actor
from gandan.movement.enums import Deed, State
from gandan.movement.models import Practice, Recognition, Step
from gandan.movement.permissions import OVERSEERS
from gandan.movement.queries import owed, visible_to

SUBJECT = "movement.practice"
Find = Callable[[Actor, date], QuerySet[Practice]]


@dataclass(frozen=True)
class Pile:
    """One heap of the desk: its name in addresses, what it is called, and what is asked of whoever has it."""

    name: str
    title: str | Promise
    asks: str | Promise
    find: Find


def _drafts(actor: Actor, today: date) -> QuerySet[Practice]:
    back = Step.objects.filter(practice=OuterRef("pk"), deed=Deed.SEND_BACK)
    return visible_to(actor).filter(owed.own(actor), ~Exists(back), state=State.DRAFT).order_by("changed_at", "pk")


def _lapsed(actor: Actor, today: date) -> QuerySet[Practice]:
    return visible_to(actor).filter(owed.own(actor), state=State.LAPSED, is_told=False)


def _to_post(actor: Actor, today: date) -> QuerySet[Practice]:
    """A council closed a result that passed, and nothing was posted since."""
    key = Cast(OuterRef("pk"), CharField())
    posted = Posting.objects.filter(subject_type=SUBJECT, subject_id=OuterRef("subject_id"), posted_on__gte=OuterRef("ended_on"))
    passed = Appraisal.objects.filter(~Exists(posted), subject_type=SUBJECT, subject_id=key, passed=True)
    passed = passed.filter(~Exists(Recognition.objects.filter(appraisal=OuterRef("pk"))))
    return _deciding(actor).filter(Exists(passed), state=State.REGISTERED)


def _to_recognise(actor: Actor, today: date) -> QuerySet[Practice]:
    """Its posting is over, every objection was found without ground, and nothing was decided on it yet."""
    key = Cast(OuterRef("pk"), CharField())
    spoken = Objection.objects.filter(posting=OuterRef("pk")).exclude(state=ObjectionState.DISMISSED)
    over = Posting.objects.filter(~Exists(spoken), subject_type=SUBJECT, subject_id=key, taken_down_on=None, until__lt=today)
    over = over.filter(~Exists(Recognition.objects.filter(posting=OuterRef("pk"))))
    return _deciding(actor).filter(Exists(over), state=State.REGISTERED)


def _deciding(actor: Actor) -> QuerySet[Practice]:
    """Models on which the actor could decide: leaders and specialists alone do, and not on what their office owns."""
    if not any(h.role in OVERSEERS for h in actor.holdings):
        return Practice.objects.none()
    return visible_to(actor).filter(owed.registering(actor))


def _without_office(actor: Actor, today: date) -> QuerySet[Practice]:
    if not any(h.role in OVERSEERS for h in actor.holdings):
        return Practice.objects.none()
    return visible_to(actor).filter(pk__in=owed.to_choose(actor).order_by().values("practice"))


PILES = (
    Pile(
        "dang-ky",
        _("Chờ nhận đăng ký"),
        _("Đọc phiếu, xem chỗ giống, rồi nhận hoặc trả lại để bổ sung."),
        lambda by, today: owed.to_register(by),
    ),
    Pile("bi-tra", _("Bị trả lại"), _("Bổ sung theo lời nhắn rồi gửi lại."), lambda by, today: owed.sent_back(by)),
    Pile(
        "tin", _("Cần báo còn hoạt động"), _("Mỗi năm một lần, kèm bằng chứng của năm."), lambda by, today: owed.signs_due(by, today=today)
    ),
    Pile("het-tin", _("Không còn tin hoạt động"), _("Cho hoạt động trở lại, hoặc dừng và nói vì sao."), _lapsed),
    Pile(
        "ra-soat",
        _("Chưa rà soát năm nay"),
        _("Xem, đi thăm, rồi ghi hiệu quả, cần củng cố hay hình thức."),
        lambda by, today: owed.to_review(by, today=today),
    ),
    Pile("niem-yet", _("Hội đồng đã chấm đạt, chờ niêm yết"), _("Niêm yết để người dân biết và có thể phản đối."), _to_post),
    Pile("cong-nhan", _("Hết niêm yết, chờ công nhận"), _("Công nhận bằng một quyết định."), _to_recognise),
    Pile("noi-nhan", _("Chưa có cơ quan nhận"), _("Chọn cơ quan nhận sau khi sắp xếp lại."), _without_office),
    Pile("dang-viet", _("Đang viết"), _("Viết tiếp rồi gửi đăng ký."), _drafts),
)
NAMES = {pile.name: pile for pile in PILES}


def one(name: str, actor: Actor, today: date) -> QuerySet[Practice]:
    """The models of one pile."""
    return NAMES[name].find(actor, today)
