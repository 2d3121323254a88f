"""Names of colleagues in lists: who took a text in. Nobody outside the desk sees such a list."""

from collections.abc import Iterable
from uuid import UUID

from django.utils.translation import gettext as _

from gandan.accounts.models import User


def names(keys: Iterable[str]) -> dict[str, str]:
    """Keys of actors to names, in one question; parts of the system and people who are gone have words of their own."""
    keys = set(keys)
    people = {f"user:{pk}": name for pk, name in User.objects.filter(pk__in=_ids(keys)).values_list("pk", "full_name")}
    return {key: people.get(key) or (_("Hệ thống") if key.startswith("system:") else _("Người đã nghỉ")) for key in keys}


def _ids(keys: Iterable[str]) -> list[UUID]:
    return [UUID(key.removeprefix("user:")) for key in keys if key.startswith("user:")]
