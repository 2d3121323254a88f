"""A letter taken in hand: the row is locked, so that two deeds never meet on it."""

from datetime import date

from gandan.core.events import BoundContent
from gandan.denunciations import sealing
from gandan.denunciations.models import Denunciation, SealedFile, SealedNote
from gandan.denunciations.sealing import Noted


def held(denunciation: Denunciation) -> Denunciation:
    """The row as it is, ours until the deed ends."""
    return Denunciation.objects.select_for_update(of=("self",)).get(pk=denunciation.pk)


def write_down(denunciation: Denunciation, noted: Noted, *, on: date) -> SealedNote:
    """A handler's words, sealed under the key of the letter."""
    row = SealedNote(denunciation=denunciation, written_on=on, sealed=sealing.seal(noted, key=denunciation.key))
    row.save(force_insert=True)
    return row


def emptied(denunciation: Denunciation) -> list[BoundContent]:
    """Words, files and notes are gone, and the key that opened them; answers the rows to name in the event."""
    rows: list[BoundContent] = [denunciation]
    for kind in (SealedFile, SealedNote):
        for row in kind.objects.select_for_update().filter(denunciation=denunciation):
            if not row.is_erased:
                row.erase_content()
                row.save(update_fields=["sealed"])
                rows.append(row)
    denunciation.erase_content()
    denunciation.key = ""
    denunciation.save(update_fields=["sealed", "key"])
    return rows
