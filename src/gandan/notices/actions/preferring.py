"""How somebody wants to be told, said by that person alone."""

from datetime import datetime, time

from django.db import transaction

from gandan.accounts.models import User
from gandan.core import events, secrets
from gandan.core.access import Actor, Refusal, refuse_if, require
from gandan.notices import policies
from gandan.notices.calc.numbers import international
from gandan.notices.enums import Rhythm
from gandan.notices.models import Preference


@transaction.atomic
def prefer(
    user: User,
    *,
    by_mail: bool,
    gateway: str,
    rhythm: str,
    daily_at: time,
    quiet_from: time | None,
    quiet_to: time | None,
    language: str,
    by: Actor,
    now: datetime,
    number: str | None = None,
) -> Preference:
    """Set all of it. `number` None keeps the number that is there; without a gateway the number is forgotten.

    Raises Refusal for a number or hours that cannot be, and 404 for somebody else's. The event says that it changed, not to what.
    """
    require(by, "notices.own")
    if by.key != f"user:{user.pk}":
        raise Refusal("", status=404)
    User.objects.select_for_update(no_key=True).get(pk=user.pk)
    preference = Preference.objects.filter(user=user).first() or Preference(user=user)
    number = _number(preference, number) if gateway else ""
    refuse_if(policies.prefer(gateway=gateway, number=number, quiet_from=quiet_from, quiet_to=quiet_to))
    preference.by_mail, preference.gateway, preference.language = by_mail, gateway, language
    preference.gateway_address = secrets.encrypt(number) if number else ""
    preference.rhythm, preference.daily_at = Rhythm(rhythm), daily_at
    preference.quiet_from, preference.quiet_to = quiet_from, quiet_to
    preference.save()
    events.record("notices.preferred", preference, by=by, at=now)
    return preference


def _number(preference: Preference, given: str | None) -> str:
    if given:
        return international(given)
    return secrets.decrypt(preference.gateway_address) if preference.gateway_address else ""
