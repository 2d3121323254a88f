"""READ the way from a council to a decision: which appraisal counts, which posting it rests on, what stands recognised."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from gandan.appraisals.enums import AT, Level, ObjectionState, State
from gandan.appraisals.models import Appraisal, Decision, Objection, Posting
from gandan.movement.models import Practice, Recognition
from gandan.units import enums as units
from gandan.units.models import Unit

SUBJECT = "movement.practice"


def level_of(unit: Unit) -> Level:
    """The level that an office of a unit decides for."""
    return AT[units.Level(unit.level)]


def sought(practice: Practice, unit: Unit) -> Level:
    """The level for which a council of this unit scores it, and an office of it posts the result. A province that has recognised it hands
    it up: from then on it is for the centre, which has no council and no board of its own here."""
    level = level_of(unit)
    up = level == Level.PROVINCE and practice.recognitions.filter(level=level, revoked_by=None).exists()
    return Level.CENTRE if up else level


def appraisals(practice: Practice) -> QuerySet[Appraisal]:
    """Every time that it came before a council, the newest first."""
    rows = Appraisal.objects.filter(subject_type=SUBJECT, subject_id=str(practice.pk))
    return rows.select_related("council__office", "council__unit", "sheet", "grade").order_by("-opened_on", "-pk")


def postings(practice: Practice) -> QuerySet[Posting]:
    """Every time that a result was posted, the newest first."""
    rows = Posting.objects.filter(subject_type=SUBJECT, subject_id=str(practice.pk))
    return rows.select_related("office__unit").order_by("-posted_on", "-pk")


def passed(practice: Practice, level: str) -> Appraisal | None:
    """The newest result of a council for this level, when it passed and nothing was decided on it yet.

    One whose posting fell by an objection that was upheld does not count: the model has to be appraised anew.
    """
    rows = appraisals(practice).filter(state=State.CLOSED, level=level)
    newest = rows.exclude(Exists(Recognition.objects.filter(appraisal=OuterRef("pk")))).first()
    return newest if newest is not None and newest.passed and not fell(practice, newest) else None


def fell(practice: Practice, appraisal: Appraisal) -> bool:
    """Whether an objection to the posting of this result was upheld."""
    upheld = Objection.objects.filter(posting=OuterRef("pk"), state=ObjectionState.UPHELD)
    after = postings(practice).filter(posted_on__gte=appraisal.ended_on, office__unit__level=appraisal.council.unit.level)
    return after.filter(Exists(upheld)).exists()


def posted(practice: Practice, appraisal: Appraisal) -> Posting | None:
    """The newest posting of this result that was not taken down."""
    rows = postings(practice).filter(taken_down_on=None, posted_on__gte=appraisal.ended_on)
    return rows.filter(office__unit__level=appraisal.council.unit.level).first()


def decided_on(posting: Posting) -> QuerySet[Decision]:
    """The decision that recognised it on this posting, and the one that took that back."""
    rows = Recognition.objects.filter(posting=posting)
    return Decision.objects.filter(Q(pk__in=rows.values("decision")) | Q(pk__in=rows.filter(revoked_by__isnull=False).values("revoked_by")))


def standing(practice: Practice) -> QuerySet[Recognition]:
    """Recognitions that were not revoked."""
    return practice.recognitions.filter(revoked_by=None).select_related("decision__office")
