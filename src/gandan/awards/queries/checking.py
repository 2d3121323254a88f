"""READ what the rules of a call say of somebody proposed. The sealed text is opened for the moment in which it is compared."""

from datetime import date

from django.db.models import Q

from gandan.awards import hands
from gandan.awards.calc import checks as calc
from gandan.awards.calc.checks import Found, Rules
from gandan.awards.enums import CallState, NominationState, NomineeState, Whom
from gandan.awards.models import Call, Eligibility, Holder, Nominee
from gandan.awards.policies.call import given_to
from gandan.awards.sealing import Dossier, opened
from gandan.core.files.queries import of as files_of

ENDED = (CallState.DECIDED, CallState.CANCELLED)
LIVING = (NomineeState.PROPOSED, NomineeState.EXCLUDED, NomineeState.CHOSEN, NomineeState.NOT_CHOSEN, NomineeState.CONFERRED)


def rules_of(told: Eligibility | None) -> Rules:
    """The conditions of a call, for arithmetic."""
    if told is None:
        return Rules(source="", checked=False)
    papers = len([line for line in told.papers.splitlines() if line.strip()])
    return Rules(told.source, told.checked, told.years, told.years_head, told.others, papers)


def last_day(call: Call) -> tuple[date, bool]:
    """Until when a dossier of the call is in time, and whether the rule of the kind says so."""
    told = call.eligibility
    month, day = (told.deadline_month, told.deadline_day) if told else (None, None)
    return calc.last_day(call.closes_on, opens_on=call.opens_on, year=call.year, month=month, day=day)


def findings(nominee: Nominee, *, on: date) -> list[Found]:
    """Everything that can be said today, each with its rule and source."""
    nomination = nominee.nomination
    call = nomination.call
    rules, dossier = rules_of(call.eligibility), opened(nominee.sealed, key=nominee.key)
    last, by_rule = last_day(call)
    found = [
        calc.form(rules, fits=given_to(call.kind, nominee.whom)),
        _once(nominee, rules),
        _years(nominee, dossier, rules),
        calc.quota(hands.limit(call, nomination.made_in_id, nominee.whom), proposed=_proposed(nominee), source=call.title),
        calc.deadline(rules, submitted_on=nomination.submitted_on or on, last=last, by_rule=by_rule, source=call.title),
        calc.papers(rules, files=files_of(nomination).count()),
    ]
    return [f for f in found if f is not None]


def _years(nominee: Nominee, dossier: Dossier, rules: Rules) -> Found | None:
    if nominee.whom != Whom.PERSON:
        return None
    return calc.years(rules, declared=dossier.years, is_head=dossier.is_head)


def _once(nominee: Nominee, rules: Rules) -> Found | None:
    if nominee.whom != Whom.PERSON:
        return None
    call = nominee.nomination.call
    if not nominee.mac:
        return calc.once(rules, knows=False, on_roll=(), in_call=(), once_only=call.kind.once_a_person)
    held = Holder.objects.filter(mac=nominee.mac, revoked_on=None, conferral__kind=call.kind, conferral__removed_at=None)
    beside = Nominee.objects.filter(mac=nominee.mac, state__in=LIVING, nomination__state=NominationState.SUBMITTED).exclude(pk=nominee.pk)
    here = Q(nomination__call=call)
    if call.kind.once_a_person:  # two calls of one kind may run side by side: whoever is in both could be given it twice
        here |= Q(nomination__call__kind=call.kind_id) & ~Q(nomination__call__state__in=ENDED)
    beside = beside.filter(here)
    return calc.once(
        rules,
        knows=True,
        on_roll=[calc.alike(nominee.mac_day, day) for day in held.values_list("mac_day", flat=True)],
        in_call=[calc.alike(nominee.mac_day, day) for day in beside.values_list("mac_day", flat=True)],
        once_only=call.kind.once_a_person,
    )


def _proposed(nominee: Nominee) -> int:
    """How many the unit proposes: those handed in already, and all of this dossier."""
    nomination = nominee.nomination
    units = hands.counted_units(nomination.call, nomination.made_in_id)
    rows = Nominee.objects.filter(nomination__call=nomination.call, nomination__made_in__in=units, whom=nominee.whom)
    rows = rows.exclude(state__in=[NomineeState.WITHDRAWN, NomineeState.EXCLUDED])
    counted = rows.filter(nomination__state=NominationState.SUBMITTED) | rows.filter(nomination=nomination)
    return counted.distinct().count()
