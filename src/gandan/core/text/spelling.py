"""One spelling of Vietnamese words, and three keys to compare them by.

`nfc` is what we store and quote; the keys are never shown to anybody.
"""

import re
import unicodedata

from vn_collate import collate_key

# Old Vietnamese fonts and keyboards write Đ as the Icelandic eth; a non-breaking space is a space to every reader.
_TWINS = str.maketrans({"\u00d0": "Đ", "\u00a0": " "})
# Signs nobody sees: zero-width spaces and joiners, direction marks, word joiner, byte order mark, soft hyphen.
UNSEEN = dict.fromkeys([*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2065), 0xFEFF, 0x00AD])
_LEVEL = str.maketrans("đðĐÐ", "dddd")

# Open syllables in oa, oe, uy bear the tone on either letter (hòa, hoà), and qu-, gi- are written both ways by old keyboards (qúa, gía).
# The key takes the second letter. "gịa" (giặt gịa) is a word of its own beside "giạ" and stays.
_MOVES = (
    ("", "òóỏõọ", "o", {"a": "àáảãạ", "e": "èéẻẽẹ"}),
    ("", "ùúủũụ", "u", {"y": "ỳýỷỹỵ"}),
    ("q", "ùúủũụ", "u", {"a": "àáảãạ", "e": "èéẻẽẹ"}),
    ("g", "ìíỉĩ", "i", {"a": "àáảã"}),
)
_PLACED = {
    before + marked + after: before + plain + bearing[i]
    for before, tones, plain, ends in _MOVES
    for after, bearing in ends.items()
    for i, marked in enumerate(tones)
}
_PLACE = re.compile("(?:" + "|".join(sorted(_PLACED, key=len, reverse=True)) + r")(?!\w)")


def nfc(text: str) -> str:
    """The stored form: NFC, Ð (eth) as Đ, non-breaking space as space. Letters that are right already keep their places."""
    return unicodedata.normalize("NFC", text).translate(_TWINS)


def fold(text: str) -> str:
    """Accent-free lower case (đ as d), unseen signs dropped, white space squeezed: for searching as people type on a phone."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.translate(UNSEEN)) if not unicodedata.combining(c))
    return " ".join(plain.translate(_LEVEL).lower().translate(_LEVEL).split())


def tone_key(text: str) -> str:
    """Lower case with one placement of tone marks (hòa = hoà, ủy = uỷ): for comparing names letter by letter, accents kept."""
    small = " ".join(nfc(text).translate(UNSEEN).lower().split())
    return _PLACE.sub(lambda found: _PLACED[found[0]], small)


def sort_key(text: str) -> str:
    """An ASCII key whose plain order is that of a Vietnamese dictionary; stored as a column, the same on every database server."""
    return str(collate_key(nfc(text)))
