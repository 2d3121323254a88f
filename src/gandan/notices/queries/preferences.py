"""How somebody wants to be told, and by what that is possible here."""

from django.conf import settings

from gandan.accounts.models import User
from gandan.notices.calc.moments import Wish
from gandan.notices.enums import Channel, Rhythm
from gandan.notices.models import Preference


def preference_of(user: User) -> Preference:
    """What the person chose, or the defaults."""
    return Preference.objects.filter(user=user).first() or Preference(user=user)


def wish_of(preference: Preference) -> Wish:
    """The moments of it."""
    daily = preference.daily_at if preference.rhythm == Rhythm.DAILY else None
    return Wish(daily, preference.quiet_from, preference.quiet_to)


def channels(user: User, preference: Preference) -> list[Channel]:
    """By what this person is told beside the workspace. Somebody without any address of their own is called by a colleague; somebody
    who has one and wants no messages, or whose installation sends none, reads in the workspace.
    """
    found = []
    if user.email and preference.by_mail and settings.MAIL:
        found.append(Channel.MAIL)
    if preference.gateway and settings.GATEWAY:
        found.append(Channel.GATEWAY)
    return found or ([] if user.email or preference.gateway else [Channel.CALL])


def encrypted_samples() -> list[str]:
    """The newest and the oldest encrypted number, to try the keys on."""
    rows = Preference.objects.exclude(gateway_address="").values_list("gateway_address", flat=True)
    return list(dict.fromkeys([*rows.order_by("-pk")[:1], *rows.order_by("pk")[:1]]))
