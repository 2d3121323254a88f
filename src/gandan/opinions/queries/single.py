"""READ around one case or one opinion."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from gandan.commitments.models import Commitment
from gandan.commitments.queries import of_origin
from gandan.opinions.models import Answer, Case, CaseTag, Letter, Opinion, PendingCase, Step
from gandan.units.models import OfficeName

NAMES = OfficeName.objects.order_by("during")


def whole(rows: QuerySet[Case]) -> QuerySet[Case]:
    """With everything that a page of one case tells, in a constant number of queries."""
    return rows.select_related("office", "unit", "made_in", "hamlet", "person", "joined_into", "publication").prefetch_related(
        Prefetch("office__names", NAMES),
        Prefetch("opinions", Opinion.objects.select_related("contact", "hamlet").order_by("said_at", "pk")),
        Prefetch("letters", Letter.objects.select_related("office")),
        Prefetch("answers", Answer.objects.select_related("office")),
        Prefetch("steps", Step.objects.select_related("was_office", "to_office")),
        Prefetch("tags", CaseTag.objects.select_related("office")),
        "opinions__openings",
        "due_dates",
        "pauses",
        "verdicts",
    )


def cases_of(opinion: Opinion) -> list[UUID]:
    """Every case in which an opinion lay, the first one first, today's last."""
    was = list(opinion.joinings.values_list("was", flat=True))
    return list(dict.fromkeys([*(c for c in was if c != opinion.case_id), opinion.case_id]))


def told(opinion: Opinion, *, at: str) -> Q:
    """Of rows with a case and the moment `at`: what was told to the case in which it lies, and to others as long as it lay there."""
    rows = Q(case=opinion.case_id)
    for case, left in opinion.joinings.values_list("was", "given_at"):
        rows |= Q(case=case, **{f"{at}__lte": left})
    return rows


def letters_to(opinion: Opinion) -> QuerySet[Letter]:
    """What its sender and offices wrote to each other: letters of this opinion, and those to all senders of a case it lies or lay in."""
    return Letter.objects.filter(Q(opinion=opinion) | Q(opinion=None) & told(opinion, at="sent_at")).select_related("office")


def answers_to(opinion: Opinion) -> QuerySet[Answer]:
    """Every answer that was given to its sender, the first one first."""
    return Answer.objects.filter(told(opinion, at="given_at")).select_related("office")


def steps_for(opinion: Opinion) -> QuerySet[Step]:
    """What was done with what its sender said; what another sender did in words is not theirs to read."""
    rows = Step.objects.filter(told(opinion, at="given_at")).filter(Q(opinion=None) | Q(opinion=opinion))
    return rows.select_related("was_office", "to_office")


def promises_of(case: Case) -> QuerySet[Commitment]:
    """What answers to a case promised."""
    return of_origin(case)


def pending(case: Case) -> PendingCase | None:
    """The choice of an office that the case waits for."""
    return case.pending.filter(settled_on=None).prefetch_related("candidates").first()


@dataclass(frozen=True)
class Say:
    """What senders say of the answer in the round that runs: how many there are, how many said done, not done."""

    senders: int
    yes: int
    no: int

    @property
    def is_confirmed(self) -> bool:
        """More than half say that it was done, and nobody says that it was not."""
        return self.no == 0 and self.yes * 2 > self.senders


def senders_say(case: Case) -> Say:
    """Counted from the verdicts of this round."""
    said = list(case.verdicts.filter(round=case.round).values_list("is_done", flat=True))
    return Say(case.senders, said.count(True), said.count(False))
