"""An office decides, by a paper with a number. Rooms above call this and write to whom or what beside it."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from gandan.appraisals.actions.held import held_posting, one_line
from gandan.appraisals.enums import DecisionKind
from gandan.appraisals.models import Decision, Posting
from gandan.appraisals.policies import decisions as policies
from gandan.core import events
from gandan.core.access import Actor, refuse_if, require
from gandan.core.events.facts import Fact
from gandan.directives import actions as directives
from gandan.directives import numbers
from gandan.directives.models import Document
from gandan.directives.queries.visibility import visible_to
from gandan.units.models import Office

PAPER = "Quyết định"  # the kind of paper, as the register of documents writes it


@transaction.atomic
def decide(
    *,
    kind: str,
    level: str,
    office: Office,
    number: str,
    title: str,
    decided_on: date,
    signed_as: str,
    by: Actor,
    now: datetime,
    postings: Sequence[Posting] = (),
    signed_by: str = "",
    issuer: str = "",
) -> Decision:
    """Refused while one of `postings` runs, was taken down, or has an objection without an answer. The paper enters the register of
    documents, unless it stands there already.

    `issuer`: the centre decided, by a paper of its own, on what `office` handed up; whoever leads `office` enters it as what it is."""
    postings = [held_posting(posting) for posting in sorted(postings, key=lambda p: p.pk)]
    office = Office.objects.select_related("unit").prefetch_related("names").get(pk=office.pk)
    require(by, *(("appraisals.enter_decision", office) if issuer else ("appraisals.decide", (office, level))))
    today, number, title = timezone.localdate(now), one_line(number), one_line(title)
    said = {"number": number, "title": title, "signed_as": one_line(signed_as), "signed_by": one_line(signed_by)}
    asked: dict[str, Any] = {"kind": kind, "level": level, "office": office, "decided_on": decided_on, **said}
    refuse_if(policies.decide(**asked, postings=postings, by=by, today=today) or policies.of_the_centre(level, issuer=one_line(issuer)))
    decision = Decision(**asked, unit=office.unit, recorded_at=now)
    decision.document = _registered(decision, issuer=one_line(issuer), by=by, now=now)
    decision.save(force_insert=True)
    facts: dict[str, Fact] = {"kind": kind, "level": level, "decided_on": decided_on, "document": decision.document.pk}
    facts |= {f"posting_{n}": posting.pk for n, posting in enumerate(postings, 1)}
    events.record("appraisals.decided", decision, by=by, at=now, unit=decision.unit_id, facts=facts, binds=[decision])
    return decision


def _registered(decision: Decision, *, issuer: str, by: Actor, now: datetime) -> Document:
    """The paper's entry in the register: the one that stands there, or a new one."""
    parsed = numbers.with_kind(decision.number, PAPER)
    if parsed is not None:
        rows = visible_to(by).filter(key=parsed.key, issued_on=decision.decided_on, state="recorded")
        rows = rows.filter(issuer_key=numbers.plain(issuer)) if issuer else rows.filter(issuer_office=decision.office)
        if (there := rows.first()) is not None:
            return there
    return directives.register_document(
        number=decision.number,
        kind=PAPER,
        issuer=issuer or decision.office.name_on(decision.decided_on),
        issuer_office=None if issuer else decision.office,
        issued_on=decision.decided_on,
        abstract=decision.title,
        is_public=decision.kind != DecisionKind.REVOKE,
        unit=decision.office.unit,
        by=by,
        now=now,
    )
