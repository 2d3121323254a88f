"""The case of one opinion begins. A part of deeds."""

from datetime import date, datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from gandan.core.access import Actor, Refusal
from gandan.opinions import topics
from gandan.opinions.actions import clock
from gandan.opinions.actions.held import attach, stand_still, tell
from gandan.opinions.actions.sealed import seal
from gandan.opinions.enums import Wish
from gandan.opinions.given import ContactGiven, Uploads
from gandan.opinions.models import Case, Opinion
from gandan.opinions.queries.competence import office_for
from gandan.units import queries as units
from gandan.units.models import Office, Unit


def begin(
    opinion: Opinion,
    *,
    topic: str,
    received_on: date,
    by: Actor,
    now: datetime,
    uploads: Uploads = (),
    contact: ContactGiven | None = None,
    wish: str = Wish.NONE,
) -> Case:
    """The case of one opinion, its date, its event. A part of deeds; its unit stands still already."""
    today = timezone.localdate(now)
    office = _office(topic, opinion.unit, today=today)
    if office is None:
        raise Refusal(_("Đơn vị này chưa có cơ quan tiếp nhận trên hệ thống. Xin gửi đến đơn vị cấp trên."), status=409)
    case = Case(
        channel=opinion.channel,
        topic=topic or topics.OTHER,
        unit_id=office.unit_id,
        made_in=opinion.unit,
        hamlet=opinion.hamlet,
        office=office,
    )
    case.received_on, case.received_at, case.changed_at = received_on, now, now
    facts = clock.begin(case, now=now)
    case.save(force_insert=True)
    opinion.case, opinion.said_at = case, now
    opinion.save(force_insert=True)
    seal(opinion, contact, wish, now=now, is_new=True)
    facts |= {"opinion_id": opinion.pk, "channel": opinion.channel, "office_id": office.pk, "topic": case.topic}
    tell("said", case, by=by, now=now, facts=facts, binds=[opinion], first=True)
    attach(opinion, uploads, by=by, now=now)
    return case


def _office(topic: str, unit: Unit, *, today: date) -> Office | None:
    """Who answers. One of another unit (above, or what followed) has to stand still too; one on its last day has handed over already, and
    what it were given today nobody would take over tomorrow."""
    home = lives_on(unit, today=today)
    found = office_for(topic, home, today=today)
    if found is not None and found.unit_id != unit.pk:
        stand_still(found.unit)
        found = office_for(topic, home, today=today)
    if found is not None and found.existed.upper is not None:
        found = office_for(topic, home, today=today + timedelta(days=1)) or found
    return found


def lives_on(unit: Unit, *, today: date) -> Unit:
    """The unit, or what most of it became: a letter may come back after the ward that it spoke of was merged."""
    if unit.exists(today):
        return unit
    parts = sorted(units.became(unit, on=today), key=lambda part: (not part.main, -(part.share or 0)))
    return Unit.objects.get(pk=parts[0].place.id) if parts else unit
