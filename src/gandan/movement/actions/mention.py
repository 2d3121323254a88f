"""Sentences of texts that tell of a model: put to it, taken back; and a model that only a text told is taken off again."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from gandan.core import events
from gandan.core.access import Actor, may, refuse_if, require
from gandan.movement.actions.held import cleaned, held, one_line, step
from gandan.movement.enums import Deed, State
from gandan.movement.models import Mention, Practice
from gandan.movement.policies import mention as policies


@transaction.atomic
def mention(
    practice: Practice,
    *,
    quote: str,
    by: Actor,
    now: datetime,
    result: str = "",
    source_title: str = "",
    source_url: str = "",
    told_on: date | None = None,
    is_public: bool = False,
) -> Mention:
    """Keep what a text says of a model beside it. Everybody who reads the model reads it, where somebody says so who may publish there."""
    practice = held(practice)
    require(by, "movement.mention", practice)
    is_public = is_public and may(by, "activities.publish", practice.unit_id)
    refuse_if(policies.mention(practice, quote=cleaned(quote)))
    made = Mention(practice=practice, quote=cleaned(quote), result=cleaned(result), source_title=one_line(source_title)[:300])
    made.source_url, made.told_on, made.is_public, made.recorded_at = source_url, told_on, is_public, now
    made.save(force_insert=True)
    facts = {"told_on": told_on, "public": is_public}
    events.record("movement.mentioned", practice, by=by, at=now, unit=practice.unit_id, facts=facts, binds=[made])
    return made


@transaction.atomic
def take_back_mention(mention: Mention, *, by: Actor, now: datetime) -> Mention:
    """It speaks of something else, or was put there by mistake."""
    practice = held(mention.practice_id)
    mention = Mention.objects.select_for_update().get(pk=mention.pk)
    require(by, "movement.mention", practice)
    refuse_if(policies.take_back(mention))
    mention.removed_at = now
    mention.save(update_fields=["removed_at"])
    events.record("movement.mention_taken_back", practice, by=by, at=now, unit=practice.unit_id, facts={"mention": mention.pk})
    return mention


@transaction.atomic
def take_back_told(practice: Practice, *, reason: str, by: Actor, now: datetime) -> Practice:
    """A text was read wrongly: what stood here on its word alone is not public any more."""
    practice = held(practice)
    require(by, "movement.tell", practice)
    refuse_if(policies.take_back_told(practice))
    was, practice.state, practice.changed_at = practice.state, State.WITHDRAWN, now
    practice.ended_on = timezone.localdate(now)  # from then its words are kept as long as those of every form that was withdrawn
    practice.save(update_fields=["state", "changed_at", "ended_on"])
    made = step(practice, Deed.WITHDRAW, reason=reason, now=now)
    events.record(
        "movement.told_taken_back", practice, by=by, at=now, unit=practice.unit_id, was=was, now=practice.state, binds=[practice, made]
    )
    return practice
