"""READ around one case or one opinion."""

from dataclasses import dataclass

from django.db.models import Prefetch, Q, QuerySet

from gandan.commitments.models import Commitment
from gandan.commitments.queries import of_origin
from gandan.opinions.enums import Form
from gandan.opinions.models import Answer, Case, CaseTag, Letter, Opinion, PendingCase, Step
from gandan.units.models import OfficeName

NAMES = OfficeName.objects.order_by("during")


def whole(rows: QuerySet[Case]) -> QuerySet[Case]:
    """With everything that a page of one case tells, in a constant number of queries."""
    of_offices = (Prefetch("letters", Letter.objects.select_related("office")), Prefetch("tags", CaseTag.objects.select_related("office")))
    return for_sender(rows).select_related("person").prefetch_related(*of_offices)


def for_sender(rows: QuerySet[Case]) -> QuerySet[Case]:
    """Without what only offices read; the sender's own letters are asked for apart (`letters_to`)."""
    return rows.select_related("office", "unit", "made_in", "hamlet", "joined_into", "publication").prefetch_related(
        Prefetch("office__names", NAMES),
        Prefetch("opinions", Opinion.objects.select_related("contact", "hamlet").order_by("said_at", "pk")),
        Prefetch("answers", Answer.objects.select_related("office")),
        Prefetch("steps", Step.objects.select_related("was_office", "to_office")),
        "opinions__openings",
        "opinions__joinings",
        "due_dates",
        "pauses",
        "verdicts",
    )


def told(opinion: Opinion, *, at: str) -> Q:
    """Of rows with a case and the moment `at`: what was told to the case in which it lies, and to others as long as it lay there."""
    rows = Q(case=opinion.case_id)
    for joining in opinion.joinings.all():
        rows |= Q(case=joining.was_id, **{f"{at}__lte": joining.given_at})
    return rows


def letters_to(opinion: Opinion) -> QuerySet[Letter]:
    """What its sender and offices wrote to each other: letters of this opinion, and (of words that were said) those to all senders of a
    case it lies or lay in."""
    own = Q(opinion=opinion)
    rows = own | Q(opinion=None) & told(opinion, at="sent_at") if opinion.reads_all else own
    return Letter.objects.filter(rows).select_related("office")


def answers_to(opinion: Opinion) -> QuerySet[Answer]:
    """Every answer that was given to its sender, the first one first; none to who joined with a click: those read what is published."""
    if not opinion.reads_all:
        return Answer.objects.none()
    return Answer.objects.filter(told(opinion, at="given_at")).select_related("office")


def promises_of(case: Case) -> QuerySet[Commitment]:
    """What answers to a case promised."""
    return of_origin(case)


def pending(case: Case) -> PendingCase | None:
    """The choice of an office that the case waits for."""
    return case.pending.filter(settled_on=None).prefetch_related("candidates").first()


@dataclass(frozen=True)
class Say:
    """What senders say of the answer in the round that runs: how many said it in words, how many of them said done, not done.
    `yes_by_office`: how many of the yes came by a PIN that an office had made."""

    senders: int
    yes: int
    no: int
    yes_by_office: int = 0

    @property
    def is_confirmed(self) -> bool:
        """More than half say that it was done, and nobody says that it was not."""
        return self.no == 0 and self.yes * 2 > self.senders


def senders_say(case: Case) -> Say:
    """Counted from the verdicts of this round; "tôi cũng gặp" is nobody's word on the end."""
    rows = case.verdicts.filter(round=case.round, opinion__form=Form.SAID).values_list("is_done", "opinion__pin_by_office")
    said = list(rows)
    yes, by_office = sum(done is True for done, _o in said), sum(done is True and office for done, office in said)
    return Say(case.opinions.filter(form=Form.SAID).count(), yes, sum(done is False for done, _o in said), by_office)
