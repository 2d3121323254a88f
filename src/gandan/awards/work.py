"""What this room puts before somebody in "Việc của tôi": dossiers to finish or mend, calls to close, choose, post and decide.

It names calls and steps, never anybody who is proposed.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from gandan.appraisals.enums import LIVING, ObjectionState
from gandan.appraisals.models import Objection
from gandan.awards.enums import CallState, NominationState, NomineeState
from gandan.awards.models import Call, Nomination, Nominee
from gandan.core.access import Actor, Role
from gandan.core.ui.work import MOST, WorkItem

STAFF = (Role.OFFICER, Role.LEADER, Role.SPECIALIST)


def owed(actor: Actor, today: date) -> Iterable[WorkItem]:
    """Everything of this room that waits for an office of the actor; two questions, however much."""
    offices = {h.office for h in actor.holdings if h.role in STAFF and h.office is not None}
    return [*_dossiers(offices), *_calls(offices, today)] if offices else []


def _dossiers(offices: Iterable[UUID]) -> Iterator[WorkItem]:
    rows = Nomination.objects.filter(office__in=offices, call__state=CallState.OPEN)
    begun = Q(state=NominationState.DRAFT, call__intake_ended_on=None)
    rows = rows.filter(begun | Q(state=NominationState.RETURNED)).select_related("call", "office").prefetch_related("office__names")
    for row in rows.order_by("call__closes_on", "pk")[:MOST]:
        back = row.state == NominationState.RETURNED
        yield WorkItem(
            title=row.call.title,
            url=reverse("awards:dossier", args=[row.pk]),
            deed=_("Bổ sung và gửi lại") if back else _("Gửi hồ sơ"),
            due=None if back else row.call.closes_on,
            office=str(row.office),
            kind=_("Khen thưởng"),
            note=_("Được trả lại để bổ sung") if back else "",
        )


def _calls(offices: Iterable[UUID], today: date) -> Iterator[WorkItem]:
    nominee = Nominee.objects.filter(nomination__call=OuterRef("pk"), nomination__state=NominationState.SUBMITTED)
    rows = Call.objects.filter(office__in=offices).exclude(state__in=[CallState.DECIDED, CallState.CANCELLED])
    rows = rows.annotate(
        scoring=Exists(nominee.filter(appraisal__state__in=LIVING)),
        waiting=Exists(nominee.filter(state=NomineeState.PROPOSED)),
        unanswered=Count("posting__objections", filter=Q(posting__objections__state=ObjectionState.OPEN)),
        found_right=Exists(Objection.objects.filter(posting=OuterRef("posting"), state=ObjectionState.UPHELD)),
    )
    for row in rows.select_related("posting", "office").prefetch_related("office__names").order_by("closes_on", "pk")[:MOST]:
        step = _step(row, today)
        if step is not None:
            deed, due, note = step
            url, office = reverse("awards:call", args=[row.pk]), str(row.office)
            yield WorkItem(title=row.title, url=url, deed=deed, due=due, office=office, kind=_("Khen thưởng"), note=note)


def _step(row: Call, today: date) -> tuple[str, date | None, str] | None:
    """What is to be done next, by when, and what presses; None while it waits for others."""
    if row.state == CallState.PLANNED:
        return _("Mở nhận hồ sơ"), row.opens_on, ""
    if row.state == CallState.OPEN and row.closes_on < today:
        return _("Chốt, đưa ra hội đồng"), row.intake_ended_on, ""
    if row.state == CallState.COUNCIL and not row.scoring:  # type: ignore[attr-defined]
        return (_("Xét kết quả chấm"), None, "") if row.waiting else (_("Công khai danh sách"), None, "")  # type: ignore[attr-defined]
    if row.state == CallState.POSTED and row.posting is not None:
        return _posted(row, row.posting.until, today)
    return None


def _posted(row: Call, until: date, today: date) -> tuple[str, date | None, str] | None:
    if row.found_right and row.unanswered == 0:  # type: ignore[attr-defined]
        return _("Xem ý kiến có cơ sở"), None, _("Có ý kiến phản ánh được kết luận là có cơ sở")
    if until < today and row.unanswered == 0:  # type: ignore[attr-defined]
        return _("Ghi quyết định"), None, ""
    return None
