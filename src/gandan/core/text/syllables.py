"""The syllables that Vietnamese spelling allows: enough to tell Vietnamese from bytes read with the wrong alphabet.

About 7,000 spellings are in use; the rules below allow some more, which does no harm: damaged text misses by far.
"""

import re
from functools import cache

ONSETS = tuple("b c ch d đ g gh gi h k kh l m n ng ngh nh p ph q qu r s t th tr v x".split())
RIMES = tuple(
    """
    a ai ao au ay am an ang anh ac ach at ap ăm ăn ăng ăc ăt ăp âu ây âm ân âng âc ât âp
    e eo em en eng ec et ep ê êu êm ên ênh êch êt êp i ia iu im in inh ich it ip iêu iêm iên iêng iêc iêt iêp
    y yêu yêm yên yêng yêt o oi om on ong oc ot op oong ooc oa oai oao oay oam oan oang oanh oac oach oat oap
    oăm oăn oăng oăc oăt oe oeo oen oet ô ôi ôm ôn ông ôc ôt ôp ơ ơi ơm ơn ơt ơp
    u ua ui um un ung uc ut up uê uên uênh uêch uơ uy uya uyu uyn uynh uych uyt uyp uyên uyêt uây uân uâng uât
    uôi uôm uôn uông uôc uôt ư ưa ưi ưu ưm ưng ưc ưt ươi ươu ươm ươn ương ươc ươt ươp
    """.split()
)
TONES = ("aàáảãạ", "ăằắẳẵặ", "âầấẩẫậ", "eèéẻẽẹ", "êềếểễệ", "iìíỉĩị", "oòóỏõọ", "ôồốổỗộ", "ơờớởỡợ", "uùúủũụ", "ưừứửữự", "yỳýỷỹỵ")
_BARE = str.maketrans({marked: row[0] for row in TONES for marked in row[1:]})
_TONED = re.compile("[" + "".join(row[1:] for row in TONES) + "]")
_WORD = re.compile(r"[^\W\d_]+")


@cache
def toneless() -> frozenset[str]:
    """Every allowed syllable without its tone."""
    return frozenset(RIMES) | frozenset(onset + rime for onset in ONSETS for rime in RIMES if _joins(onset, rime))


def _joins(onset: str, rime: str) -> bool:
    """Spelling rules of the first consonant before the vowel that follows."""
    front = rime[0] in "ieêy"
    if onset in ("k", "gh", "ngh"):
        return front
    if onset in ("c", "ng"):
        return not front
    if onset == "g":
        return not front or rime in ("i", "in", "ia", "iêng", "iêc", "iêt")
    if onset == "gi":
        return rime[0] not in "iy"
    if onset == "q":
        return rime[0] == "u"
    if onset == "qu":
        return rime[0] != "u"
    return True


def is_syllable(word: str) -> bool:
    """Whether one word in NFC could be Vietnamese: allowed letters, and at most one tone."""
    small = word.lower()
    return small.translate(_BARE) in toneless() and len(_TONED.findall(small)) <= 1


def vietnamese_share(text: str) -> float:
    """How many of the words could be Vietnamese, between 0 and 1. Good prose lies above 0.85, prose in a wrong alphabet below 0.5."""
    words = [w for w in _WORD.findall(text) if len(w) > 1]
    return sum(map(is_syllable, words)) / len(words) if words else 0.0
