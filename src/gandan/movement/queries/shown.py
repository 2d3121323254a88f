"""READ one model whole, as everybody may read it: a constant number of questions, whatever it has gathered."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import Count, F, QuerySet

from gandan.activities import queries as activities
from gandan.activities.models import Activity
from gandan.appraisals.enums import ObjectionState
from gandan.appraisals.models import Objection, Posting
from gandan.commitments import queries as commitments
from gandan.commitments.models import Commitment
from gandan.core.access import Anyone
from gandan.core.files.models import StoredFile
from gandan.movement.calc.bullet import Bullet, bullet
from gandan.movement.enums import Deed
from gandan.movement.models import (
    Aim,
    Evidence,
    Force,
    LifeSign,
    Link,
    Mention,
    Milestone,
    Practice,
    Reading,
    Recognition,
    Resource,
    Review,
    Step,
    Visit,
)
from gandan.movement.queries.family import Family, tree
from gandan.movement.queries.gallery import standing_readings
from gandan.movement.queries.visible import public
from gandan.movement.queries.voices import Voices, codes_issued, voices
from gandan.units import queries as units
from gandan.units.gazetteer import Place

NEWEST = 12  # bars of one measure; older readings stand in the table alone
TOLD = (Deed.STOP, Deed.LAPSE, Deed.REVIVE)  # whose reasons are everybody's
SUBJECT = "movement.practice"


@dataclass(frozen=True)
class Measured:
    """One aim with every reading that stands, the newest first, and the bars of the newest ones, the oldest of these first."""

    aim: Aim
    readings: tuple[Reading, ...]
    drawn: tuple[Reading, ...]
    bullet: Bullet

    @property
    def last(self) -> Reading | None:
        """What was measured last."""
        return self.readings[0] if self.readings else None


@dataclass(frozen=True)
class Seen:
    """Evidence or a visit with its pictures and other files."""

    row: Evidence | Visit
    images: tuple[StoredFile, ...] = ()
    files: tuple[StoredFile, ...] = ()


@dataclass(frozen=True)
class Recognised:
    """A recognition with the objections that were answered before it: how many, and how many were right."""

    row: Recognition
    objections: int = 0
    upheld: int = 0


@dataclass(frozen=True)
class Shown:
    """Everything of one model that its page tells."""

    practice: Practice
    place: Place | None
    made_in: Place | None
    office: str
    forces: list[Force]
    measured: list[Measured]
    resources: list[Resource]
    milestones: list[Milestone]
    evidence: list[Seen]
    visits: list[Seen]
    activities: list[Activity]
    promises: list[Commitment]
    cases: int
    voices: list[Voices]
    codes: tuple[int, int]
    recognised: list[Recognised]
    posted: list[Posting]
    reviews: list[Review]
    signs: list[LifeSign]
    steps: list[Step]
    mentions: list[Mention]
    family: Family = field(default_factory=lambda: Family(None))


def one(key: UUID) -> Practice | None:
    """A model that everybody may see, by its id."""
    rows = public().select_related("field", "drive", "hamlet", "office", "adopted_from", "unit").prefetch_related("office__names")
    return rows.filter(pk=key).first()


def whole(practice: Practice, *, today: date) -> Shown:
    """Rows of this room, and of other rooms what is public there."""
    links = list(Link.objects.filter(practice=practice, removed_on=None))
    place, made_in = units.several([practice.unit_id, practice.made_in_id])
    return Shown(
        practice=practice,
        place=place,
        made_in=made_in if made_in and practice.made_in_id != practice.unit_id else None,
        office=practice.office.called(today) if practice.office else "",
        forces=list(Force.objects.filter(practice=practice).select_related("office").prefetch_related("office__names")),
        measured=measured(practice),
        resources=list(Resource.objects.filter(practice=practice)),
        milestones=list(Milestone.objects.filter(practice=practice)),
        evidence=with_files(Evidence.objects.filter(practice=practice).order_by("-shows", "-id")),
        visits=with_files(visits(practice)),
        activities=list(activities.public().filter(pk__in=[k.activity_id for k in links if k.activity_id]).order_by("-starts_on", "-id")),
        promises=list(commitments.visible_to(Anyone()).filter(pk__in=[k.commitment_id for k in links if k.commitment_id])),
        cases=sum(k.case_id is not None for k in links),
        voices=voices(practice),
        codes=codes_issued(practice),
        recognised=recognised(practice),
        posted=list(Posting.objects.filter(subject_type=SUBJECT, subject_id=str(practice.pk), taken_down_on=None, until__gte=today)),
        reviews=list(Review.objects.filter(practice=practice).select_related("office").prefetch_related("office__names").order_by("-year")),
        signs=list(LifeSign.objects.filter(practice=practice).order_by("-given_on", "-id")),
        steps=list(Step.objects.filter(practice=practice, deed__in=TOLD)),
        mentions=list(mentions(practice).filter(is_public=True)),
        family=tree(practice),
    )


def measured(practice: Practice) -> list[Measured]:
    """Aims in their order, each with its readings; two questions."""
    aims = list(Aim.objects.filter(practice=practice).select_related("indicator"))
    read: dict[UUID, list[Reading]] = defaultdict(list)
    for reading in standing_readings([a.pk for a in aims]):
        read[reading.aim_id].append(reading)
    return [_measured(aim, read[aim.pk]) for aim in aims]


def _measured(aim: Aim, readings: list[Reading]) -> Measured:
    drawn = tuple(readings[-NEWEST:])
    bars = bullet((r.statement.value for r in drawn), target=aim.target, before=aim.before)
    return Measured(aim, tuple(reversed(readings)), drawn, bars)


def mentions(practice: Practice) -> QuerySet[Mention]:
    """Sentences of texts that tell of it and stand, the newest text first. `is_public` says which of them everybody reads."""
    return Mention.objects.filter(practice=practice, removed_at=None).exclude(quote="").order_by(F("told_on").desc(nulls_last=True), "-id")


def visits(practice: Practice) -> QuerySet[Visit]:
    """Newest first, with what was found and how many went; who they were is nobody's business outside."""
    rows = Visit.objects.filter(practice=practice).annotate(team=Count("members")).select_related("office")
    return rows.prefetch_related("office__names", "findings").order_by("-visited_on", "-id")


def with_files(rows: Iterable[Evidence] | Iterable[Visit]) -> list[Seen]:
    """Each row with its files, one question for all."""
    found: list[Evidence | Visit] = [*rows]
    kept: dict[str, list[StoredFile]] = defaultdict(list)
    owner = found[0]._meta.label_lower if found else ""
    for file in StoredFile.objects.filter(owner_type=owner, owner_id__in=[str(r.pk) for r in found], erased_at=None).order_by("id"):
        kept[file.owner_id].append(file)
    return [_seen(row, kept[str(row.pk)]) for row in found]


def _seen(row: Evidence | Visit, files: list[StoredFile]) -> Seen:
    images = tuple(f for f in files if f.kind.startswith("image/"))
    return Seen(row, images, tuple(f for f in files if f not in images))


def recognised(practice: Practice) -> list[Recognised]:
    """What was ever recognised, also what was taken back; objections by their posting, one question for all."""
    rows = Recognition.objects.filter(practice=practice).select_related(
        "decision__office", "decision__document", "posting", "appraisal__sheet", "revoked_by"
    )
    found = list(rows.prefetch_related("decision__office__names"))
    heard: dict[UUID, dict[str, int]] = defaultdict(dict)
    said = Objection.objects.filter(posting__in=[r.posting_id for r in found]).values_list("posting", "state").annotate(n=Count("pk"))
    for posting, state, n in said.order_by():
        heard[posting][state] = n
    return [Recognised(r, sum(heard[r.posting_id].values()), heard[r.posting_id].get(ObjectionState.UPHELD, 0)) for r in found]
