"""Sealing: each dossier has a data key of its own, which lies wrapped by the keys of the installation (`core.secrets`).

What is sealed is padded to whole blocks, so that its length tells nothing. The keys of GANDAN_ENCRYPTION_KEYS are in no backup; when they
rotate only the wrapped keys are written anew, so that what is bound to the record of events stays what it was.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.utils.crypto import salted_hmac

from gandan.core import secrets
from gandan.core.text import fold

BLOCK = 1024


@dataclass(frozen=True)
class Dossier:
    """What an office says of one whom it proposes. Of a collective only name, workplace and deeds; `born_on` where the day is known."""

    name: str
    workplace: str = ""
    deeds: str = ""
    position: str = ""
    born: int | None = None
    born_on: str = ""
    years: int | None = None
    is_head: bool = False
    note: str = ""


def new_key() -> str:
    """A fresh data key, wrapped."""
    return secrets.encrypt(Fernet.generate_key().decode("ascii"))


def seal(dossier: Dossier, *, key: str) -> bytes:
    """Under the row's own key, padded."""
    raw = json.dumps(asdict(dossier), ensure_ascii=False).encode()
    return _box(key).encrypt(raw + b" " * (-len(raw) % BLOCK))


def opened(sealed: bytes | memoryview, *, key: str) -> Dossier:
    """The dossier again; `core.secrets.Undecipherable` where no key fits."""
    try:
        kept: dict[str, Any] = json.loads(_box(key).decrypt(bytes(sealed)))
    except InvalidToken:
        raise secrets.Undecipherable("sealed") from None
    names = {f.name for f in fields(Dossier)}
    return Dossier(**{name: value for name, value in kept.items() if name in names})


def macs(*, kind: str, name: str, born: int | None, born_on: date | None) -> tuple[str, str]:
    """(by year, by day) of one person within one kind of award: keyed, so that nobody finds a name by trying; empty where not known.

    The name is compared as people write it: without accents, with y as i (Quý, Quí), signs and spaces between its words dropped. Two kinds
    of award give two keys, so no list joins a person's awards.
    """
    words = "".join(c if c.isalnum() else " " for c in fold(name).replace("y", "i")).split()
    year = born_on.year if born_on else born
    if not words or year is None:
        return "", ""
    whole = " ".join(words)
    return _mac(kind, whole, str(year)), _mac(kind, whole, born_on.isoformat()) if born_on else ""


def is_current(key: str) -> bool:
    """Whether the newest key of the installation opens it; otherwise it is to be wrapped anew."""
    try:
        Fernet(settings.ENCRYPTION_KEYS[0]).decrypt(key.encode("ascii"))
    except InvalidToken:
        return False
    return True


def samples() -> Iterable[str]:
    """The newest and the oldest wrapped key, to try the keys of the installation on."""
    from gandan.awards.models import Nominee

    kept = Nominee.objects.exclude(key="").values_list("key", flat=True)
    return list(dict.fromkeys([*kept.order_by("-pk")[:1], *kept.order_by("pk")[:1]]))


def _mac(kind: str, name: str, born: str) -> str:
    return salted_hmac("gandan.awards.once", f"{kind}\n{name}\n{born}", algorithm="sha256").hexdigest()


def _box(key: str) -> Fernet:
    return Fernet(secrets.decrypt(key).encode("ascii"))
