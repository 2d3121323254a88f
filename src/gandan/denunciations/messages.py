"""What handlers are told, and nobody else: that a letter waits, and where. The same words for every letter."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gandan.core.events import Event
from gandan.denunciations import hands
from gandan.denunciations.enums import State
from gandan.denunciations.models import Denunciation
from gandan.notices.texts import Text, Words


def handlers(event: Event, today: date) -> Iterable[UUID]:
    """Handlers at the desk where the letter lies today, as long as it waits."""
    letter = Denunciation.objects.filter(pk=event.thing_id, state=State.WAITING).first()
    return [user.pk for user in hands.handlers(letter.handling_unit_id, on=today)] if letter is not None else []


def words(event: Event) -> Words:
    """Nothing of the letter, not even its day: this leaves the house by mail."""
    return Words(_("Có thư để riêng"), _("Có thư để riêng chờ người xử lý."), reverse("denunciations:desk"))


LABEL = gettext_lazy("Có thư để riêng, cho người xử lý tố cáo")
TEXTS = tuple(
    Text(verb=f"denunciations.{verb}", label=LABEL, to=handlers, words=words, by_call=False) for verb in ("set_aside", "raised", "moved")
)
