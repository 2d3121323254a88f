"""TCVN3, VNI, VISCII and Windows-1258: the alphabets of Vietnamese before Unicode, told by whether the result is Vietnamese.

Tables are those of viparse; the verdict is our own: every candidate is tried and measured by the share of words that are possible
syllables. Text that already reads as Vietnamese is never touched.
"""

import re
import unicodedata

from viparse.normalize.encodings import CHARMAPS
from viparse.normalize.tables import convert

from gandan.core.text.syllables import vietnamese_share

_SAMPLE = 6_000
_GOOD, _GAIN, _FEWEST = 0.7, 0.2, 3
"""A conversion counts when 70 % of its words are Vietnamese, 20 points more than before, and there are at least three words to judge by."""
_OURS = re.compile("[ăĂđĐơƠưƯ\u1ea0-\u1ef9]")
"""Letters that no legacy alphabet shows when it is read as Western European."""
_FOREIGN = re.compile(r"[\x80-\u00ff\u0152-\u0192\u02c6-\u02dc\u2010-\u2044\u20ac\u2122]")
_SURFACE = ("tcvn3", "vni", "viscii")


def restore(text: str) -> tuple[str, str]:
    """Text whose letters are a legacy font's codes (pasted from an old document), made readable; anything else unchanged."""
    sample = text[:_SAMPLE]
    if len(_OURS.findall(sample)) * 200 >= len(sample) or not _FOREIGN.search(sample):
        return text, ""
    before = vietnamese_share(sample)
    if before >= _GOOD:
        return text, ""
    share, name = max((_share(convert(sample, CHARMAPS[name])), name) for name in _SURFACE)
    if share < _GOOD or share < before + _GAIN:
        return text, ""
    return convert(text, CHARMAPS[name]), name


def from_bytes(raw: bytes) -> tuple[str, str] | None:
    """Characters of a file that is no Unicode, and its alphabet; None if no alphabet makes it Vietnamese or plain Western text."""
    candidates = [(unicodedata.normalize("NFC", raw.decode("cp1258", errors="replace")), "windows-1258")]
    western, latin = raw.decode("cp1252", errors="replace"), raw.decode("latin-1")
    candidates += [(convert(western, CHARMAPS[name]), name) for name in ("tcvn3", "vni")]
    candidates += [(convert(latin, CHARMAPS["viscii"]), "viscii")]
    share, text, name = max((_share(text[:_SAMPLE]), text, name) for text, name in candidates)
    if share >= _GOOD and "\ufffd" not in text:
        return text, name
    return None


def with_font(text: str, font: str) -> str:
    """One run of a Word file by the font it is set in: `.VnTime` is TCVN3, `VNI-Times` is VNI, and `.Vn…H` fonts draw capitals."""
    if _OURS.search(text):
        return text
    small = font.lower()
    if small.startswith(".vn"):
        plain = convert(text, CHARMAPS["tcvn3"])
        return str(plain.upper() if small.endswith("h") else plain)
    return str(convert(text, CHARMAPS["vni"])) if small.startswith("vni") else text


def _share(text: str) -> float:
    words = len(re.findall(r"[^\W\d_]{2,}", text))
    return vietnamese_share(text) if words >= _FEWEST else 0.0
