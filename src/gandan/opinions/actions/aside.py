"""What looks like a denunciation goes to the room that keeps those, and nothing of it stays here. A part of deeds."""

from dataclasses import asdict
from datetime import datetime

from gandan.core.access import Actor
from gandan.denunciations import actions as denunciations
from gandan.denunciations.enums import Accused
from gandan.denunciations.sealing import BY_OFFICE
from gandan.opinions.given import ContactGiven, Uploads
from gandan.opinions.models import Opinion


def put_aside(
    opinion: Opinion,
    *,
    topic: str,
    uploads: Uploads,
    contact: ContactGiven | None,
    wish: str,
    marked: bool,
    by: Actor,
    now: datetime,
    accused: str = Accused.BELOW,
) -> None:
    """With code, PIN and contact, so that its sender tracks it like any other; the way it came goes along."""
    more = {"hamlet": str(opinion.hamlet.pk) if opinion.hamlet else "", "topic": topic, "language": opinion.language, "wish": wish}
    if opinion.latitude is not None:
        more |= {"latitude": str(opinion.latitude), "longitude": str(opinion.longitude)}
    if opinion.pin_by_office:
        more[BY_OFFICE] = "1"
    denunciations.set_aside(
        text=opinion.text or opinion.place,  # who joined others wrote of a place only
        place=opinion.place,
        unit=opinion.unit,
        channel=opinion.channel,
        uploads=uploads,
        contact=asdict(contact) if contact else None,
        code_digest=opinion.code_digest,
        pin_mac=opinion.pin_mac,
        marked=marked,
        by=by,
        now=now,
        pk=opinion.pk,
        accused=accused,
        more={key: value for key, value in more.items() if value},
    )
