"""An office sorts a case: what it is, who answers, who looks after it, under which word it is kept together."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from gandan.accounts.models import User
from gandan.core.access import Actor, refuse_if, require
from gandan.opinions import policies
from gandan.opinions.actions import clock
from gandan.opinions.actions.held import held, keep, line, lines, standing, step, step_to, tell
from gandan.opinions.enums import Cause, Deed
from gandan.opinions.models import Case, CaseTag
from gandan.units.models import Office


@transaction.atomic
def classify(
    case: Case,
    *,
    content: str,
    topic: str,
    by: Actor,
    now: datetime,
    is_complex: bool = False,
    is_remote: bool = False,
    is_second_time: bool = False,
) -> Case:
    """An officer decides what it is; the date is counted anew by the rule of that class, the old date stays on record."""
    case = held(case)
    require(by, "opinions.classify", case)
    flags = {"is_complex": is_complex, "is_remote": is_remote, "is_second_time": is_second_time}
    refuse_if(policies.classify(case, content=content, topic=topic, **flags))
    was_content, was_topic = case.content, case.topic
    was = step_to(case, Deed.CLASSIFY, now=now)
    case.content, case.topic = content, topic
    case.is_complex, case.is_remote, case.is_second_time = is_complex, is_remote, is_second_time
    facts = clock.again(case, cause=Cause.CLASSIFIED, now=now)
    keep(case, now=now)
    facts |= {"content": content, "was_content": was_content, "topic": topic, "was_topic": was_topic, **flags}
    tell("classified", case, by=by, now=now, was=was, facts=facts)
    return case


@transaction.atomic
def forward(case: Case, *, to: Office, reason: str, by: Actor, now: datetime) -> Case:
    """To the office whose matter it is. Date and contents go with it; forwarding wins nobody time."""
    to, case = standing(to), held(case)
    require(by, "opinions.forward", case)
    reason = lines(reason)
    refuse_if(policies.forward(case, to=to, reason=reason, today=timezone.localdate(now)))
    was_office, from_unit = case.office, case.unit_id
    was = step_to(case, Deed.FORWARD, now=now)
    case.office, case.unit, case.person = to, to.unit, None
    keep(case, now=now)
    row = step(case, Deed.FORWARD, now=now, reason=reason, was_office=was_office, to_office=to)
    facts = {"from_office": was_office.pk, "to_office": to.pk, "from_unit": from_unit, "to_unit": to.unit_id, "due": case.due}
    tell("forwarded", case, by=by, now=now, was=was, facts=facts, binds=[row])
    return case


@transaction.atomic
def name_person(case: Case, *, person: User | None, by: Actor, now: datetime) -> Case:
    """Say who in the office looks after it; None: nobody by name."""
    case = held(case)
    require(by, "opinions.name_person", case)
    refuse_if(policies.name_person(case, person=person, today=timezone.localdate(now)))
    was, case.person = case.person_id, person
    keep(case, now=now)
    tell("person_named", case, by=by, now=now, facts={"was_person": was, "person_id": person.pk if person else None})
    return case


@transaction.atomic
def tag(case: Case, *, label: str, by: Actor, now: datetime) -> CaseTag:
    """Keep it together with others under a word; the same word twice is there once."""
    case = held(case)
    require(by, "opinions.tag", case)
    label = line(label)
    refuse_if(policies.tag(case, label=label))
    row, made = CaseTag.objects.get_or_create(case=case, office=case.office, label=label)
    if made:
        tell("tagged", case, by=by, now=now, facts={"tag_id": row.pk})
    return row


@transaction.atomic
def untag(case: Case, *, label: str, by: Actor, now: datetime) -> Case:
    """Take the word off again."""
    case = held(case)
    require(by, "opinions.tag", case)
    for row in case.tags.filter(office=case.office, label=line(label)):
        tell("untagged", case, by=by, now=now, facts={"tag_id": row.pk})
        row.delete()
    return case
