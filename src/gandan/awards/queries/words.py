"""READ the sentences that a call, a decision, a figure are kept with. They are words of the record, in the language of the house."""

from typing import Any

from gandan.appraisals.enums import Level
from gandan.appraisals.models import Decision
from gandan.awards.enums import NominationState, NomineeState, Whom
from gandan.awards.models import Call, Conferral, Nominee
from gandan.units.enums import Level as Tier
from gandan.units.models import Office

ORDER = ("whom", "nomination__begun_at", "nomination", "position", "pk")  # collectives, then persons, as decisions list them


def chosen_counts(call: Call) -> tuple[int, int]:
    """(persons, collectives) on the list."""
    rows = Nominee.objects.filter(nomination__call=call, nomination__state=NominationState.SUBMITTED, state=NomineeState.CHOSEN)
    many = rows.filter(whom=Whom.PERSON).count()
    return many, rows.count() - many


def counted(persons: int, collectives: int) -> str:
    """ "28 tập thể và 12 cá nhân"."""
    return " và ".join(f"{n} {noun}" for n, noun in ((collectives, "tập thể"), (persons, "cá nhân")) if n)


def posted_words(call: Call, *, persons: int, collectives: int) -> str:
    """What a posting says beside the list itself: numbers and where it comes from, no name."""
    return f"Danh sách dự kiến đề nghị khen thưởng năm {call.year}: {counted(persons, collectives)}."


def decision_title(call: Call, *, name: str) -> str:
    """The subject of the decision."""
    return f"Về việc tặng {name} năm {call.year}"[:300]


def revocation_title(conferral: Conferral) -> str:
    """The subject of a revocation, without the name: who it is stands on the roll only."""
    return f"Về việc thu hồi {conferral.name}"[:300]


def sentence(decision: Decision, *, name: str, persons: int, collectives: int) -> str:
    """The sentence under which figures of a decision are kept."""
    return f"Quyết định số {decision.number}, ngày {decision.decided_on:%d/%m/%Y}, tặng {name} cho {counted(persons, collectives)}."


def level_of(conferral: Conferral, office: Office) -> str:
    """On which level something is revoked: where it was given; of an old book, the level of the office that revokes."""
    if conferral.decision is not None:
        return conferral.decision.level
    if conferral.kind is not None:
        return conferral.kind.level
    return Level.PROVINCE if office.unit.level == Tier.PROVINCE else Level.BASE


def of_the_centre(level: str, issuer: str) -> dict[str, Any]:
    """For `appraisals.decide`: what the centre decides is its own paper, which the office of the call enters. Nothing for other levels."""
    return {"issuer": issuer} if level == Level.CENTRE else {}
