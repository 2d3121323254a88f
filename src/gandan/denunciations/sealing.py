"""Sealing: each letter has a data key of its own, which lies wrapped by the keys of the installation (`core.secrets`).

What is sealed is padded to whole blocks, so that its length does not tell how much was said. Opening costs the keys of
GANDAN_ENCRYPTION_KEYS, which are in no backup; when those rotate only the wrapped keys are written anew.
"""

import base64
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings

from gandan.core import secrets

BLOCK = 2048
BY_OFFICE = "pin_by_office"  # in `more`: the PIN of the receipt passed through an office's hands


@dataclass(frozen=True)
class Letter:
    """What a sender said, and where, as it is sealed. `unit` is the unit concerned; `more` what is needed to take it back."""

    text: str
    place: str
    unit: str
    channel: str
    marked: bool
    contact: dict[str, str] = field(default_factory=dict)
    more: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Attached:
    """A file as it was handed in and cleaned."""

    name: str
    kind: str
    raw: bytes


@dataclass(frozen=True)
class Noted:
    """A handler's words. `outcome` is a `State` where they end the letter, with number and day of the document that does it outside."""

    text: str = ""
    outcome: str = ""
    number: str = ""
    day: str = ""


def new_key() -> str:
    """A fresh data key, wrapped."""
    return secrets.encrypt(Fernet.generate_key().decode("ascii"))


def seal(what: Letter | Attached | Noted, *, key: str) -> bytes:
    """Under the letter's own key, padded."""
    kept = {k: base64.b64encode(v).decode("ascii") if isinstance(v, bytes) else v for k, v in asdict(what).items()}
    raw = json.dumps(kept, ensure_ascii=False).encode()
    return _box(key).encrypt(raw + b" " * (-len(raw) % BLOCK))


def letter(sealed: bytes | memoryview, *, key: str) -> Letter:
    """Opened; `core.secrets.Undecipherable` where no key fits."""
    return Letter(**_known(Letter, _opened(sealed, key)))


def attached(sealed: bytes | memoryview, *, key: str) -> Attached:
    """Opened."""
    kept = _known(Attached, _opened(sealed, key))
    return Attached(**{**kept, "raw": base64.b64decode(kept["raw"])})


def noted(sealed: bytes | memoryview, *, key: str) -> Noted:
    """Opened."""
    return Noted(**_known(Noted, _opened(sealed, key)))


def _known(kind: type, kept: dict[str, Any]) -> dict[str, Any]:
    names = {f.name for f in fields(kind)}
    return {name: value for name, value in kept.items() if name in names}


def _opened(sealed: bytes | memoryview, key: str) -> dict[str, Any]:
    try:
        kept: dict[str, Any] = json.loads(_box(key).decrypt(bytes(sealed)))
    except InvalidToken:
        raise secrets.Undecipherable("sealed") from None
    return kept


def _box(key: str) -> Fernet:
    return Fernet(secrets.decrypt(key).encode("ascii"))


def is_current(key: str) -> bool:
    """Whether the newest key of the installation opens it; otherwise it is to be wrapped anew."""
    try:
        Fernet(settings.ENCRYPTION_KEYS[0]).decrypt(key.encode("ascii"))
    except InvalidToken:
        return False
    return True


def samples() -> Iterable[str]:
    """The newest and the oldest wrapped key, to try the keys of the installation on."""
    from gandan.denunciations.models import Denunciation

    kept = Denunciation.objects.exclude(key="").values_list("key", flat=True)
    return list(dict.fromkeys([*kept.order_by("-pk")[:1], *kept.order_by("pk")[:1]]))
