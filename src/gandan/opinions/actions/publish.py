"""What everybody may read of a case, as a person in the office confirmed it; and its public number."""

from datetime import datetime

from django.db import connection, transaction
from django.utils import timezone

from gandan.core.access import Actor, refuse_if, require
from gandan.core.events.facts import Fact
from gandan.opinions import policies
from gandan.opinions.actions.held import held, keep, line, lines, step, step_to, tell
from gandan.opinions.enums import Deed
from gandan.opinions.models import Case, Publication
from gandan.units.models import UnitCode

LAST = "SELECT max(substring(number from %s)::integer) FROM opinions_case WHERE number LIKE %s AND number ~ %s"


@transaction.atomic
def publish(case: Case, *, title: str, question: str, answer: str, by: Actor, now: datetime) -> Publication:
    """Everybody may read these words. Published again, they stand in place of the earlier ones; the number stays the same for good."""
    case = held(case)
    require(by, "opinions.publish", case)
    title, question, answer = line(title), lines(question), lines(answer)
    refuse_if(policies.publish(case, title=title, question=question, answer=answer))
    today = timezone.localdate(now)
    was = step_to(case, Deed.PUBLISH, now=now)
    case.number = case.number or _number(case, now=now)
    keep(case, now=now)
    row = Publication.objects.filter(case=case).first() or Publication(case=case, published_on=today)
    row.published_on = row.published_on if row.is_shown else today
    row.title, row.question, row.answer, row.is_shown, row.changed_at = title, question, answer, True, now
    row.save()
    facts: dict[str, Fact] = {"publication_id": row.pk, "number": case.number}
    tell("published", case, by=by, now=now, was=was, facts=facts, binds=[row])
    return row


@transaction.atomic
def unpublish(case: Case, *, reason: str, by: Actor, now: datetime) -> Case:
    """Nobody reads them any more; that they were public, and why no longer, stays on record."""
    case = held(case)
    require(by, "opinions.unpublish", case)
    reason = lines(reason)
    row = Publication.objects.filter(case=case).first()
    refuse_if(policies.unpublish(case, is_shown=row is not None and row.is_shown, reason=reason))
    was = step_to(case, Deed.UNPUBLISH, now=now)
    keep(case, now=now)
    Publication.objects.filter(case=case).update(is_shown=False, changed_at=now)
    told = step(case, Deed.UNPUBLISH, now=now, reason=reason)
    tell("unpublished", case, by=by, now=now, was=was, facts={"step_id": told.pk}, binds=[told])
    return case


def _number(case: Case, *, now: datetime) -> str:
    """Code of the unit, year, and how many of that year it is: "31120-2026-7". Counted under a lock of the prefix, so that two who publish
    at once get two numbers that follow each other; it is rolled back with the deed, so no number is missing."""
    today = timezone.localdate(now)
    codes = UnitCode.objects.filter(unit=case.unit_id).order_by("during")
    code = codes.filter(during__contains=today).first() or codes.last()
    prefix = f"{code.code if code else '0'}-{today.year}-"
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"opinions.number:{prefix}"])
        cursor.execute(LAST, [f"^{prefix}([0-9]+)$", f"{prefix}%", f"^{prefix}[0-9]+$"])
        last = cursor.fetchone()[0] or 0
    return f"{prefix}{last + 1}"
