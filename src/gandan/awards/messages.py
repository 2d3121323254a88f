"""What is said of calls and dossiers, and to whom. Never who is proposed, nor a reason: messages leave the house.

The title of a call is said once it is open, because then everybody may read it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from uuid import UUID

from django.db.models import Q
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gandan.accounts.queries import people_holding
from gandan.awards.enums import NominationState
from gandan.awards.models import Call, Nomination
from gandan.core.access import Role
from gandan.core.events import Event
from gandan.core.text.days import written
from gandan.notices.texts import Text, Words
from gandan.units import queries as units
from gandan.units.models import DanVanOwner

STAFF = (Role.OFFICER, Role.LEADER, Role.SPECIALIST)
Rows = Mapping[str, Call]


def offices_below(event: Event, today: date) -> Iterable[UUID]:
    """Who works in the offices that hold dân vận work at the unit of the call and below it: they know whom to propose."""
    call = Call.objects.filter(pk=event.thing_id).first()
    if call is None:
        return ()
    places = units.descendant_ids(call.unit_id, on=today) | {call.unit_id}
    offices = DanVanOwner.objects.filter(unit__in=places, during__contains=today).values("office")
    return _staff(Q(office__in=offices) & ~Q(office=call.office_id), today)


def runners(event: Event, today: date) -> Iterable[UUID]:
    """Who works in the office of the call."""
    call = _calls([event]).get(event.thing_id)
    return _staff(Q(office=call.office_id), today) if call else ()


def proposer(event: Event, today: date) -> Iterable[UUID]:
    """Who works in the office of the dossier."""
    office = Nomination.objects.filter(pk=event.thing_id).values_list("office", flat=True).first()
    return _staff(Q(office=office), today) if office else ()


def proposers(event: Event, today: date) -> Iterable[UUID]:
    """Who works in an office that handed a dossier in."""
    rows = Nomination.objects.filter(call__pk=event.thing_id, state__in=[NominationState.SUBMITTED, NominationState.RETURNED])
    return _staff(Q(office__in=rows.values("office")), today)


def opened(call: Call) -> tuple[str, str]:
    """A call is open."""
    return _("Mở đợt xét khen"), _("%(title)s: nhận hồ sơ đến hết ngày %(day)s.") % {"title": call.title, "day": written(call.closes_on)}


def submitted(call: Call) -> tuple[str, str]:
    """A dossier came."""
    return _("Có hồ sơ đề nghị khen"), _("Một hồ sơ đã gửi trong đợt %(title)s.") % {"title": call.title}


def returned(call: Call) -> tuple[str, str]:
    """A dossier came back."""
    return _("Hồ sơ khen cần bổ sung"), _("Hồ sơ của cơ quan trong đợt %(title)s được trả lại; xin bổ sung và gửi lại.") % {
        "title": call.title
    }


def intake_ended(call: Call) -> tuple[str, str]:
    """The council is to be named."""
    return _("Hết hạn nhận hồ sơ khen"), _("%(title)s đã thôi nhận hồ sơ. Xin chốt và đưa ra hội đồng.") % {"title": call.title}


def upheld(call: Call) -> tuple[str, str]:
    """Nothing is decided until the council says what follows."""
    return _("Ý kiến phản ánh có cơ sở"), _(
        "%(title)s: có ý kiến được kết luận là có cơ sở. Hội đồng cần xét lại trước khi quyết định."
    ) % {"title": call.title}


def decided(call: Call) -> tuple[str, str]:
    """There is a decision."""
    return _("Đã có quyết định khen"), _("%(title)s đã có quyết định.") % {"title": call.title}


def cancelled(call: Call) -> tuple[str, str]:
    """It ends without one."""
    return _("Đợt xét khen đã huỷ"), _("%(title)s đã huỷ; lý do ở trang của đợt.") % {"title": call.title}


def _staff(who: Q, today: date) -> Iterable[UUID]:
    return people_holding(who & Q(role__in=STAFF), today=today)


def _calls(events: Sequence[Event]) -> Rows:
    """The call of each event, by id of its thing: one question for calls, one for dossiers."""
    keys = {e.thing_id for e in events}
    own = {str(row.pk): row for row in Call.objects.filter(pk__in=keys)}
    return own | {str(row.pk): row.call for row in Nomination.objects.filter(pk__in=keys).select_related("call")}


def _text(
    verb: str, label: str | Promise, to: Callable[[Event, date], Iterable[UUID]], say: Callable[[Call], tuple[str, str]], page: str
) -> Text:
    def many(events: Sequence[Event]) -> Mapping[UUID, Words]:
        calls = _calls(events)
        return {e.pk: Words(*say(calls[e.thing_id]), reverse(page, args=[e.thing_id])) for e in events if e.thing_id in calls}

    return Text(verb=f"awards.{verb}", label=label, to=to, words=lambda e: many([e]).get(e.pk), many=many)


CALL, DOSSIER = "awards:call", "awards:dossier"
TEXTS = (
    _text("call_opened", gettext_lazy("Mở đợt xét khen"), offices_below, opened, CALL),
    _text("nomination_submitted", gettext_lazy("Có hồ sơ đề nghị khen"), runners, submitted, DOSSIER),
    _text("nomination_returned", gettext_lazy("Hồ sơ khen được trả lại để bổ sung"), proposer, returned, DOSSIER),
    _text("intake_ended", gettext_lazy("Đợt xét khen thôi nhận hồ sơ"), runners, intake_ended, CALL),
    _text("objection_upheld", gettext_lazy("Ý kiến phản ánh về danh sách khen có cơ sở"), runners, upheld, CALL),
    _text("call_decided", gettext_lazy("Đợt xét khen có quyết định"), proposers, decided, CALL),
    _text("call_cancelled", gettext_lazy("Đợt xét khen bị huỷ"), proposers, cancelled, CALL),
)
