"""What people type or paste, made fit to be kept: no signs that a database, a feed or a reader's eye stumbles over.

NUL and half characters (lone surrogates) are refused by the database, other control signs by XML; zero-width signs and direction marks are
seen by nobody and make two equal words unequal. All of them go; every white space is a space, and letters are NFC. `line` is for what
stands in one line, `lines` keeps line ends and empty lines between paragraphs. Whoever writes passes every typed text through one of them
before a policy looks at it, so that what is only unseen signs is empty.
"""

import unicodedata

from gandan.core.text.spelling import UNSEEN, nfc

_CUT = {"Cc", "Cs", "Cn"}  # control signs, half characters, places where there is no character
_XML_WHITE = "\t\n\r"


def line(text: str) -> str:
    """One line: white space squeezed, unseen and impossible signs gone."""
    return " ".join(_seen(nfc(text)).split())


def lines(text: str) -> str:
    """Several lines: each as `line` has it; the ends of lines stay, at most one empty line follows another."""
    kept: list[str] = []
    for one in map(line, nfc(text).replace("\r\n", "\n").replace("\r", "\n").split("\n")):
        if one or (kept and kept[-1]):
            kept.append(one)
    return "\n".join(kept).strip("\n")


def xml(text: str) -> str:
    """Without the signs that XML 1.0 does not allow, for texts that were kept before they were cleaned; white space stays as it is."""
    return "".join(c for c in text if c in _XML_WHITE or unicodedata.category(c) not in _CUT)


def _seen(text: str) -> str:
    return "".join(c for c in text.translate(UNSEEN) if c.isspace() or unicodedata.category(c) not in _CUT)
