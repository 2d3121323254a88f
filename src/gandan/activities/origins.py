"""What a commitment that came out of an activity says of where it came from."""

from collections.abc import Mapping, Sequence

from django.urls import reverse

from gandan.activities import queries
from gandan.commitments.origins import Origin
from gandan.core.access import Actor

TYPE = "activities.activity"


def describe(ids: Sequence[str], actor: Actor) -> Mapping[str, Origin]:
    """Title and address of those that the actor may see, in one question."""
    rows = queries.visible_to(actor).filter(pk__in=ids).values_list("pk", "title", "is_public", "state")
    return {str(pk): Origin(title, _address(pk, public and state == "recorded")) for pk, title, public, state in rows}


def _address(pk: object, public: bool) -> str:
    return reverse("activities-public:activity" if public else "activities:activity", args=[pk])
