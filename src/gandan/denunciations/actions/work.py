"""What a handler does. What the law asks for happens outside, on paper; here stands that it happened."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from gandan.core import events
from gandan.core.access import Actor, refuse_if, require
from gandan.core.text import nfc
from gandan.denunciations import passing, policies, sealing
from gandan.denunciations.actions.held import emptied, held, write_down
from gandan.denunciations.enums import Accused, Deed, State
from gandan.denunciations.models import Denunciation, SealedFile, SealedNote
from gandan.denunciations.queries import handling_unit
from gandan.denunciations.sealing import Attached, Letter, Noted


@dataclass(frozen=True)
class Opened:
    """A letter with its files and what handlers noted, for the eyes of who opened it."""

    letter: Letter
    files: tuple[Attached, ...]
    notes: tuple[tuple[date, Noted], ...]


@transaction.atomic
def open_letter(denunciation: Denunciation, *, by: Actor, now: datetime) -> Opened:
    """Read it. Each opening is an event, and the first one's day is told to the sender."""
    denunciation = held(denunciation)
    require(by, "denunciations.handle", denunciation)
    refuse_if(policies.deed(denunciation, Deed.OPEN))
    opened = _opened(denunciation)
    events.record("denunciations.opened", denunciation, by=by, at=now, unit=denunciation.handling_unit_id)
    return opened


@transaction.atomic
def note(denunciation: Denunciation, *, text: str, by: Actor, now: datetime) -> SealedNote:
    """Write something down, sealed like the letter."""
    denunciation = held(denunciation)
    require(by, "denunciations.handle", denunciation)
    refuse_if(policies.deed(denunciation, Deed.NOTE))
    refuse_if(policies.note(text))
    row = write_down(denunciation, Noted(text=nfc(text).strip()), on=timezone.localdate(now))
    events.record("denunciations.noted", denunciation, by=by, at=now, unit=denunciation.handling_unit_id, binds=[row])
    return row


@transaction.atomic
def handle(denunciation: Denunciation, *, outcome: str, number: str, day: date, text: str = "", by: Actor, now: datetime) -> Denunciation:
    """Say what came of it outside, by which document. The number is sealed: it would lead to the file."""
    denunciation, today = held(denunciation), timezone.localdate(now)
    require(by, "denunciations.handle", denunciation)
    refuse_if(policies.handle(denunciation, outcome=outcome, number=number, day=day, today=today))
    noted = Noted(text=nfc(text).strip(), outcome=outcome, number=nfc(number).strip(), day=day.isoformat())
    row = write_down(denunciation, noted, on=today)
    denunciation.state, denunciation.ended_on = outcome, today
    denunciation.save(update_fields=["state", "ended_on"])
    unit = denunciation.handling_unit_id
    events.record("denunciations.handled", denunciation, by=by, at=now, unit=unit, was=State.WAITING, now=outcome, binds=[row])
    return denunciation


@transaction.atomic
def raise_level(denunciation: Denunciation, *, by: Actor, now: datetime) -> Denunciation:
    """The accused belongs to the unit that would handle it: it goes one level higher, on the handler's word or the sender's."""
    denunciation = held(denunciation)
    require(by, "denunciations.raise", denunciation)
    refuse_if(policies.raise_level(denunciation) or policies.by_sender(denunciation, by=by))
    was = denunciation.handling_unit_id
    if was is not None:
        denunciation.handling_unit_id = handling_unit(was, on=timezone.localdate(now), accused=Accused.BELOW)
    denunciation.save(update_fields=["handling_unit"])
    events.record("denunciations.raised", denunciation, by=by, at=now, unit=denunciation.handling_unit_id)
    return denunciation


@transaction.atomic
def give_back(denunciation: Denunciation, *, by: Actor, now: datetime) -> Denunciation:
    """It was none: the room of opinions takes it as one like any other, with the sender's code. Here nothing of it stays.

    What its sender called a denunciation goes to the very people it speaks of only with the sender's yes: they are asked on their receipt,
    and until they answer it stays (`consent.py`).
    """
    denunciation = held(denunciation)
    require(by, "denunciations.handle", denunciation)
    refuse_if(policies.give_back(denunciation))
    if not sealing.letter(denunciation.sealed, key=denunciation.key).marked:
        return hand_over(denunciation, by=by, now=now)
    denunciation.asked_on = timezone.localdate(now)
    denunciation.save(update_fields=["asked_on"])
    events.record("denunciations.asked", denunciation, by=by, at=now, unit=denunciation.handling_unit_id)
    return denunciation


def hand_over(denunciation: Denunciation, *, by: Actor, now: datetime) -> Denunciation:
    """The last part of the deed of whoever decides it: the handler, or the sender who was asked."""
    opened = _opened(denunciation)
    returned = passing.Returned(
        id=denunciation.pk,
        letter=opened.letter,
        files=opened.files,
        code_digest=denunciation.code_digest,
        pin_mac=denunciation.pin_mac,
        said_on=denunciation.set_aside_on,
    )
    rows = emptied(denunciation)
    denunciation.state, denunciation.ended_on = State.GIVEN_BACK, timezone.localdate(now)
    denunciation.code_digest = denunciation.pin_mac = ""
    denunciation.asked_on = None
    denunciation.save(update_fields=["state", "ended_on", "asked_on", "code_digest", "pin_mac"])
    unit = denunciation.handling_unit_id
    events.record("denunciations.given_back", denunciation, by=by, at=now, unit=unit, was=State.WAITING, now=State.GIVEN_BACK, binds=rows)
    passing.hand_over(returned, by=by, now=now)
    return denunciation


def _opened(denunciation: Denunciation) -> Opened:
    key = denunciation.key
    files = [sealing.attached(f.sealed, key=key) for f in SealedFile.objects.filter(denunciation=denunciation)]
    notes = [(n.written_on, sealing.noted(n.sealed, key=key)) for n in SealedNote.objects.filter(denunciation=denunciation)]
    return Opened(sealing.letter(denunciation.sealed, key=key), tuple(files), tuple(notes))
