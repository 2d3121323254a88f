"""Pages by which cases are joined and split."""

from datetime import date

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from gandan.core.access import Actor, Refusal
from gandan.opinions.enums import Deed
from gandan.opinions.models import Case
from gandan.opinions.web import deeds_done, desk
from gandan.opinions.web.deeds.page import moves, of_state


def _splits(c: Case, by: Actor, today: date) -> Refusal | None:
    if c.senders < 2:
        return Refusal(gettext("Việc này chỉ có một ý kiến nên không có gì để tách."), status=409)
    return moves(Deed.SPLIT)(c, by, today)


TOGETHER = (
    of_state(
        Deed.JOIN,
        "gop",
        _("Đã gộp. Mã của mọi người gửi vẫn dùng được."),
        desk.join,
        moves(Deed.JOIN),
        deeds_done.join,
        explain=_("Chỉ gộp khi nói cùng một việc ở cùng một nơi. Tách ra lại được, không ai mất mã."),
        button=_("Gộp"),
    ),
    of_state(
        Deed.SPLIT,
        "tach",
        _("Đã tách thành việc riêng. Mã của mọi người gửi vẫn dùng được."),
        desk.split,
        _splits,
        deeds_done.split,
        explain=_("Những ý kiến được đánh dấu thành một việc riêng, có hạn riêng."),
        button=_("Tách"),
    ),
)
