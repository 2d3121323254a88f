"""From what somebody typed to a number.

"Quyết định số 290 - QÐ/TW", "290/QĐ-TW", "290 QD TW" and "qd 290 tw" are one number; so are "5-HD/VPTW" and "05-HD/VPTW".
Signs between the parts are hints only: who issued it says which norm writes it.
"""

import re

from gandan.core.text import fold, nfc
from gandan.directives.numbers.kinds import ISSUERS, NAMES, code_of
from gandan.directives.numbers.number import Form, Number

LONGEST = 200  # signs that are looked at; a number with its kind and date is far shorter
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−­", "-") | {"∕": "/", "⁄": "/", "\\": "/", "_": "-", "ð": "đ"})
_SO = re.compile(r"(?i)(?<!\w)(?:số|so|no)(?![^\W\d_])\s*[:.]?\s*")
_TAIL = re.compile(
    r"(?i)\s*(?:,|;|\(|(?<!\w)(?:ký\s+|ban hành\s+|ky\s+|ban hanh\s+)?(?:ngày|ngay|của|cua|về việc|ve viec|về|ve|năm|nam)(?!\w)).*$",
    re.DOTALL,
)
_DATE = re.compile(r"\s+\d{1,2}[./-]\d{1,2}[./-]\d{4}\s*$")
_PIECE = re.compile(r"[0-9]+(?:[abcdeđ](?![^\W_]))?|[^\W\d_&][^\W\d_&]*(?:\d{1,2}(?!\d))?|[-/.,:]+")
_LETTERS = re.compile(r"[A-Za-zĐđƯưƠơÂâĂăÊêÔô]{1,24}\d{0,2}")
_JOINS_DIGITS = frozenset({"qh", "ubtvqh", "hdnd"})
MOST_DIGITS = 6
YEARS = range(1930, 2100)


def plain(text: str) -> str:
    """What is compared when nothing is a number: words without accents, joined."""
    return "-".join(re.findall(r"[^\W_]+", fold(text)))


def parse(text: str) -> Number | None:
    """The number that was meant, or None when there is none in the text. Never raises."""
    typed = nfc(text[:LONGEST]).translate(_DASHES).strip()
    named, rest = _kind_before(typed)
    rest = _DATE.sub("", _TAIL.sub("", rest)).strip(" .:;-/\"“”'«»()[]")
    pieces = _joined(_PIECE.findall(rest))
    if "".join(_PIECE.findall(rest)) != re.sub(r"[\s&]+", "", rest):
        return None
    return _built(pieces, named)


def with_kind(text: str, kind: str) -> Number | None:
    """The same, where the kind is known: bare digits are told apart by it ("02" of a Hướng dẫn is not that of a Kế hoạch)."""
    found = parse(text)
    return (parse(f"{kind} số {found.text}") or found) if found is not None and found.is_bare and kind else found


def _kind_before(typed: str) -> tuple[str, str]:
    """The code of a kind named in words at the beginning, and what follows it and "số"."""
    after = list(_SO.finditer(typed))
    folded = fold(typed)
    named = next((k for name, k in NAMES.items() if folded == name or folded.startswith(f"{name} ")), None)
    if after and re.match(r"\d", typed[after[-1].end() :]):
        return named.code if named else "", typed[after[-1].end() :]
    if named is None:
        return "", typed[after[0].end() :] if after and after[0].start() == 0 else typed
    return named.code, " ".join(typed.split()[len(named.name.split()) :])


def _joined(pieces: list[str]) -> list[str]:
    """ "QH 15" is one piece, with whatever sign between."""
    found: list[str] = []
    for piece in pieces:
        before = next((p for p in reversed(found) if not _is_sign(p)), "")
        if _is_figure(piece) and len(piece) <= 2 and fold(before) in _JOINS_DIGITS and len(found) > 1:
            while _is_sign(found[-1]):
                found.pop()
            found[-1] += piece
        else:
            found.append(piece)
    return found


def _is_figure(piece: str) -> bool:
    """Only the ten figures: other alphabets have digits too, and there are small raised ones."""
    return piece.isascii() and piece.isdigit()


def _is_sign(piece: str) -> bool:
    return piece[0] in "-/.,:"


def _built(pieces: list[str], named: str) -> Number | None:
    words = [p for p in pieces if not _is_sign(p)]
    digits = [i for i, w in enumerate(words) if _is_figure(w[0])]
    if not digits or digits[0] > 1 or len(words) > 8:
        return None
    code = ""
    if digits[0] == 1:  # "qd 290 tw"
        code = code_of(words[0]) or ""
        if not code:
            return None
        words, digits = words[1:], [i - 1 for i in digits]
    serial, letters = words[0], words[1:]
    year = int(letters.pop(0)) if letters and len(letters[0]) == 4 and _is_figure(letters[0]) and int(letters[0]) in YEARS else None
    if any(not _LETTERS.fullmatch(w) for w in letters) or len(serial) > MOST_DIGITS or not serial.rstrip("abcdeđ").strip("0"):
        return None
    letters = _apart(letters)
    if code and len(letters) > 1 and code_of(letters[0]) == code:  # "KL 226-KL/TW"
        letters = letters[1:]
    if not code and letters and (first := code_of(letters[0])) and (len(letters) > 1 or not _is_issuer(letters[0])):
        code, letters = first, letters[1:]
    code = code or _unless_law(named, letters, words)
    issuer = "-".join(_spelt(w) for w in letters)
    return Number(serial.lstrip("0"), code, issuer, year, _form(pieces, code, issuer, year))


def _unless_law(named: str, letters: list[str], words: list[str]) -> str:
    """The kind told in words stands in for a code that was left out, except where numbers have none ("Nghị quyết số 202/2025/QH15")."""
    return "" if letters and fold(letters[0]).startswith(("qh", "ubtvqh")) else named if len(words) == 1 or letters else ""


def _apart(letters: list[str]) -> list[str]:
    """ "QĐTW" is QĐ and TW."""
    if len(letters) != 1 or _is_issuer(letters[0]) or code_of(letters[0]):
        return letters
    for cut in range(4, 1, -1):
        head, tail = letters[0][:cut], letters[0][cut:]
        if code_of(head) and fold(tail) in ISSUERS:
            return [head, tail]
    return letters


def _is_issuer(word: str) -> bool:
    return fold(word.rstrip("0123456789")) in ISSUERS


def _spelt(word: str) -> str:
    """An issuer's code with accents and capitals: known ones from the table, others in capitals unless somebody mixed them."""
    stem = word.rstrip("0123456789")
    known = ISSUERS.get(fold(stem))
    if known and (stem.isascii() or stem.upper() == known.code.upper()):
        return known.code + word[len(stem) :]
    return word.upper() if word.islower() else word


def _form(pieces: list[str], code: str, issuer: str, year: int | None) -> Form:
    """Who issued it decides; where that is not known, the signs as typed."""
    if not issuer:
        return Form.OTHER
    if year:
        return Form.STATE
    first = issuer.split("-")[0]
    known = ISSUERS.get(fold(first.rstrip("0123456789")))
    if known:
        return Form.PARTY if known.system == "party" else Form.STATE
    if first.endswith(("TW", "TU", "ĐU", "HU", "QU")):
        return Form.PARTY
    signs = [p for p in pieces if _is_sign(p)]
    return Form.PARTY if code and signs and signs[0].startswith("-") and "/" in "".join(signs[1:]) else Form.STATE
