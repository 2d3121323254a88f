"""The table of kinds and issuers' codes; the readable file is the source."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from gandan.core.text import fold

FILE = Path(__file__).parent.parent / "data" / "kinds.toml"


@dataclass(frozen=True)
class CodeOf:
    """A kind of document: its name, the code in numbers, and whose system knows it."""

    name: str
    code: str
    system: str
    first: bool = False
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Issuer:
    """An issuer's code, and its full name where the code alone says it without doubt."""

    code: str
    system: str
    name: str = ""
    codes: tuple[str, ...] = ()


_READ = tomllib.loads(FILE.read_text(encoding="utf-8"))
KINDS = tuple(CodeOf(**{**row, "also": tuple(row.get("also", ()))}) for row in _READ["kind"])
ISSUERS = {fold(row["code"]): Issuer(**{**row, "codes": tuple(row.get("codes", ()))}) for row in _READ["issuer"]}
NAMES = {fold(kind.name): kind for kind in sorted(KINDS, key=lambda k: -len(k.name))}
_WRITTEN = {code: kind for kind in reversed(KINDS) for code in (*kind.also, kind.code) if code}
_PLAIN: dict[str, str] = {}
for _kind in (*KINDS, *(k for k in KINDS if k.first)):  # those marked `first` come last and win
    for _code in (*_kind.also, _kind.code):
        if _code and (_kind.first or fold(_code) not in _PLAIN):
            _PLAIN[fold(_code)] = _code
CAPITALS = {code.upper(): code for code in reversed(list(_WRITTEN))}


def code_of(typed: str) -> str | None:
    """A kind's code in its right spelling: as typed when that is one, else the one that is meant without accents or capitals."""
    if typed in _WRITTEN:
        return typed
    if typed.isascii() and typed.islower():
        return _PLAIN.get(typed)
    return CAPITALS.get(typed.upper()) or (_PLAIN.get(typed.lower()) if typed.isascii() else None)


def kind_of(code: str, *, party: bool = False) -> str:
    """The name of the kind that a code stands for, in the system asked; "" when the table knows none."""
    fits = [k for k in KINDS if code and code in (k.code, *k.also)]
    mine = [k for k in fits if k.system in ("both", "party" if party else "state")]
    return next((k.name for k in sorted(mine or fits, key=lambda k: not k.first)), "")


def issuer_named(code: str, issuer: str) -> str:
    """The full name of who issued, where the number says it without doubt: "NĐ" and "CP" → Chính phủ; else ""."""
    known = ISSUERS.get(fold(issuer.rstrip("0123456789")))
    return known.name if known and (not known.codes or code in known.codes) else ""
