"""READ the conditions, names and sheet that hold for a call on a day."""

from datetime import date

from django.db.models import Q

from gandan.appraisals.enums import Level
from gandan.appraisals.models import ScoreSheet
from gandan.awards.models import AwardKind, AwardName, Call, Eligibility


def eligibility(kind: AwardKind, *, on: date) -> Eligibility | None:
    """The conditions of a kind on a day."""
    return kind.eligibilities.filter(during__contains=on).first()


def name_on(kind: AwardKind, *, on: date) -> AwardName | None:
    """What a kind was called on a day, and who gave it; where no name of that day is known, the nearest one after it."""
    names = kind.names.order_by("during")
    return names.filter(during__contains=on).first() or names.filter(during__startswith__gt=on).first() or names.last()


def called(call: Call, *, on: date) -> tuple[str, str]:
    """(name of the award, who gives it) on a day. What is given here bears the name of the office; what the centre gives,
    the centre's."""
    told = name_on(call.kind, on=on)
    name = told.name if told else call.kind.code
    if call.kind.level == Level.CENTRE and told is not None:
        return name, told.issuer
    return name, call.office.name_on(on)


def sheet_of(call: Call, *, on: date) -> ScoreSheet | None:
    """The version of the call's sheet that holds on a day in its unit."""
    rows = ScoreSheet.objects.filter(unit=call.unit_id, code=call.sheet_code, purpose="awards.nominee", valid_from__lte=on)
    return rows.filter(Q(valid_to=None) | Q(valid_to__gte=on)).first()


def kinds(*, on: date) -> list[AwardKind]:
    """What may be given on a day, with names and conditions; three questions, however many."""
    rows = AwardKind.objects.filter(Q(ended_on=None) | Q(ended_on__gt=on)).prefetch_related("names", "eligibilities")
    return list(rows.order_by("order", "code"))
