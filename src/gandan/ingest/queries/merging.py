"""READ: what stands in the rooms already and may be what a record tells of, each with why."""

from typing import Any, cast

from django.db.models import Model
from django.utils.translation import gettext as _

from gandan.activities import queries as activities
from gandan.activities.models import Activity, ActivityPlace, Participant
from gandan.awards import queries as awards
from gandan.awards.models import Conferral
from gandan.core.access import Actor
from gandan.directives import queries as directives
from gandan.directives.models import Document
from gandan.indicators.models import Statement
from gandan.ingest import decided
from gandan.ingest.enums import RecordKind
from gandan.ingest.models import ProposedRecord
from gandan.ingest.queries.twins import hanging, registers, told
from gandan.ingest.queries.twins.candidate import LIKELY, Candidate
from gandan.movement import queries as models
from gandan.movement.models import Practice

SHOWN = 5
FINDERS: dict[RecordKind, Any] = {
    RecordKind.ACTIVITY: told.activities_told,
    RecordKind.DOCUMENT: registers.documents,
    RecordKind.UNIT: hanging.places_there,
    RecordKind.PERSON: hanging.people_there,
    RecordKind.FIGURE: hanging.figures_there,
    RecordKind.AWARD: registers.on_the_roll,
    RecordKind.MODEL: registers.models_named,
}


def candidates(record: ProposedRecord, *, actor: Actor) -> list[Candidate]:
    """What the record may be merged into, the likeliest first."""
    find = FINDERS.get(RecordKind(record.kind))
    if find is None or record.erased_at is not None:
        return []
    shape = decided.read(record.kind, record.payload, record.corrected)
    found = [c for c in find(record, shape, actor) if c.score >= LIKELY]
    return sorted(found, key=lambda c: -c.score)[:SHOWN]


def sure_twin(record: ProposedRecord, *, actor: Actor) -> str | None:
    """The sentence that keeps an activity from being accepted unseen: another text tells it already."""
    if record.kind != RecordKind.ACTIVITY:
        return None
    twin = next((c for c in candidates(record, actor=actor) if c.is_sure), None)
    if twin is None:
        return None
    return _("Có thể đã ghi ở “%(title)s” (%(why)s). Xin xem rồi gộp hoặc nhận riêng.") % {"title": twin.title, "why": "; ".join(twin.why)}


def seen(thing: Model, *, actor: Actor) -> Model | None:
    """The thing itself, when the actor may see it where it stands."""
    match thing:
        case Activity():
            return activities.visible_to(actor).filter(pk=thing.pk).first()
        case ActivityPlace() | Participant():
            return thing if thing.removed_at is None and activities.visible_to(actor).filter(pk=thing.activity_id).exists() else None
        case Document():
            return directives.visible_to(actor).filter(pk=thing.pk, state="recorded").first()
        case Conferral():
            return awards.seen(actor).filter(pk=thing.pk).first()
        case Practice():
            return models.visible_to(actor).exclude(state="withdrawn").filter(pk=thing.pk).first()
        case Statement():
            from gandan.indicators import queries as indicators

            return cast("Model | None", indicators.visible_to(actor).filter(pk=thing.pk).first())
    return None
