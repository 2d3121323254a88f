"""Reads what a person typed: kinds and their abbreviations, the name, and the places around it."""

import re
from dataclasses import dataclass
from functools import lru_cache

from gandan.core.text import fold, nfc, tone_key

KINDS = {
    "Tỉnh": ("tỉnh", "t."),
    "Thành phố": ("thành phố", "tp.", "tp", "t.p", "thủ đô"),
    "Quận": ("quận", "q.", "q"),
    "Huyện": ("huyện", "h.", "h"),
    "Thị xã": ("thị xã", "tx.", "tx", "t.x"),
    "Thị trấn": ("thị trấn", "tt.", "tt", "t.t"),
    "Phường": ("phường", "p.", "p"),
    "Xã": ("xã", "x.", "x"),
    "Đặc khu": ("đặc khu", "đk.", "đk"),
}
# What people call a place beside its name.
ALIASES = {
    "hcm": "hochiminh", "saigon": "hochiminh", "sg": "hochiminh", "hn": "hanoi", "brvt": "bariavungtau", "bariavt": "bariavungtau",
    "bmt": "buonmathuot", "buonmethuot": "buonmathuot", "banmethuot": "buonmathuot", "tthue": "hue", "thuathienhue": "hue",
    "phanrang": "phanrangthapcham", "daclac": "daklak", "dacnong": "daknong", "kontum": "kontum", "quinhon": "quynhon",
}  # fmt: skip
_FORMS = sorted(((form, kind) for kind, forms in KINDS.items() for form in forms), key=lambda x: -len(x[0]))
_LONG = "|".join(re.escape(f) for kind in KINDS.values() for f in (kind[0], fold(kind[0])))
_BREAK = re.compile(rf"(?<=\S)(?<!thị)(?<!thi)\s+(?=(?:(?:{_LONG})\s|t[pxt]\.?\s*\w|[qhpx]\.\s*\w))", re.IGNORECASE)
_APART = re.compile(r"\s*[,;()\n]\s*|\s+thuộc\s+|\s+của\s+", re.IGNORECASE)
_LOOSE = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class Name:
    """One piece: the kind when one was typed, the name with accents by one tone placement, and squeezed to letters and digits."""

    kind: str | None
    toned: str
    squeezed: str


@lru_cache(maxsize=32768)
def squeeze(text: str) -> str:
    """Accent-free letters and digits only: "Ea H'Leo" and "eahleo" are one."""
    return _LOOSE.sub("", fold(text))


@lru_cache(maxsize=32768)
def toned(text: str) -> str:
    """Accents kept, one tone placement, apostrophes and hyphens dropped."""
    return " ".join(_LOOSE.sub(" ", tone_key(text)).split())


def pieces(text: str) -> list[list[str]]:
    """How a text can be cut, best first, the smaller place in front: "P. Xuân Khánh, Q. Ninh Kiều" at the comma.

    Then also before each kind in the middle ("phường Xuân Khánh quận Ninh Kiều"); whole first where that would cut a name (Phú Xá).
    """
    parts = [p for part in _APART.split(nfc(text)) if (p := part.strip(" .:-"))]
    fine = [p for part in parts for p in _BREAK.split(part) if p.strip(" .:-")]
    return [[" ".join(p.split()) for p in cut] for cut in ((fine, parts) if fine != parts else (parts,)) if cut]


def readings(piece: str) -> list[Name]:
    """How one piece can be understood: with the kind that it begins with, and as a bare name (a name may look like a kind: Quán Toan)."""
    small = tone_key(piece)
    out = []
    for form, kind in _FORMS:
        for shape in dict.fromkeys((form, fold(form))):
            rest = _rest(small, shape)
            if rest:
                out.append(_name(kind, rest))
                break
        if out:
            break
    bare = _name(None, small)
    return [*out, bare] if not out or squeeze(small) not in {n.squeezed for n in out} else out


def _rest(small: str, shape: str) -> str:
    """What follows a kind: a point, a space, or for one to three letters a digit or (tphcm) a capital's name may follow at once."""
    if not small.startswith(shape):
        return ""
    rest = small[len(shape) :]
    if shape.endswith(".") or rest[:1] in {" ", "."} or rest[:1].isdigit() or (shape == "tp" and squeeze(rest) in ALIASES):
        return rest.strip(" .")
    return ""


def _name(kind: str | None, text: str) -> Name:
    number = re.sub(r"^0(?=\d$)", "", text)  # "quận 01" is Quận 1
    squeezed = squeeze(number)
    return Name(kind, toned(number), ALIASES.get(squeezed, squeezed))
