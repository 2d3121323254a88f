"""Words are taken away by the rule of retention; that something was said, answered and ended, and when, stays."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from gandan.commitments import actions as commitments
from gandan.commitments.enums import ErasedFor
from gandan.commitments.models import Commitment, Objection
from gandan.core import events
from gandan.core.access import Actor, SystemActor, refuse_if, require
from gandan.core.events import BoundContent
from gandan.core.files import actions as files
from gandan.core.files.models import StoredFile
from gandan.opinions import policies
from gandan.opinions.actions.held import held, keep, step_to, tell
from gandan.opinions.actions.telling import forget_telling
from gandan.opinions.enums import Deed
from gandan.opinions.models import Answer, Case, CaseTag, Contact, ContactOpening, Letter, Opinion, Step

KEEPER = SystemActor("retention")


@transaction.atomic
def erase(case: Case, *, by: Actor, now: datetime) -> Case:
    """Everything worded in a case and in those joined into it: opinions with place and position, letters, answers, reasons, contacts,
    files, tags, objections to what was promised. Codes still open the case, which says that its words are gone; nobody writes. What was
    made public stays public."""
    case = held(case)
    require(by, "opinions.erase", case)
    refuse_if(policies.erase(case, today=timezone.localdate(now)))
    cases = _with_joined(case)
    rows: list[BoundContent] = [*_opinions(cases), *_of(Letter, cases), *_of(Answer, cases), *_of(Step, cases)]
    rows += ContactOpening.objects.select_for_update().filter(opinion__case__in=cases).exclude(content_salt=None)
    for row in rows:
        row.erase_content()
        row.save(update_fields=[*row.BOUND, *(("latitude", "longitude", "pin_mac") if isinstance(row, Opinion) else ())])
    left = Contact.objects.filter(opinion__case__in=cases)
    forget_telling(left.values_list("opinion", flat=True), by=by, now=now)
    left.delete()
    CaseTag.objects.filter(case__in=cases).delete()
    gone = _files(rows, now=now)
    _objections(cases, now=now)
    was = step_to(case, Deed.ERASE, now=now)
    for one in cases:
        one.erased_on = timezone.localdate(now)
        keep(one, now=now)
    tell("erased", case, by=by, now=now, was=was, facts={"rows": len(rows), "files": gone}, binds=rows)
    return case


def _with_joined(case: Case) -> list[Case]:
    """The case and all that went into it, at once or through others."""
    found, waiting = [case], [case.pk]
    while waiting:
        more = list(Case.objects.select_for_update().filter(joined_into__in=waiting))
        found, waiting = found + more, [one.pk for one in more]
    return found


def _opinions(cases: Iterable[Case]) -> list[Opinion]:
    rows = list(Opinion.objects.select_for_update().filter(case__in=list(cases)).exclude(content_salt=None))
    for row in rows:
        row.latitude = row.longitude = None
        row.pin_mac = ""
    return rows


def _of(model: type[Letter] | type[Answer] | type[Step], cases: Iterable[Case]) -> list[BoundContent]:
    rows = model._default_manager.select_for_update().filter(case__in=list(cases)).exclude(content_salt=None)
    return list(rows)


def _objections(cases: Iterable[Case], *, now: datetime) -> None:
    """What was said against the promises of these cases: a sender's no stands there in the same words. What the supervision board said in
    its office stays."""
    promised = Commitment.objects.filter(origin_type=Case._meta.label_lower, origin_id__in=[str(case.pk) for case in cases])
    for row in Objection.objects.filter(commitment__in=promised).exclude(content_salt=None).select_related("commitment").order_by("pk"):
        if not events.of(row.commitment).filter(facts__objection_id=str(row.pk), facts__board=True).exists():
            commitments.erase_words(row, reason=ErasedFor.EXPIRED, by=KEEPER, now=now)


def _files(rows: Iterable[BoundContent], *, now: datetime) -> int:
    """Files of what was erased; each erasing is an event of its own."""
    count = 0
    for label in ("opinions.opinion", "opinions.letter", "opinions.answer"):
        keys = [str(row.pk) for row in rows if row._meta.label_lower == label]
        for file in StoredFile.objects.filter(owner_type=label, owner_id__in=keys, erased_at=None):
            files.erase(file, by=KEEPER, now=now)
            count += 1
    return count
