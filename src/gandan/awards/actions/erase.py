"""Dossiers go by the retention rule; keys of the installation rotate."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from gandan.appraisals import actions as appraisals
from gandan.appraisals.models import Appraisal
from gandan.awards import policies, queries, sealing
from gandan.awards.actions.held import emptied, held
from gandan.awards.models import Call, Check, Nomination, Nominee, Step
from gandan.core import events, secrets
from gandan.core.access import Actor, refuse_if, require
from gandan.core.events import BoundContent
from gandan.core.events.facts import Fact
from gandan.core.files import actions as files
from gandan.core.files.queries import of as files_of


@transaction.atomic
def erase_dossiers(call: Call, *, by: Actor, now: datetime) -> Call:
    """What offices told of those whom they proposed, why somebody was chosen or not, what the checks found, the papers: all, also of those
    who were given the award. The roll keeps what the decision itself tells. The record of events still verifies."""
    call, today = held(call), timezone.localdate(now)
    require(by, "awards.erase", call)
    refuse_if(policies.erase.erase(call, today=today))
    nominees = list(Nominee.objects.select_for_update().filter(nomination__call=call).order_by("pk"))
    rows: list[BoundContent] = [*emptied(nominees)]
    for kind, fields in ((Step, ["reason"]), (Nomination, ["returned_why"])):
        owner = {"nominee__nomination__call": call} if kind is Step else {"call": call}
        for row in kind.objects.select_for_update().filter(**owner).order_by("pk"):
            if not row.is_erased:
                row.erase_content()
                row.save(update_fields=fields)
                rows.append(row)
    for appraisal in Appraisal.objects.filter(subject_type="awards.nominee", subject_id__in=[str(n.pk) for n in nominees]).order_by("pk"):
        appraisals.erase_words(appraisal, by=by, now=now)  # each of them: whoever was left out and taken in again was appraised twice
    Check.objects.filter(nominee__nomination__call=call).delete()
    for nomination in call.nominations.all():
        for file in files_of(nomination):
            files.erase(file, by=by, now=now)
    call.erased_on, call.changed_at = today, now
    call.save(update_fields=["erased_on", "changed_at"])
    facts: dict[str, Fact] = {"nominees": len(nominees)}
    events.record("awards.dossiers_erased", call, by=by, at=now, unit=call.unit_id, now=call.state, facts=facts, binds=rows)
    return call


def forget(*, by: Actor, now: datetime) -> int:
    """Every night: calls whose dossiers have lain long enough, each in a deed of its own. Returns how many."""
    require(by, "awards.erase")
    found = list(queries.to_forget(today=timezone.localdate(now)))
    for call in found:
        erase_dossiers(call, by=by, now=now)
    return len(found)


@transaction.atomic
def rewrap(*, by: Actor, now: datetime) -> int:
    """Data keys that the newest key of the house does not open are wrapped under it; what they seal stays as it is. Returns how many.

    No event: nothing that was said or decided changes, only which key of the house opens it.
    """
    require(by, "awards.erase")
    count = 0
    for nominee in Nominee.objects.select_for_update().exclude(key="").order_by("pk"):
        if sealing.is_current(nominee.key):
            continue
        nominee.key = secrets.rotate(nominee.key)
        nominee.save(update_fields=["key"])
        count += 1
    return count
