"""How a sender may be reached: left, taken away, opened one at a time for a reason; and the PIN made anew."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from gandan.core.access import Actor, refuse_if, require
from gandan.core.events.facts import Fact
from gandan.opinions import codes, policies
from gandan.opinions.actions.held import held_with, keep, lines, tell
from gandan.opinions.actions.sealed import cleaned, seal
from gandan.opinions.actions.telling import forget_telling
from gandan.opinions.given import ContactGiven
from gandan.opinions.models import Contact, ContactOpening, Opinion
from gandan.opinions.queries.contacts import opened


@transaction.atomic
def leave_contact(opinion: Opinion, *, contact: ContactGiven, wish: str, by: Actor, now: datetime) -> Contact:
    """The sender says how to be reached, in place of what was left before."""
    opinion, case = held_with(opinion)
    require(by, "opinions.leave_contact", opinion)
    given = cleaned(contact)
    refuse_if(policies.leave(opinion, given=given, wish=wish))
    row = seal(opinion, given, wish, now=now)
    if row is None:
        raise ValueError("an empty contact passed the policy")
    keep(case, now=now)
    tell("contact_left", case, by=by, now=now, facts={"opinion_id": opinion.pk, "wish": wish})
    return row


@transaction.atomic
def take_contact_away(opinion: Opinion, *, by: Actor, now: datetime) -> Opinion:
    """The sender takes it away; it is gone at once."""
    opinion, case = held_with(opinion)
    require(by, "opinions.take_contact_away", opinion)
    there = Contact.objects.filter(opinion=opinion).first()
    refuse_if(policies.take_away(there))
    Contact.objects.filter(opinion=opinion).delete()
    forget_telling([opinion.pk], by=by, now=now)
    keep(case, now=now)
    tell("contact_taken_away", case, by=by, now=now, facts={"opinion_id": opinion.pk})
    return opinion


@transaction.atomic
def open_contact(opinion: Opinion, *, reason: str, by: Actor, now: datetime) -> ContactGiven:
    """Somebody in the office reads one, for a reason that stands on the sender's page; how many a unit opened is public."""
    opinion, case = held_with(opinion)
    require(by, "opinions.open_contact", opinion)
    reason = lines(reason)
    there = Contact.objects.filter(opinion=opinion).first()
    refuse_if(policies.open_contact(there, reason=reason))
    row = ContactOpening(opinion=opinion, unit_id=case.unit_id, office_id=case.office_id, reason=reason)
    row.opened_on, row.opened_at = timezone.localdate(now), now
    row.save(force_insert=True)
    keep(case, now=now)
    facts: dict[str, Fact] = {"opening_id": row.pk, "opinion_id": opinion.pk, "office_id": case.office_id}
    tell("contact_opened", case, by=by, now=now, facts=facts, binds=[row])
    return opened(there) if there is not None else ContactGiven()


@transaction.atomic
def new_pin(opinion: Opinion, *, by: Actor, now: datetime, pin: str | None = None) -> str:
    """Who holds code and PIN gets another PIN (or says which); the old one opens nothing any more. Who lost it cannot be told apart from
    whoever found the code, so nobody else makes one."""
    opinion, case = held_with(opinion)
    require(by, "opinions.new_pin", opinion)
    fresh = pin or codes.new_pin()
    refuse_if(policies.pin(fresh))
    opinion.pin_mac = codes.pin_mac(opinion.pk, fresh)
    opinion.save(update_fields=["pin_mac"])
    tell("pin_changed", case, by=by, now=now, facts={"opinion_id": opinion.pk})
    return fresh
