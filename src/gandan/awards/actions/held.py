"""The row itself, held until the deed ends; and words as they are kept. Parts of deeds, never one by themselves.

Held in one order: the call, its dossier, whom it proposes; so two deeds on one call wait for each other and never for themselves.
"""

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet

from gandan.awards import sealing
from gandan.awards.enums import NOMINEE_NEXT, NomineeDeed, NomineeState, Whom
from gandan.awards.given import CollectiveGiven, HolderGiven, PersonGiven
from gandan.awards.models import AwardKind, Call, Nomination, Nominee, Step
from gandan.awards.sealing import Dossier
from gandan.commitments.actions.held import cleaned, one_line, standing
from gandan.core.events import BoundContent

__all__ = [
    "cleaned", "dossier_of", "emptied", "held", "held_nomination", "held_nominee", "macs_of", "one_line", "standing", "step", "tidy",
    "tidy_person", "to_state", "unsaid",
]  # fmt: skip


def held(call: Call) -> Call:
    """The call, locked."""
    list(Call.objects.select_for_update().filter(pk=call.pk).values_list("pk"))
    return Call.objects.select_related("kind", "unit", "office", "eligibility", "council", "posting", "decision").get(pk=call.pk)


def held_nomination(nomination: Nomination) -> Nomination:
    """The dossier of an office, locked after its call."""
    call = held(nomination.call)
    list(Nomination.objects.select_for_update().filter(pk=nomination.pk).values_list("pk"))
    row = Nomination.objects.select_related("unit", "office", "made_in").get(pk=nomination.pk)
    row.call = call
    return row


def held_nominee(nominee: Nominee) -> Nominee:
    """Who is proposed, locked after dossier and call."""
    nomination = held_nomination(nominee.nomination)
    list(Nominee.objects.select_for_update().filter(pk=nominee.pk).values_list("pk"))
    row = Nominee.objects.select_related("appraisal").get(pk=nominee.pk)
    row.nomination = nomination
    return row


def tidy_person(person: PersonGiven) -> PersonGiven:
    """As it is kept."""
    born = person.born_on.year if person.born_on else person.born
    return PersonGiven(
        name=one_line(person.name),
        workplace=one_line(person.workplace),
        deeds=cleaned(person.deeds),
        position=one_line(person.position),
        born=born,
        born_on=person.born_on,
        years=person.years,
        is_head=person.is_head,
        note=cleaned(person.note),
    )


def tidy(given: PersonGiven | CollectiveGiven) -> PersonGiven | CollectiveGiven:
    """As it is kept."""
    if isinstance(given, PersonGiven):
        return tidy_person(given)
    return CollectiveGiven(
        name=one_line(given.name), deeds=cleaned(given.deeds), workplace=one_line(given.workplace), note=cleaned(given.note)
    )


def dossier_of(given: PersonGiven | CollectiveGiven) -> Dossier:
    """What is sealed."""
    if isinstance(given, CollectiveGiven):
        return Dossier(name=given.name, workplace=given.workplace, deeds=given.deeds, note=given.note)
    return Dossier(
        name=given.name,
        workplace=given.workplace,
        deeds=given.deeds,
        position=given.position,
        born=given.born,
        born_on=given.born_on.isoformat() if given.born_on else "",
        years=given.years,
        is_head=given.is_head,
        note=given.note,
    )


def macs_of(kind: AwardKind, given: PersonGiven | CollectiveGiven | HolderGiven) -> tuple[str, str]:
    """Keyed hashes of a person within a kind; a collective may be given it again, and has none."""
    if isinstance(given, CollectiveGiven) or (isinstance(given, HolderGiven) and given.whom != Whom.PERSON):
        return "", ""
    return sealing.macs(kind=kind.code, name=given.name, born=given.born, born_on=given.born_on)


def to_state(nominee: Nominee, deed: NomineeDeed) -> str:
    """Move along the table of states; returns the state before. A step that the table does not know is a defect."""
    was = NomineeState(nominee.state)
    nominee.state = NOMINEE_NEXT[was][deed]
    nominee.save(update_fields=["state"])
    return was


def step(nominee: Nominee, deed: NomineeDeed, reason: str, *, on: date) -> Step:
    """What was decided about somebody, and why."""
    made = Step(nominee=nominee, deed=deed, reason=cleaned(reason), given_on=on)
    made.save(force_insert=True)
    return made


def emptied(nominees: Iterable[Nominee]) -> list[BoundContent]:
    """What is sealed is gone, with the key that opened it and the hashes; answers the rows to name in the event."""
    rows: list[BoundContent] = []
    for nominee in nominees:
        if nominee.is_erased:
            continue
        nominee.erase_content()
        nominee.key = nominee.mac = nominee.mac_day = ""
        nominee.save(update_fields=["sealed", "key", "mac", "mac_day"])
        rows.append(nominee)
    return rows


def unsaid(steps: QuerySet[Step]) -> list[BoundContent]:
    """Reasons are gone; that something was decided stays. Answers the rows to name in the event."""
    rows: list[BoundContent] = []
    for row in steps.select_for_update(of=("self",)).order_by("pk"):
        if row.is_erased:
            continue
        row.erase_content()
        row.save(update_fields=["reason"])
        rows.append(row)
    return rows
