"""A case as the standard shows it.

Published: title and question as they were masked and confirmed, the answer among the notes, hamlet and unit as the address. The position is
given to about a hundred metres, for remarks and proposals alone: nobody masked it, and it may be a house.
Not published: topic, state, office and dates, which are counted in public anyway; no words, no place below the unit, no position. So a
client can follow what its user sent without anybody reading along.
"""

from datetime import UTC, date, datetime, time
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from gandan.opinions import topics
from gandan.opinions.enums import ENDED, OWED, Content, State
from gandan.opinions.models import Case
from gandan.units import queries as units

OPEN, CLOSED = "open", "closed"
LONGEST = 4000
PLACES = 3  # digits of a position behind the point: about a hundred metres
EVENING = time(17)  # a day that is owed ends with the office's day


def status(state: str) -> str:
    """Open until people have had the last word or the time for it is over."""
    return CLOSED if state in ENDED else OPEN


def request(case: Case) -> dict[str, Any]:
    """One request, its elements in the order of the standard."""
    words = getattr(case, "publication", None)
    words = words if words is not None and words.is_shown else None
    return {
        "service_request_id": identity(case),
        "status": status(case.state),
        "status_notes": notes(case.state, words.answer if words else ""),
        "service_name": topics.name_of(case.topic),
        "service_code": case.topic,
        "description": _cut(f"{words.title}\n\n{words.question}") if words else None,
        "agency_responsible": str(case.office),
        "service_notice": None if words else _("Chưa công khai: chỉ người gửi và cơ quan giải quyết đọc được nội dung."),
        "requested_datetime": moment(case.received_at),
        "updated_datetime": moment(ended(case) or case.changed_at),
        "expected_datetime": moment(evening(case.due)) if case.due and case.state in OWED else None,
        "address": address(case) if words else None,
        "address_id": str(case.hamlet_id) if words and case.hamlet_id else None,
        "zipcode": None,
        **(position(case) if words else {"lat": None, "long": None}),
        "media_url": None,
    }


def identity(case: Case) -> str:
    """The public number; before there is one, the id of the case, which goes on leading to it."""
    return case.number or str(case.pk)


def notes(state: str, answered: str) -> str:
    """The state in our words, and the answer where it is published."""
    label = str(State(state).label)
    return _cut(f"{label}. {answered}") if answered else label


def ended(case: Case) -> datetime | None:
    """When it was closed: the moment, or where something else was done to it later, the evening of that day."""
    if case.state not in ENDED or case.ended_on is None:
        return None
    return case.changed_at if timezone.localdate(case.changed_at) <= case.ended_on else evening(case.ended_on)


def evening(day: date) -> datetime:
    """A day as a moment."""
    return timezone.make_aware(datetime.combine(day, EVENING))


def moment(at: datetime) -> str:
    """ISO 8601 with the offset of the country."""
    return timezone.localtime(at if at.tzinfo else at.replace(tzinfo=UTC)).isoformat(timespec="seconds")


def address(case: Case) -> str:
    """From the narrowest to the widest."""
    place = units.one(case.unit_id)
    wider = [p.full_name for p in (place, *units.ancestors(place))] if place else []
    return ", ".join([*([str(case.hamlet)] if case.hamlet else []), *wider])


def position(case: Case) -> dict[str, float | None]:
    """Of the first opinion that has one, blurred; of nothing that concerns one person's rights."""
    there = next((o for o in case.opinions.all() if o.latitude is not None and o.longitude is not None), None)
    if there is None or case.content not in (Content.REMARK, Content.PROPOSAL):
        return {"lat": None, "long": None}
    return {"lat": round(float(there.latitude or 0), PLACES), "long": round(float(there.longitude or 0), PLACES)}


def _cut(text: str) -> str:
    text = text.strip()
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
