"""Encryption at rest of the few secrets and contacts that are kept: Fernet with rotating keys.

`GANDAN_ENCRYPTION_KEYS` holds the keys, newest first: new text is written with the first, old text is read with any.
To rotate: put a new key in front, run what re-encrypts (`rotate` of each text), then drop the last. Keys are never in a backup.
"""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings

MAKE_LONG = "python -c 'import secrets; print(secrets.token_urlsafe(64))'"
MAKE_KEY = "python -c 'from cryptography.fernet import Fernet; print(Fernet.generate_key().decode())'"


class Undecipherable(ValueError):
    """No key we hold opens this text: a key was lost, or the text was changed."""


@lru_cache(maxsize=4)
def _box(keys: tuple[str, ...]) -> MultiFernet:
    return MultiFernet([Fernet(k) for k in keys])


def box() -> MultiFernet:
    """The keys in force; without any, nothing is encrypted and nothing is written."""
    keys = tuple(settings.ENCRYPTION_KEYS)
    if not keys:
        raise Undecipherable("GANDAN_ENCRYPTION_KEYS")
    return _box(keys)


def encrypt(text: str) -> str:
    """The text under the newest key, as ASCII."""
    return box().encrypt(text.encode()).decode("ascii")


def decrypt(token: str) -> str:
    """The text again."""
    try:
        return box().decrypt(token.encode("ascii")).decode()
    except InvalidToken:
        raise Undecipherable("token") from None


def in_force(*, demo: bool) -> list[str]:
    """The keys of this installation: those of the settings, or in a demo those made into its data folder."""
    kept = Path(settings.HOME) / "keys" / "encryption"
    if settings.ENCRYPTION_KEYS or not demo or not kept.is_file():
        return list(settings.ENCRYPTION_KEYS)
    return [kept.read_text(encoding="ascii").strip()]


_samples: list[Callable[[], Iterable[str]]] = []


def provide_samples(samples: Callable[[], Iterable[str]]) -> None:
    """A room that stores encrypted text hands over a few of its tokens, so that a check can try the keys on them."""
    _samples.append(samples)


def unopened(keys: Sequence[str]) -> int:
    """How many of the stored samples none of these keys opens. Nothing of what they say is kept."""
    tokens = [token for samples in _samples for token in samples()]
    try:
        opener = MultiFernet([Fernet(k) for k in keys]) if keys else None
    except ValueError:
        opener = None
    return sum(not _opens(opener, token) for token in tokens)


def _opens(opener: MultiFernet | None, token: str) -> bool:
    try:
        return opener is not None and bool(opener.decrypt(token.encode("ascii")))
    except InvalidToken:
        return False


def rotate(token: str) -> str:
    """The same text under the newest key."""
    return box().rotate(token.encode("ascii")).decode("ascii")


def wrong_keys(keys: Sequence[str]) -> list[int]:
    """Positions (from 1) of keys that are not 32 bytes in URL-safe base64."""
    wrong = []
    for position, key in enumerate(keys, start=1):
        try:
            Fernet(key)
        except ValueError:
            wrong.append(position)
    return wrong


def fingerprints(keys: Sequence[str]) -> list[str]:
    """What a backup says about the keys it needs: enough to compare, useless to guess (the keys are 256 random bits)."""
    return [hashlib.sha256(f"gandan-key:{k}".encode()).hexdigest()[:12] for k in keys]


def faults() -> list[str]:
    """What keeps this installation from starting, as sentences; there are no default keys to fall back on."""
    found = []
    if len(settings.SECRET_KEY_GIVEN) < 40:
        found.append(f"GANDAN_SECRET_KEY chưa đặt hoặc ngắn hơn 40 ký tự. Tạo bằng: {MAKE_LONG}")
    if not settings.ENCRYPTION_KEYS:
        found.append(f"GANDAN_ENCRYPTION_KEYS chưa đặt. Tạo bằng: {MAKE_KEY}")
    wrong = wrong_keys(settings.ENCRYPTION_KEYS)
    return found + [f"Khoá thứ {n} trong GANDAN_ENCRYPTION_KEYS không hợp lệ. Tạo bằng: {MAKE_KEY}" for n in wrong]
