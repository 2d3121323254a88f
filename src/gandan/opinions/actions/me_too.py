"""Somebody joins what others said: one event, one more sender of the case."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone

from gandan.core.access import Actor, refuse_if, require
from gandan.core.ids import uuid7
from gandan.opinions import codes, policies
from gandan.opinions.actions.accused import accuses
from gandan.opinions.actions.aside import put_aside
from gandan.opinions.actions.held import held, keep, line, tell
from gandan.opinions.actions.paper import paper_of, sent_before
from gandan.opinions.actions.sealed import seal
from gandan.opinions.enums import Channel, Form, Wish
from gandan.opinions.given import ContactGiven, Said
from gandan.opinions.models import Case, Opinion
from gandan.opinions.policies.say import LANGUAGE


def join_in(
    case: Case,
    *,
    by: Actor,
    now: datetime,
    place: str = "",
    contact: ContactGiven | None = None,
    wish: str = Wish.NONE,
    code: str | None = None,
    pin: str | None = None,
    language: str = "vi",
) -> Said:
    """ "Tôi cũng gặp": one more sender of the case, with a code of their own; no list says who they are. The same form twice joins once."""
    opinion = Opinion(id=uuid7(), form=Form.ME_TOO, channel=Channel.PORTAL, place=line(place), language=(language or "vi")[:LANGUAGE])
    paper = paper_of(code, pin)
    try:
        return _join_in(case, opinion, paper, contact=contact, wish=wish, by=by, now=now)
    except IntegrityError:  # the same form came twice at once
        if (again := sent_before(paper, opinion)) is None:
            raise
        return again


@transaction.atomic
def _join_in(
    case: Case, opinion: Opinion, paper: tuple[str, str, bool], *, contact: ContactGiven | None, wish: str, by: Actor, now: datetime
) -> Said:
    require(by, "opinions.join_in", case)
    if (again := sent_before(paper, opinion)) is not None:
        return again
    case = held(case)
    opinion.case, opinion.unit = case, case.unit
    refuse_if(policies.join_in(case, opinion) or policies.pin(paper[1]) or policies.contact(contact, wish))
    opinion.code_digest, opinion.pin_mac = codes.digest(paper[0]), codes.pin_mac(opinion.pk, paper[1])
    if accuses(opinion.place):
        put_aside(opinion, topic=case.topic, uploads=(), contact=contact, wish=wish, marked=False, by=by, now=now)
        return Said(None, paper[0], paper[1], is_set_aside=True)
    opinion.said_on, opinion.said_at = timezone.localdate(now), now
    opinion.save(force_insert=True)
    seal(opinion, contact, wish, now=now, is_new=True)
    case.senders += 1
    keep(case, now=now)
    tell("joined_in", case, by=by, now=now, facts={"opinion_id": opinion.pk, "senders": case.senders}, binds=[opinion])
    return Said(opinion, paper[0], paper[1])
