"""What can be picked for a deed that hangs on a council, an office or a level. Each is put to the policies of the deed itself, with words
that would do: a page offers what the deed would do today, and where nothing is left it says why in the policy's own sentence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

from gandan.appraisals import queries as appraised
from gandan.appraisals.enums import DecisionKind, Level
from gandan.appraisals.models import Appraisal, Council
from gandan.appraisals.policies import decisions, opening, postings
from gandan.core.access import Actor, Refusal, may
from gandan.movement.models import Practice, Recognition
from gandan.movement.permissions import Deciding
from gandan.movement.policies import recognition as policies
from gandan.movement.queries import recognition as read
from gandan.movement.web.staff import picks
from gandan.movement.web.staff.words import ANY
from gandan.units import queries as units
from gandan.units.models import Office


@dataclass(frozen=True)
class Tried:
    """One thing to pick, as a form names it, and what the policies say to it today."""

    key: str
    name: str
    refusal: Refusal | None
    level: str = ""


def fit(tried: Iterable[Tried]) -> list[tuple[str, str]]:
    """What a form lets one pick."""
    return [(one.key, one.name) for one in tried if one.refusal is None]


def why(tried: Iterable[Tried], *, nothing: str) -> Refusal | None:
    """None where something is left to pick; else the policy's word, or `nothing` where there was not one to ask for."""
    asked = list(tried)
    if any(one.refusal is None for one in asked):
        return None
    return asked[0].refusal if asked else Refusal(nothing)


def councils(p: Practice, actor: Actor, today: date) -> Iterator[Tried]:
    """Councils at the unit or above whose papers the actor keeps."""
    sheet = appraised.sheet_in_force(p.drive.unit_id, p.drive.sheet_code, on=today)
    rows = Council.objects.filter(unit__in=units.ancestor_ids(p.unit_id, today), dissolved_on=None)
    for council in rows.select_related("office", "unit").prefetch_related("office__names").order_by("-formed_on", "-pk"):
        if not may(actor, "appraisals.open_appraisal", council):
            continue
        refusal = policies.appraise(p, council=council, sheet=sheet, today=today)
        if refusal is None and sheet is not None:
            owner = p.office if p.owning_office else None
            thing: dict[str, Any] = {"subject_type": read.SUBJECT, "subject_id": str(p.pk), "unit": p.unit, "owner_office": owner}
            row = Appraisal(**thing, council=council, sheet=sheet, opened_on=today, closes_on=today + timedelta(days=1))
            refusal = opening.open_appraisal(**thing, council=council, sheet=sheet, closes_on=row.closes_on, today=today)
            refusal = refusal or opening.unconcerned(row, by=actor, today=today)
        yield Tried(str(council.pk), f"{council.title} · {council.office.called(today)}", refusal)


def posting(p: Practice, actor: Actor, today: date) -> Iterator[Tried]:
    """Offices that could post a result of their level."""
    for office in _offices(p, actor, today):
        level = read.sought(p, office.unit)
        if may(actor, "movement.post", Deciding(p, office, level)):
            refusal = policies.post(p, appraisal=read.passed(p, level)) or postings.post(
                subject_type=read.SUBJECT, subject_id=str(p.pk), office=office, title=ANY, text="", by=actor, today=today
            )
            yield Tried(str(office.pk), office.name_on(today), refusal, level)


def recognising(p: Practice, actor: Actor, today: date) -> Iterator[Tried]:
    """Offices that could decide, each at the level for which it would."""
    for office in _offices(p, actor, today):
        for level in dict.fromkeys((read.level_of(office.unit), Level.CENTRE)):
            if not may(actor, "movement.recognise", Deciding(p, office, level)):
                continue
            result = read.passed(p, level)
            shown = read.posted(p, result) if result is not None else None
            refusal = policies.recognise(p, level=level, appraisal=result, posting=shown) or decisions.decide(
                kind=DecisionKind.RECOGNISE, level=level, office=office, number=ANY, title=ANY, decided_on=today, signed_as=ANY,
                signed_by="", postings=[shown] if shown is not None else [], by=actor, today=today,
            )  # fmt: skip
            yield Tried(str(office.pk), office.name_on(today), refusal, level)


def revoking(row: Recognition, actor: Actor, today: date) -> Iterator[Tried]:
    """Offices that could take this recognition back."""
    for office in _offices(row.practice, actor, today):
        if may(actor, "movement.revoke", Deciding(row.practice, office, row.level)):
            refusal = policies.revoke(row, office=office, reason=ANY, decided_on=today)
            yield Tried(str(office.pk), office.name_on(today), refusal, row.level)


def _offices(p: Practice, actor: Actor, today: date) -> list[Office]:
    mine = [key for key, _name in picks.deciding_offices(p, actor, today)]
    return list(Office.objects.filter(pk__in=mine).select_related("unit").prefetch_related("names").order_by(units.in_protocol(), "pk"))


def no_council() -> str:
    """Said to whoever keeps the papers of none."""
    return _("Cơ quan giữ hội đồng đưa mô hình ra hội đồng của mình. Cơ quan Ông/Bà chưa có hội đồng nào xét được mô hình này.")


def no_office() -> str:
    """Said to whoever decides from nowhere."""
    return _("Cơ quan của Ông/Bà không quyết định về mô hình này.")
