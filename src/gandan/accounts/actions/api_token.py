"""Deeds on tokens for programs: only their owner makes and revokes them."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from gandan.accounts import tokens
from gandan.accounts.models import ApiToken, User
from gandan.accounts.policies import api_token as policies
from gandan.core import events
from gandan.core.access import Actor, Refusal, refuse_if, require

PREFIX = "gd_"  # so that a token in the wrong place is recognised as one


@transaction.atomic
def make_token(user: User, *, label: str, last_day: date, by: Actor, now: datetime) -> tuple[ApiToken, str]:
    """A token, and the secret that its owner sees this once."""
    user = User.objects.select_for_update().get(pk=user.pk)
    _own(user, by)
    refuse_if(policies.make(user, label=label, last_day=last_day, today=timezone.localdate(now)))
    secret = PREFIX + tokens.new()
    token = ApiToken.objects.create(user=user, label=label.strip(), digest=tokens.digest(secret), made_at=now, last_day=last_day)
    events.record("accounts.token_made", token, by=by, at=now, facts={"last_day": last_day})
    return token, secret


@transaction.atomic
def revoke_token(token: ApiToken, *, by: Actor, now: datetime) -> ApiToken:
    """End a token at once."""
    token = ApiToken.objects.select_for_update(of=("self",)).select_related("user").get(pk=token.pk)
    _own(token.user, by)
    refuse_if(policies.revoke(token))
    token.revoked_at = now
    token.save(update_fields=["revoked_at"])
    events.record("accounts.token_revoked", token, by=by, at=now, now="revoked")
    return token


def _own(user: User, by: Actor) -> None:
    """Somebody else's token does not exist for this person (404)."""
    require(by, "accounts.own")
    if by.key != f"user:{user.pk}":
        raise Refusal("", status=404)
