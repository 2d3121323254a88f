"""A letter is set aside in the deed by which it would have become an opinion; nothing of it is kept anywhere else."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.core.files.base import File
from django.db import transaction
from django.utils import timezone

from gandan.core import events
from gandan.core.access import Actor, Anyone, refuse_if, require
from gandan.core.files import policies as file_policies
from gandan.core.ids import uuid7
from gandan.core.text import nfc
from gandan.denunciations import policies, sealing
from gandan.denunciations.enums import Accused, State
from gandan.denunciations.models import Denunciation, SealedFile
from gandan.denunciations.queries import handling_unit
from gandan.denunciations.sealing import Attached, Letter
from gandan.units.models import Unit

NAME_LENGTH = 150


@dataclass(frozen=True)
class SetAside:
    """What the receipt needs: that it was set aside. The code and PIN are those the sender has in hand."""

    id: UUID


@transaction.atomic
def set_aside(
    *,
    text: str,
    place: str,
    unit: Unit,
    channel: str,
    uploads: Sequence[File] = (),  # type: ignore[type-arg]
    contact: Mapping[str, str] | None = None,
    code_digest: str,
    pin_mac: str,
    marked: bool,
    by: Actor,
    now: datetime,
    pk: UUID | None = None,
    accused: str = Accused.BELOW,
    more: Mapping[str, str] | None = None,
) -> SetAside:
    """Seal everything for the handler one level up. Sent twice with the same code it is there once.

    `pk` is the id over which `pin_mac` was made; `more` what an opinion would need beside (hamlet, topic), should it come back.
    The event says neither who wrote it down nor where: an officer at a desk would tell the unit by the office they act from.
    """
    require(by, "denunciations.set_aside")
    refuse_if(policies.set_aside(text))
    there = Denunciation.objects.filter(code_digest=code_digest).first() if code_digest else None
    if there is not None:
        return SetAside(there.pk)
    today = timezone.localdate(now)
    letter = Letter(
        text=nfc(text).strip(),
        place=nfc(place).strip(),
        unit=str(unit.pk),
        channel=str(channel),
        marked=marked,
        contact={name: value for name, value in (contact or {}).items() if value},
        more={**(more or {}), "written_by": by.key},
    )
    denunciation = Denunciation(
        id=pk or uuid7(),
        handling_unit_id=handling_unit(unit, on=today, accused=accused),
        set_aside_on=today,
        code_digest=code_digest,
        pin_mac=pin_mac,
        key=sealing.new_key(),
    )
    denunciation.sealed = sealing.seal(letter, key=denunciation.key)
    cleaned = [_cleaned(upload) for upload in uploads]
    denunciation.save(force_insert=True)
    files = [SealedFile(denunciation=denunciation, sealed=sealing.seal(one, key=denunciation.key)) for one in cleaned]
    for file in files:
        file.save(force_insert=True)
    events.record(
        "denunciations.set_aside",
        denunciation,
        by=Anyone(),
        at=now,
        unit=denunciation.handling_unit_id,
        now=State.WAITING,
        binds=[denunciation, *files],
    )
    return SetAside(denunciation.pk)


def _cleaned(upload: File) -> Attached:  # type: ignore[type-arg]
    """Checked by content and re-made like every file that is handed in; it never reaches the folder of files."""
    refuse_if(file_policies.too_large(upload.size or 0))
    kind, raw = file_policies.acceptable(upload.read(file_policies.LARGEST + 1))
    name = (upload.name or "").replace("\\", "/").rsplit("/", 1)[-1]
    return Attached("".join(c for c in nfc(name) if c.isprintable())[-NAME_LENGTH:], kind.value, raw)
