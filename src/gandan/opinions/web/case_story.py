"""The timeline of a case, oldest first. All of it is read from `case_rows.whole`."""

from collections.abc import Iterator
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from gandan.opinions.enums import Form
from gandan.opinions.models import Answer, Case
from gandan.opinions.web.case_happened import Happened
from gandan.opinions.web.case_steps import deeds, steps


def story(c: Case, *, today: date) -> list[Happened]:
    """What was done, oldest first. Letters and dates stand in their own places."""
    return sorted([*_begun(c), *steps(c, today), *_answers(c), *_verdicts(c), *_openings(c), *deeds(c)], key=lambda x: x.at)


def _begun(c: Case) -> Iterator[Happened]:
    how = {"how": c.get_channel_display()}
    yield Happened(c.received_at, _("Nhận ý kiến: %(how)s") % how)
    met: dict[date, list[datetime]] = {}
    for said_ in list(c.opinions.all())[1:]:
        if said_.form == Form.ME_TOO:
            met.setdefault(said_.said_on, []).append(said_.said_at)
        else:
            yield Happened(said_.said_at, _("Thêm một ý kiến"))
    for moments in met.values():  # one line a day, however many press
        more = _("Thêm một người cũng gặp") if len(moments) == 1 else _("Thêm %(n)s người cũng gặp") % {"n": len(moments)}
        yield Happened(moments[-1], more)


def _answers(c: Case) -> Iterator[Happened]:
    for a in c.answers.all():
        late = _(", sau hạn") if a.is_late else ""
        what = _("Trả lời một phần") if a.is_partial else _("Trả lời")
        yield Happened(a.given_at, f"{what}{late}", answer_words(a), a.law)


def answer_words(a: Answer) -> str:
    """The answer, or that it was erased."""
    return a.text or _("Lời này đã được xoá.")


def _verdicts(c: Case) -> Iterator[Happened]:
    for v in c.verdicts.all():
        said_ = {True: _("Người gửi: đúng, đã xong"), False: _("Người gửi: chưa xong"), None: _("Người gửi đánh giá")}[v.is_done]
        rating = _("%(n)s trên 5") % {"n": v.rating} if v.rating else ""
        yield Happened(_end_of(v.given_on), said_, rating)


def _openings(c: Case) -> Iterator[Happened]:
    """The sender reads of it too."""
    for o in c.opinions.all():
        for opening in o.openings.all():
            yield Happened(opening.opened_at, _("Mở cách liên hệ của một người gửi"), opening.reason)


def _end_of(day: date) -> datetime:
    """A verdict knows its day only: it stands after what else happened on it."""
    return timezone.make_aware(datetime.combine(day, datetime.max.time()))
