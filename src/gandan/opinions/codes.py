"""Code and PIN of an opinion: the code reads, the PIN beside it writes. Only keyed HMACs of both are kept.

A PIN has a million values, so whoever stole the database could try them all but for the key, which is not in it; over the web `core.pace`
stops whoever tries (five wrong ones in a while).
"""

import re
import secrets
from uuid import UUID

from django.utils.crypto import constant_time_compare, salted_hmac

from gandan.core import codes

PURPOSE = "opinions"
PIN = re.compile(r"[0-9]{6}")
GUESSED = frozenset({"123456", "654321", "012345", "543210", "123123", *(str(n) * 6 for n in range(10))})


def digest(code: str) -> str:
    """What the database keeps of a code."""
    return codes.digest(code, purpose=PURPOSE)


def pin_mac(key: UUID, pin: str) -> str:
    """What the database keeps of a PIN: bound to the id of its opinion, so that equal PINs do not look equal."""
    return salted_hmac(f"gandan.{PURPOSE}.pin", f"{key}:{pin}", algorithm="sha256").hexdigest()


def new_pin() -> str:
    """Six digits nobody thinks of first."""
    while (pin := f"{secrets.randbelow(10**6):06d}") in GUESSED:
        pass
    return pin


def is_pin(typed: str) -> bool:
    """Six digits, whatever they are."""
    return PIN.fullmatch(typed) is not None


def fits(key: UUID, pin: str, mac: str) -> bool:
    """Whether this is the PIN of the opinion with this id; an emptied one (words erased) fits nothing."""
    return bool(mac) and is_pin(pin) and constant_time_compare(mac, pin_mac(key, pin))
