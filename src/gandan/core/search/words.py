"""Words as the index keeps them, and their neighbours by one typing error. Plain functions, no database."""

import re

from rapidfuzz.distance import OSA

from gandan.core.text import fold, tone_key

WORD = re.compile(r"[^\W_]+")
CORRECTED = range(3, 25)  # shorter words have too many neighbours, longer ones are not words


def folded(text: str) -> list[str]:
    """Words without accents: "23-QĐ/TW của Phường" → 23 qd tw cua phuong."""
    return WORD.findall(fold(text))


def accented(text: str) -> list[str]:
    """Words with their accents, one placement of tone marks."""
    return WORD.findall(tone_key(text))


def is_plain(text: str) -> bool:
    """Whether it was typed without accents, and so means any."""
    return accented(text) == folded(text)


def correctable(word: str) -> bool:
    """Numbers and very short words are taken as typed."""
    return len(word) in CORRECTED and not any(c.isdigit() for c in word)


def variants(word: str) -> list[str]:
    """The word and all it becomes when one letter is left out. Two words one error apart share a variant, so a set lookup finds them."""
    if not correctable(word):
        return [word]
    return sorted({word, *(word[:i] + word[i + 1 :] for i in range(len(word)))})


def near(word: str, other: str) -> bool:
    """One letter missing, added, changed, or two neighbours swapped."""
    return bool(OSA.distance(word, other, score_cutoff=1) <= 1)
