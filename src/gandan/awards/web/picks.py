"""What can be picked on this room's pages: offices of the actor, kinds, sheets in force, councils; and lines that were typed, read."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django import forms
from django.db.models import Q
from django.utils.translation import gettext as _

from gandan.appraisals.models import Council, ScoreSheet
from gandan.awards.enums import Whom
from gandan.awards.given import HolderGiven, QuotaGiven
from gandan.awards.models import AwardKind, Call
from gandan.awards.permissions import DECIDERS, STAFF
from gandan.awards.web.forms.fields import DAY_FORMATS, Pairs
from gandan.core.access import Actor
from gandan.core.text import fold
from gandan.units import queries as units
from gandan.units.models import Office

PURPOSE = "awards.nominee"  # what a sheet scores is named by the type of its subject


def own_offices(actor: Actor, *, today: date, roles: Iterable[str] = STAFF) -> list[Office]:
    """Living offices from which the actor works in one of these roles, in the order of protocol."""
    wanted = set(roles)
    mine = [h.office for h in actor.holdings if h.office and h.role in wanted]
    rows = Office.objects.filter(pk__in=mine, existed__contains=today).select_related("unit").prefetch_related("names")
    return list(rows.order_by(units.in_protocol(), "pk"))


def office_pairs(offices: Iterable[Office], *, today: date) -> Pairs:
    """For a field."""
    return [(str(o.pk), o.name_on(today)) for o in offices]


def deciding(actor: Actor, *, today: date) -> Pairs:
    """Offices for which the actor signs."""
    return office_pairs(own_offices(actor, today=today, roles=DECIDERS), today=today)


def kinds(*, today: date) -> Pairs:
    """Kinds that are given, by the name of the day."""
    return [(str(k.pk), name_on(k, today)) for k in AwardKind.objects.filter(ended_on=None).prefetch_related("names")]


def name_on(kind: AwardKind, day: date) -> str:
    """What it is called on a day, by names that were fetched."""
    return next((n.name for n in kind.names.all() if day in n.during), str(kind))


def sheets(of: Iterable[UUID], *, today: date) -> Pairs:
    """Codes of sheets for awards that are in force in these units."""
    rows = ScoreSheet.objects.filter(Q(valid_to=None) | Q(valid_to__gte=today), unit__in=list(of), purpose=PURPOSE, valid_from__lte=today)
    return sorted({row.code: f"{row.title} ({row.code})" for row in rows}.items())


def councils(call: Call, *, today: date) -> Pairs:
    """Councils of the unit that stand."""
    rows = Council.objects.filter(unit=call.unit_id, dissolved_on=None).order_by("-formed_on")
    return [(str(c.pk), c.title) for c in rows]


def units_of(actor: Actor) -> Pairs:
    """Units for which the actor works."""
    wanted = list(dict.fromkeys(h.unit for h in actor.holdings if h.unit and h.role in STAFF))
    return [(str(p.id), p.full_name) for p in units.several(wanted) if p is not None]


def quota_lines(text: str, *, under: UUID, today: date) -> list[QuotaGiven]:
    """ "Phường Ninh Kiều; 3; 2" a line. Raises ValidationError that names the line."""
    there = {p.id: p for p in [*units.descendants(under, on=today), *filter(None, [units.one(under)])]}
    by_name: dict[str, list[UUID]] = {}
    for place in there.values():
        for said in {fold(place.full_name), fold(place.name)}:
            by_name.setdefault(said, []).append(place.id)
    found: list[QuotaGiven] = []
    for n, row in enumerate((r for r in text.splitlines() if r.strip()), start=1):
        parts = [p.strip() for p in row.split(";")]
        hits = by_name.get(fold(parts[0]), [])
        if len(hits) != 1:
            said = _("Dòng %(n)s: chưa rõ “%(name)s” là đơn vị nào trong phạm vi đợt xét. Xin ghi đủ xã, phường và tên.")
            raise forms.ValidationError(said % {"n": n, "name": parts[0]})
        numbers = [p for p in parts[1:] if p]
        if not numbers or len(parts) > 3 or not all(p.isascii() and p.isdigit() for p in numbers):
            raise forms.ValidationError(_("Dòng %(n)s: xin ghi tên đơn vị; số cá nhân; số tập thể.") % {"n": n})
        for whom, said in zip((Whom.PERSON, Whom.COLLECTIVE), parts[1:], strict=False):
            if said:
                found.append(QuotaGiven(whom, int(said), hits[0]))
    return found


def holder_lines(text: str, whom: str) -> list[HolderGiven]:
    """ "Tên; nơi công tác; số; năm sinh" a line. Raises ValidationError that names the line."""
    found: list[HolderGiven] = []
    for n, row in enumerate((r for r in text.splitlines() if r.strip()), start=1):
        parts = [p.strip() for p in row.split(";")]
        if len(parts) > 4:
            raise forms.ValidationError(_("Dòng %(n)s: nhiều nhất bốn phần, cách nhau bằng dấu chấm phẩy.") % {"n": n})
        name, workplace, certificate, born = [*parts, "", "", ""][:4]
        day, year = _birth(born, n)
        found.append(HolderGiven(whom=whom, name=name, workplace=workplace, certificate=certificate, born=year, born_on=day))
    return found


def _birth(text: str, n: int) -> tuple[date | None, int | None]:
    if not text:
        return None, None
    if text.isascii() and text.isdigit() and len(text) == 4:
        return None, int(text)
    day = forms.DateField(required=False, input_formats=DAY_FORMATS)
    try:
        return day.clean(text), None
    except forms.ValidationError:
        said = _("Dòng %(n)s: xin ghi ngày sinh như 20/11/1968, hoặc chỉ năm sinh.")
        raise forms.ValidationError(said % {"n": n}) from None
