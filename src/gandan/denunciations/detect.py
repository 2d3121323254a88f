"""Whether a text looks like a denunciation. Pure: words and rules, nothing is asked or kept."""

import re

from gandan.core.text import fold

SAID = re.compile(r"\b(toi|chung toi|xin|don|lam don|nay|muon|de nghi) to (cao|giac)\b")


def looks_like(text: str) -> bool:
    """True where a named office holder is accused of a breach of law, or the sender says so. In doubt: set aside."""
    return bool(SAID.search(fold(text)))
