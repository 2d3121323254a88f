"""What was set aside as a denunciation and is none comes back as an opinion, with the code and the PIN that its sender has in hand."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from gandan.core.access import Actor, Anyone, Refusal, require
from gandan.core.text import clean
from gandan.denunciations.passing import Returned
from gandan.denunciations.sealing import BY_OFFICE
from gandan.opinions import topics
from gandan.opinions.actions.accused import OPINION
from gandan.opinions.actions.begin import begin
from gandan.opinions.actions.held import attach, held_with, keep, stand_still, tell
from gandan.opinions.actions.letters import letter as write_letter
from gandan.opinions.actions.say import OWN
from gandan.opinions.actor import Sender
from gandan.opinions.enums import Channel, LetterKind, Wish
from gandan.opinions.given import ContactGiven
from gandan.opinions.models import Opinion
from gandan.units.models import Hamlet, Unit


@transaction.atomic
def take_back(returned: Returned, /, *, by: Actor, now: datetime) -> None:
    """Take it as an opinion that came today from its sender, like any other: its clock begins, and neither day nor actor nor channel shows
    where it lay.

    Where a hamlet or a topic is gone meanwhile, the opinion stands without it: nothing that was said is refused because a list changed.
    """
    require(by, "opinions.take_back")
    letter, more = returned.letter, returned.letter.more
    if more.get(OPINION):
        _take_back_a_word(returned, now=now)
        return
    unit = Unit.objects.get(pk=letter.unit)
    stand_still(unit)
    topic = topics.get(more.get("topic", ""))
    opinion = Opinion(
        id=returned.id, text=clean.lines(letter.text), place=clean.line(letter.place), unit=unit, said_on=timezone.localdate(now)
    )
    opinion.channel = letter.channel if letter.channel in OWN else Channel.PORTAL  # no officer writes it down today
    opinion.hamlet = Hamlet.objects.filter(pk=more["hamlet"]).first() if more.get("hamlet") else None
    opinion.pin_by_office = bool(more.get(BY_OFFICE))
    opinion.language = more.get("language", "vi")
    if more.get("latitude"):
        opinion.latitude, opinion.longitude = Decimal(more["latitude"]), Decimal(more["longitude"])
    opinion.code_digest, opinion.pin_mac = returned.code_digest, returned.pin_mac
    begin(
        opinion,
        topic=topic.code if topic else "",
        received_on=timezone.localdate(now),
        by=Anyone(),
        now=now,
        uploads=[ContentFile(file.raw, name=file.name) for file in returned.files],
        contact=ContactGiven(**letter.contact) if letter.contact else None,
        wish=more.get("wish", Wish.NONE),
    )


def _take_back_a_word(returned: Returned, *, now: datetime) -> None:
    """A later word belongs to the case of its sender, who has one code for both; it is a letter there from today."""
    opinion, case = held_with(UUID(returned.letter.more[OPINION]))
    if case.erased_on is not None:
        raise Refusal(_("Việc mà lời này nói thêm đã được xoá theo quy định lưu giữ, nên lời này không trở về đó được."), status=409)
    row = write_letter(case, LetterKind.WORD, text=clean.lines(returned.letter.text), now=now, opinion=opinion)
    attach(row, [ContentFile(file.raw, name=file.name) for file in returned.files], by=_sender(opinion), now=now)
    keep(case, now=now)
    tell("written", case, by=_sender(opinion), now=now, facts={"letter_id": row.pk, "opinion_id": opinion.pk}, binds=[row])


def _sender(opinion: Opinion) -> Sender:
    """Whose word it is, as in the record of every word."""
    return Sender(opinion.pk, opinion.case_id, writes=True)
