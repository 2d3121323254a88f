"""Which letters somebody may know of."""

from datetime import date, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from gandan.core import events, legal
from gandan.core.access import Actor
from gandan.denunciations.enums import NEXT, Deed, State
from gandan.denunciations.hands import desks
from gandan.denunciations.models import Denunciation


def visible_to(actor: Actor) -> QuerySet[Denunciation]:
    """Letters on the actor's own desk; to everybody else there are none. What is waited for stands first."""
    mine = desks(actor)
    if not mine:
        return Denunciation.objects.none()
    here = Q(handling_unit__in=[unit for unit in mine if unit is not None])
    return Denunciation.objects.filter(here | Q(handling_unit=None) if None in mine else here).exclude(state__in=_gone())


def of_code_digest(digest: str) -> Denunciation | None:
    """The letter whose receipt has this code, as long as it is answered for here: one given back is an opinion like any other."""
    return Denunciation.objects.select_related("handling_unit").filter(code_digest=digest).first() if digest else None


def opened_on(denunciation: Denunciation) -> date | None:
    """The day on which a handler first opened it; its sender is told that much."""
    first = events.of(denunciation).filter(verb="denunciations.opened").first()
    return timezone.localdate(first.at) if first else None


def to_forget(*, today: date) -> QuerySet[Denunciation]:
    """Letters that ended so long ago that their words go, by the rule `denunciation.keep_letters`."""
    days = legal.rule("denunciation.keep_letters", on=today).days
    able = [state for state, deeds in NEXT.items() if Deed.ERASE in deeds]
    return Denunciation.objects.filter(state__in=able, ended_on__lte=today - timedelta(days=days)).exclude(content_salt=None).order_by("pk")


def _gone() -> list[str]:
    """Taken back by the sender, or an opinion by now: nothing is left to see."""
    return [State.WITHDRAWN, State.GIVEN_BACK]
