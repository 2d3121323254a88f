"""Whether something typed can be a name: of a person, a hamlet, an office."""

import unicodedata

JOINED = "+&/"  # "Tổ 3+4" was two and is one


def is_name(text: str, *, letters: bool) -> bool:
    """Written in letters, digits, spaces and signs of writing. With `letters` at least one letter, else a digit will do."""
    kinds = [unicodedata.category(c)[0] for c in text if c not in JOINED]
    return all(k in "LMNPZ" for k in kinds) and ("L" in kinds or (not letters and "N" in kinds))
