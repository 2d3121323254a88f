"""What stood in the cells, encrypted; and by which a file or a row is known again."""

import json
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.utils.crypto import salted_hmac

from gandan.core import secrets


def digest_of(what: str, unit: UUID, *parts: str) -> str:
    """By which the same is known again, without keeping it; the key is this installation's."""
    return salted_hmac(f"gandan.opinions.sheet:{what}:{unit}", "\x1f".join(parts), algorithm="sha256").hexdigest()


def seal(kept: Mapping[str, Any]) -> str:
    """What is kept of a row, encrypted."""
    return secrets.encrypt(json.dumps(kept, ensure_ascii=False))
