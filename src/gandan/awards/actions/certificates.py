"""The book of certificates: which number who holds."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from gandan.awards import policies
from gandan.awards.actions.held import held, one_line
from gandan.awards.models import Call, Holder
from gandan.core import events
from gandan.core.access import Actor, refuse_if, require


@transaction.atomic
def give_certificate_numbers(call: Call, *, numbers: Mapping[UUID, str], by: Actor, now: datetime) -> list[Holder]:
    """By id of the holder, as they stand on paper (`queries.numbered` proposes a running row). A wrong one is given anew; no number stands
    twice within a kind."""
    call = held(call)
    require(by, "awards.number_certificates", call)
    rows = {h.pk: h for h in Holder.objects.select_for_update(of=("self",)).filter(nominee__nomination__call=call)}
    others = Holder.objects.filter(conferral__kind=call.kind, conferral__removed_at=None).exclude(certificate="").exclude(pk__in=numbers)
    taken = frozenset(others.values_list("certificate", flat=True))
    refuse_if(policies.roll.number(call, numbers, known=rows, taken=taken))
    changed = []
    for key, number in numbers.items():
        row = rows[key]
        row.certificate = one_line(number)
        row.save(update_fields=["certificate"])
        changed.append(row)
    events.record("awards.certificates_numbered", call, by=by, at=now, unit=call.unit_id, facts={"holders": len(changed)})
    return changed
