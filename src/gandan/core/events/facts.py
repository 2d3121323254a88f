"""What an event may say: ids, states, dates, numbers. A person's words, name or contact must not get in, so free text is refused here."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from gandan.core.events.canonical import LARGEST, moment

Fact = int | str | date | datetime | Decimal | UUID | None

KEY = re.compile(r"[a-z][a-z0-9_]{0,39}")
CODE = re.compile(r"[A-Za-z0-9ĐđƯư._:/+%-]{1,80}")  # Đ and Ư as in document numbers such as 23-QĐ/TW, 22/2026/TT-TTCP-ƯT
PERSONAL_NUMBER = re.compile(r"(?:\+?84|0)\d{8,11}|\d{9}|\d{12}")  # telephone, identity card, citizen's number
CONTACT_KEYS = frozenset("address cccd contact email full_name ip ip_address name phone text words".split())


class FreeText(ValueError):
    """Somebody tried to put a text into an event; the text itself is never repeated in the message."""


def code(value: str, *, what: str) -> str:
    """A state or code without spaces."""
    if not CODE.fullmatch(value):
        raise FreeText(f"{what} takes codes without spaces, at most 80 signs")
    if PERSONAL_NUMBER.fullmatch(value):
        raise FreeText(f"{what} looks like a telephone or identity number")
    return value


def fact(value: Fact, *, key: str) -> int | str | bool | None:
    """One fact in the form in which it is kept and hashed."""
    match value:
        case None | bool():
            return value
        case int():
            if abs(value) > LARGEST:
                raise ValueError(f"facts[{key}] is beyond 2^53-1; give it as Decimal")
            return value
        case Decimal():
            if not value.is_finite():
                raise ValueError(f"facts[{key}] is not a finite number")
            return format(value, "f")
        case UUID():
            return str(value)
        case datetime():
            return moment(value)
        case date():
            return value.isoformat()
        case str():
            return code(value, what=f"facts[{key}]")
        case _:
            raise TypeError(f"facts[{key}]: {type(value).__name__} is not an id, state, date or number")


def facts(values: Mapping[str, Fact]) -> dict[str, int | str | bool | None]:
    """All facts of an event, in their kept form."""
    for key in values:
        if not KEY.fullmatch(key):
            raise ValueError(f"facts key {key!r}: lower case letters, digits and _")
        if key in CONTACT_KEYS:
            raise FreeText(f"facts key {key!r} names something that must never stand in an event")
    return {key: fact(value, key=key) for key, value in values.items()}
