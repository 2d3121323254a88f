"""What was given is taken back, by a decision of its own."""

from datetime import date, datetime

from django.db import transaction

from gandan.appraisals import actions as appraisals
from gandan.appraisals.enums import DecisionKind
from gandan.awards import policies, queries
from gandan.awards.actions.held import cleaned
from gandan.awards.models import Holder
from gandan.core import events
from gandan.core.access import Actor, refuse_if, require
from gandan.core.events.facts import Fact
from gandan.units.models import Office


@transaction.atomic
def revoke(
    holder: Holder,
    *,
    office: Office,
    number: str,
    decided_on: date,
    signed_as: str,
    reason: str,
    by: Actor,
    now: datetime,
    signed_by: str = "",
) -> Holder:
    """The name leaves public pages and may be given the award again; that it was given, and taken back, stays. The decision's title names
    nobody."""
    list(Holder.objects.select_for_update().filter(pk=holder.pk).values_list("pk"))
    holder = Holder.objects.select_related("conferral__decision", "conferral__kind").get(pk=holder.pk)
    require(by, "awards.revoke", holder)
    refuse_if(policies.roll.revoke(holder, office=office, why=reason))
    refuse_if(policies.roll.revoked_on(holder, decided_on=decided_on))
    conferral = holder.conferral
    level = queries.level_of(conferral, office)
    decision = appraisals.decide(
        kind=DecisionKind.REVOKE,
        level=level,
        office=office,
        number=number,
        title=queries.revocation_title(conferral),
        decided_on=decided_on,
        signed_as=signed_as,
        signed_by=signed_by,
        by=by,
        now=now,
        **queries.of_the_centre(level, conferral.by),
    )
    holder.revoked_by, holder.revoked_on, holder.revoked_why = decision, decided_on, cleaned(reason)
    holder.save(update_fields=["revoked_by", "revoked_on", "revoked_why"])
    facts: dict[str, Fact] = {"decision": decision.pk, "decided_on": decided_on, "conferral": conferral.pk, "whom": holder.whom}
    unit = conferral.kept_by_id or conferral.unit_id
    events.record("awards.revoked", holder, by=by, at=now, unit=unit, was="held", now="revoked", facts=facts, binds=[holder])
    return holder
