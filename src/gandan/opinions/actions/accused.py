"""Words of a sender that accuse somebody in office: they go where such words go, sealed, and nothing of them stays in this room.

Parts of deeds. A later word has no receipt of its own: no code opens it, and no row here says that there was one.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.core.files.base import File

from gandan.core.access import Anyone
from gandan.denunciations import actions as denunciations
from gandan.denunciations import detect
from gandan.denunciations.actions import SetAside
from gandan.opinions.models import Opinion

OPINION = "opinion"  # under which the sealed letter names what it belongs to, should it come back


def accuses(text: str, place: str = "") -> bool:
    """What was said, where it was said to be, and both read together: an accusation does not hide in the smaller field."""
    return any(detect.looks_like(said) for said in ((text, place, f"{text}\n{place}") if place else (text,)))


def put_aside(opinion: Opinion, *, text: str, now: datetime, uploads: "Sequence[File[Any]]" = ()) -> SetAside:
    """Letter and files as a whole. The deed they came with is not done: a half of it would say what its sender did not."""
    return denunciations.set_aside(
        text=text,
        place=opinion.place,
        unit=opinion.unit,
        channel=opinion.channel,
        uploads=uploads,
        code_digest="",
        pin_mac="",
        marked=False,
        by=Anyone(),
        now=now,
        more={OPINION: str(opinion.pk)},
    )
