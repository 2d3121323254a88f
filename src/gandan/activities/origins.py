"""What a commitment that came out of an activity says of where it came from."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from gandan.activities import queries
from gandan.activities.models import Host
from gandan.commitments.origins import Origin
from gandan.core.access import Actor

TYPE = "activities.activity"


def describe(ids: Sequence[str], actor: Actor) -> Mapping[str, Origin]:
    """Title and address of those that the actor may see, in one question."""
    return {str(a.pk): Origin(a.title, a.get_absolute_url()) for a in queries.visible_to(actor).filter(pk__in=ids)}


def asked(activity_id: str, office: UUID) -> bool:
    """Whether an office can have asked for something there: it was among the hosts. Others only wish they had."""
    return Host.objects.filter(activity=UUID(activity_id), office=office, removed_at=None).exists()
