"""Private codes on paper: twelve symbols of Crockford's base 32, of which the last checks the others.

Eleven random symbols are 55 bits: with the pace of `core.pace` nobody guesses one. The check is a sum in the field of 32 elements with a
different weight for each place, so that every single wrong symbol and every two symbols exchanged are found before the database is asked.
Only a keyed HMAC of a code is kept; its key is derived from GANDAN_SECRET_KEY, so codes in people's hands live as long as that.
"""

import secrets
from collections.abc import Sequence

from django.utils.crypto import salted_hmac

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # no I, L, O, U
LENGTH = 12
GROUP = 4
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1"})
_DROPPED = str.maketrans("", "", " \t\r\n-–—.·_\u00a0")
_FIELD = 0b100101  # x^5 + x^2 + 1


def new() -> str:
    """A code that nobody has, as it is kept in hand: without dashes."""
    values = [secrets.randbelow(32) for _ in range(LENGTH - 1)]
    return "".join(ALPHABET[v] for v in (*values, check(values)))


def shown(code: str) -> str:
    """In groups of four, as a slip prints it."""
    return "-".join(code[i : i + GROUP] for i in range(0, len(code), GROUP))


def read(typed: str) -> str | None:
    """What somebody typed as a code: small letters, spaces, dashes, o for 0, i or l for 1 are all right. None when it can be none."""
    code = typed.translate(_DROPPED).upper().translate(_READ_AS)
    if len(code) != LENGTH or any(c not in ALPHABET for c in code):
        return None
    values = [ALPHABET.index(c) for c in code]
    return code if check(values[:-1]) == values[-1] else None


def digest(code: str, *, purpose: str) -> str:
    """What the database keeps of a code; the purpose keeps codes of different rooms apart."""
    return salted_hmac(f"gandan.codes:{purpose}", code, algorithm="sha256").hexdigest()


def check(values: Sequence[int]) -> int:
    """The checking symbol's value: Σ xⁿ·vₙ, computed from the last place on."""
    total = 0
    for value in reversed(values):
        total = _double(total ^ value)
    return total


def _double(value: int) -> int:
    value <<= 1
    return value ^ _FIELD if value & 0b100000 else value
