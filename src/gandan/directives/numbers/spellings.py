"""Every way in which a number is likely to be typed into a search."""

from gandan.core.text import fold
from gandan.directives.numbers.kinds import kind_of
from gandan.directives.numbers.number import Form, Number


def spellings(number: Number) -> tuple[str, ...]:
    """The number as the norm writes it first, then with and without zeros, with parts joined, kind first, kind in words."""
    serial, kind = number.serial, kind_of(number.code, party=number.form is Form.PARTY)
    padded = number.text.split("/")[0].split("-")[0]
    tail = "".join(number.issuer.split("-"))
    found = [
        number.text,
        serial,
        padded,
        f"{serial}{number.code}",
        f"{padded}{number.code}",
        f"{number.code}{number.issuer}",
        f"{serial}{number.code}{tail}",
        f"{padded}{number.code}{tail}",
        f"{kind} số {number.text}" if kind else "",
    ]
    return tuple(dict.fromkeys(s for s in found if s and fold(s)))
