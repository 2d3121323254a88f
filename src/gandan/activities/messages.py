"""What is said of requests, and to whom: nothing of their words, only day, kind and link."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from uuid import UUID

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gandan.activities.models import Activity, Request
from gandan.activities.queries.answerers import answerers
from gandan.activities.templatetags.activities import when
from gandan.core.events import Event
from gandan.notices.texts import Text, Words

Say = Callable[[Activity], tuple[str, str]]


def _asked(event: Event) -> Request | None:
    """The request of an event: its thing, or the row that was added."""
    key = event.facts.get("row") if event.verb == "activities.request_added" else event.thing_id
    return Request.objects.select_related("activity").filter(pk=key, removed_at=None).first()


def to_answer(event: Event, today: date) -> Iterable[UUID]:
    """Leaders of the unit that was asked, and who holds its dân vận work."""
    request = _asked(event)
    return answerers(request.addressed_id or request.activity.unit_id, today=today) if request else ()


def to_keepers(event: Event, today: date) -> Iterable[UUID]:
    """The same of the unit that wrote the request down."""
    request = _asked(event)
    return answerers(request.activity.kept_by_id or request.activity.unit_id, today=today) if request else ()


def noted(activity: Activity) -> tuple[str, str]:
    """A request waits."""
    kind = activity.get_kind_display().lower()
    line = _("Có một đề nghị nêu ở hoạt động “%(kind)s” (%(day)s) gửi đơn vị Ông/Bà. Xin nhận làm, hoặc trả lời vì sao không.")
    return _("Đề nghị chờ trả lời"), line % {"kind": kind, "day": when(activity)}


def taken_up(activity: Activity) -> tuple[str, str]:
    """A request has an owner and a date now."""
    line = _("Đề nghị nêu ở hoạt động “%(kind)s” (%(day)s) đã được nhận làm; xem cơ quan chủ trì và hạn ở trang này.")
    return _("Đề nghị đã được nhận làm"), line % {"kind": activity.get_kind_display().lower(), "day": when(activity)}


def declined(activity: Activity) -> tuple[str, str]:
    """A request was answered with a no."""
    line = _("Đề nghị nêu ở hoạt động “%(kind)s” (%(day)s) đã được trả lời là không nhận; xem lý do ở trang này.")
    return _("Đề nghị đã được trả lời"), line % {"kind": activity.get_kind_display().lower(), "day": when(activity)}


def _many(say: Say) -> Callable[[Sequence[Event]], Mapping[UUID, Words]]:
    """Words of several events in two questions; those of withdrawn activities say nothing any more."""

    def many(events: Sequence[Event]) -> Mapping[UUID, Words]:
        keys = {e.pk: UUID(str(e.facts.get("activity") or e.thing_id)) for e in events}
        found = {a.pk: a for a in Activity.objects.filter(pk__in=keys.values()) if not a.is_withdrawn}
        return {event: _words(say, found[key]) for event, key in keys.items() if key in found}

    return many


def _words(say: Say, activity: Activity) -> Words:
    subject, line = say(activity)
    return Words(subject, line, reverse("activities:activity", args=[activity.pk]) + "#de-nghi")


def _text(verb: str, label: str | Promise, to: Callable[[Event, date], Iterable[UUID]], say: Say) -> Text:
    many = _many(say)
    return Text(verb=verb, label=label, to=to, words=lambda event: many([event]).get(event.pk), many=many)


TEXTS = (
    _text("activities.request_added", gettext_lazy("Có đề nghị gửi đơn vị"), to_answer, noted),
    _text("activities.request_taken_up", gettext_lazy("Đề nghị được nhận làm"), to_keepers, taken_up),
    _text("activities.request_declined", gettext_lazy("Đề nghị được trả lời là không nhận"), to_keepers, declined),
)
