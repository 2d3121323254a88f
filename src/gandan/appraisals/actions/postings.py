"""A result is posted before it is decided; people object to it by code, and every objection has an answer."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from gandan.appraisals import codes as own_codes
from gandan.appraisals import postings as kinds
from gandan.appraisals import subjects
from gandan.appraisals.actions.held import cleaned, held_posting, one_line
from gandan.appraisals.enums import ObjectionState
from gandan.appraisals.models import Objection, Posting
from gandan.appraisals.policies import postings as policies
from gandan.core import codes, events, legal
from gandan.core.access import Actor, Anyone, SystemActor, refuse_if, require
from gandan.core.events.facts import Fact
from gandan.units.models import Office, Unit

RULE = "appraisals.posting"
BY_OBJECTION = SystemActor("objections")


@dataclass(frozen=True)
class Objected:
    """An objection, and the code under which its answer is read: it is said this once."""

    objection: Objection
    code: str


@transaction.atomic
def post(
    *, subject_type: str, subject_id: str, unit: Unit, office: Office, title: str, by: Actor, now: datetime, text: str = ""
) -> Posting:
    """Show a result to everybody for the days of the rule. `office` hears what is objected."""
    require(by, "appraisals.post", office)
    today, subject_id, title, text = timezone.localdate(now), str(subject_id), one_line(title), cleaned(text)
    list(Office.objects.select_for_update(no_key=True).filter(pk=office.pk).values_list("pk"))  # two of one thing wait for each other
    asked: dict[str, Any] = {"subject_type": subject_type, "subject_id": subject_id, "office": office, "title": title, "text": text}
    refuse_if(policies.post(**asked, by=by, today=today))
    owner, until = subjects.owner(subject_type, subject_id), legal.due(RULE, start=today).date
    posting = Posting(**asked, unit=unit, owner_office=owner, posted_on=today, until=until)
    posting.save(force_insert=True)
    facts: dict[str, Fact] = {"subject_id": subject_id, "until": until}
    events.record("appraisals.posted", posting, by=by, at=now, unit=unit.pk, facts=facts, binds=[posting])
    return posting


@transaction.atomic
def take_down(posting: Posting, *, reason: str, by: Actor, now: datetime) -> Posting:
    """The matter was set aside: nothing is decided on this posting any more. Who objected still gets an answer."""
    posting = held_posting(posting)
    require(by, "appraisals.take_down", posting)
    today = timezone.localdate(now)
    refuse_if(policies.take_down(posting, reason=cleaned(reason), by=by, today=today))
    posting.taken_down_on, posting.taken_down_for = today, cleaned(reason)
    posting.save(update_fields=["taken_down_on", "taken_down_for"])
    events.record("appraisals.taken_down", posting, by=by, at=now, unit=posting.unit_id, binds=[posting])
    return posting


@transaction.atomic
def object_to(posting: Posting, *, text: str, by: Actor, now: datetime, about: str = "", code: str = "") -> Objected:
    """Anybody says why not. The record names nobody, also not somebody who is signed in.

    `code` is the one that the form was opened with: sent twice over a line that dropped, it is one objection, and the second answer shows
    the same code. Other words are another objection, which needs a form, and a code, of its own."""
    posting = held_posting(posting)
    require(by, "appraisals.object_to", posting)
    today, text = timezone.localdate(now), cleaned(text)
    if code and (there := Objection.objects.filter(code_digest=own_codes.digest(code)).first()) is not None:
        if (there.posting_id, there.about, there.text) == (posting.pk, about, text):
            return Objected(there, code)
        refuse_if(policies.sent_before())
    posted = kinds.about(posting, Anyone(), on=today)
    refuse_if(policies.object_to(posting, text=text, about=about, subjects_of=posted, today=today))
    code = code or codes.new()
    row = Objection(posting=posting, about=about, text=text, code_digest=own_codes.digest(code), filed_on=today, filed_at=now)
    row.save(force_insert=True)
    facts: dict[str, Fact] = {"objection_id": row.pk}
    events.record("appraisals.objected", posting, by=Anyone(), at=now, unit=posting.unit_id, facts=facts, binds=[row])
    return Objected(row, code)


@transaction.atomic
def answer_objection(objection: Objection, *, is_upheld: bool, reply: str, by: Actor, now: datetime) -> Objection:
    """The hearing office says whether there is something in it, in words. Upheld, the owning room draws the consequence at once."""
    posting = held_posting(objection.posting)
    objection = Objection.objects.select_for_update().get(pk=objection.pk)
    objection.posting = posting
    require(by, "appraisals.answer_objection", objection)
    today = timezone.localdate(now)
    refuse_if(policies.answer_objection(objection, reply=cleaned(reply), by=by, today=today))
    was, objection.state = objection.state, ObjectionState.UPHELD if is_upheld else ObjectionState.DISMISSED
    objection.reply, objection.replied_on = cleaned(reply), today
    objection.save(update_fields=["state", "reply", "replied_on"])
    facts: dict[str, Fact] = {"objection_id": objection.pk}
    unit, state = posting.unit_id, objection.state
    events.record("appraisals.objection_answered", posting, by=by, at=now, unit=unit, was=was, now=state, facts=facts, binds=[objection])
    if is_upheld and not kinds.consequences(objection, by=BY_OBJECTION, now=now) and posting.taken_down_on is None:
        take_down(posting, reason=UPHELD, by=BY_OBJECTION, now=now)
    return objection


UPHELD = "Có phản đối có cơ sở."  # kept as words of the posting, in the language of the house
