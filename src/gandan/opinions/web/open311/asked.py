"""What a call was asked: an empty parameter is an absent one, a list is separated by commas, a time has its offset."""

import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.http import HttpRequest, QueryDict
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from gandan.commitments.queries import past_of
from gandan.opinions import topics
from gandan.opinions.web.open311.faults import missing, wrong
from gandan.units import queries as units
from gandan.units.gazetteer import Place

SPAN = timedelta(days=90)
MOST = 1000
LONGEST = 500
STATUSES = ("open", "closed")


@dataclass(frozen=True)
class Asked:
    """Which requests. `ids` override everything else; without `units` all of the installation."""

    ids: tuple[str, ...]
    topics: tuple[str, ...]
    start: datetime
    end: datetime
    statuses: tuple[str, ...]
    units: frozenset[UUID] | None


def read(request: HttpRequest, *, now: datetime) -> Asked:
    """From the query. Raises Fault for what cannot be meant."""
    get = request.GET
    start, end = span(get, now=now)
    statuses = listed(get, "status")
    if unknown := [s for s in statuses if s not in STATUSES]:
        raise wrong(_("status chỉ nhận open, closed; không có %(s)s.") % {"s": unknown[0][:40]})
    codes = listed(get, "service_code")
    if absent := [c for c in codes if topics.get(c) is None]:
        raise missing(_("Không có service_code %(c)s.") % {"c": absent[0][:40]})
    return Asked(listed(get, "service_request_id"), codes, start, end, statuses, jurisdiction_of(get))


def text(given: QueryDict, name: str) -> str:
    """One parameter without the blanks around it; control characters are the caller's mistake."""
    return _readable(given.get(name, ""), name).strip()


def _readable(value: str, name: str) -> str:
    if any(unicodedata.category(c) in ("Cc", "Cs") and c not in "\n\r\t" for c in value):
        raise wrong(_("%(name)s có ký tự điều khiển.") % {"name": name})
    return value


def listed(given: QueryDict, name: str) -> tuple[str, ...]:
    """Values separated by commas, or given several times, each once."""
    parts = [part.strip() for value in given.getlist(name) for part in _readable(value, name).split(",")]
    found = tuple(dict.fromkeys(part for part in parts if part))
    if len(found) > MOST:
        raise wrong(_("%(name)s có quá nhiều giá trị.") % {"name": name})
    return found


def span(given: QueryDict, *, now: datetime) -> tuple[datetime, datetime]:
    """From when to when: at most 90 days, the last 90 where nothing is said."""
    start, end = moment(given, "start_date"), moment(given, "end_date")
    if end is None:
        end = now if start is None else min(start + SPAN, max(now, start))
    start = start or end - SPAN
    if end < start:
        raise wrong(_("end_date phải sau start_date."))
    if end - start > SPAN:
        raise wrong(_("Từ start_date đến end_date nhiều nhất 90 ngày."))
    return start, end


def moment(given: QueryDict, name: str) -> datetime | None:
    """A time as ISO 8601 writes it, with Z or an offset. A `+` that came as a blank is read as what it was."""
    typed = text(given, name)
    if not typed:
        return None
    try:
        found = parse_datetime(typed.replace(" ", "+") if "T" in typed else typed)
    except ValueError:
        found = None
    if found is None or not 2000 <= found.year <= 2200:
        raise wrong(_("%(name)s ghi theo ISO 8601, ví dụ 2026-11-23T09:00:00+07:00.") % {"name": name})
    return found if found.tzinfo else timezone.make_aware(found)


def jurisdiction_of(given: QueryDict) -> frozenset[UUID] | None:
    """The units that `jurisdiction_id` means: that one, what lies below it, and what went into them; None where it was not given."""
    code = text(given, "jurisdiction_id")
    if not code:
        return None
    place = jurisdiction(code)
    there = {place.id, *units.descendant_ids(place.id)}
    return frozenset(there | set(past_of(there)))


def jurisdiction(code: str) -> Place:
    """A unit by its code, of today. A code of before a merger leads to no unit: its people ask for the one of today."""
    found = units.by_code(code, on=timezone.localdate()) if code.isalnum() and len(code) <= 10 else None
    if found is None:
        raise missing(_("Không có jurisdiction_id %(c)s. Đó là mã đơn vị hành chính hiện nay, ví dụ mã phường.") % {"c": code[:40]})
    return found
