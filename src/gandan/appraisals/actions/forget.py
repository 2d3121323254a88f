"""Words of objections are kept as long as the rule says, then taken away: what was said against whom is nobody's business for ever."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from gandan.appraisals.enums import ObjectionState
from gandan.appraisals.models import Objection
from gandan.core import events, legal
from gandan.core.access import Actor, require
from gandan.core.events.facts import Fact

RULE = "appraisals.objection_kept"
BATCH = 500


def forget_objections(*, by: Actor, now: datetime) -> int:
    """Of objections that were answered longer ago than the rule keeps them; returns how many. Each is a deed of its own."""
    require(by, "appraisals.forget")
    today = timezone.localdate(now)
    before = today - timedelta(days=legal.rule(RULE, on=today).days)
    rows = Objection.objects.filter(replied_on__lt=before, content_salt__isnull=False).exclude(state=ObjectionState.OPEN)
    keys = rows.order_by("pk").values_list("pk", flat=True)
    return sum(_forget(Objection.objects.get(pk=key), by=by, now=now) for key in keys.iterator(chunk_size=BATCH))


@transaction.atomic
def _forget(objection: Objection, *, by: Actor, now: datetime) -> bool:
    objection = Objection.objects.select_for_update().select_related("posting").get(pk=objection.pk)
    if objection.is_erased:
        return False
    objection.erase_content()
    objection.save(update_fields=["text", "reply"])
    posting, unit = objection.posting, objection.posting.unit_id
    facts: dict[str, Fact] = {"objection_id": objection.pk}
    events.record("appraisals.objection_forgotten", posting, by=by, at=now, unit=unit, facts=facts, binds=[objection])
    return True
