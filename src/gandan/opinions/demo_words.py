"""What the demo's people say: which of the invented words, about which place, in which order. Always the same."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import cycle
from random import Random
from typing import Any

from gandan.core import codes
from gandan.core.text import fold
from gandan.opinions.demo_ground import Ward, read

TAILS = (
    "",
    "Mong được trả lời sớm.",
    "Xin cảm ơn.",
    "Bà con ở đây ai cũng nói vậy.",
    "Tôi gửi lần này là lần đầu.",
    "Đề nghị cho biết bao giờ làm.",
    "Tôi không biết viết sao cho đúng, có gì xin bỏ qua.",
)
PLAIN_TAILS = ("", "xin cam on", "mong tra loi som", "ba con cho mai")  # for who writes without accents
HEADS = ("", "Kính gửi Ủy ban. ", "Chào cán bộ. ", "")


@dataclass(frozen=True)
class Words:
    """One person's words, and the matter they belong to."""

    text: str
    place: str
    matter: dict[str, Any]

    def said(self, name: str) -> str:
        """What the matter has for an answer, a question, a report, with the place in it."""
        return str(self.matter[name]).replace("{p}", self.place)


def voices(ward: Ward) -> Iterator[Words]:
    """Endless words for a ward: each text once, then again about another place, begun or ended otherwise."""
    pairs = [(m, text) for m in read("demo")["matter"] for text in (*m.get(ward.row["voice"], ()), *m.get("b", ()))]
    Random(int(ward.row["code"])).shuffle(pairs)  # noqa: S311  an order, no secret
    places = cycle(ward.row["places"])
    for turn, (matter, text) in ((n // len(pairs), pairs[n % len(pairs)]) for n in range(len(pairs) * 9)):
        place = next(places)
        yield Words(_told(_placed(text, place), turn, ward), place, matter)


def _placed(text: str, place: str) -> str:
    """The place as this person writes it; "đường đường Mậu Thân" nobody says."""
    if text.replace("{p}", "").isascii():
        place = fold(place)
    first = place.split()[0]
    text = re.sub(rf"(?i)\b({first}) (?=\{{p\}})", lambda said: "" if said[0].islower() else "#", text)
    said = text.replace("{p}", place)
    return said.replace(f"#{first}", first.capitalize())


def _told(text: str, turn: int, ward: Ward) -> str:
    """The second time somebody else says it: in own words around."""
    if turn == 0:
        return text
    by = sum(map(ord, text)) + turn + int(ward.row["code"])
    if text.isascii():
        return f"{text} {PLAIN_TAILS[by % len(PLAIN_TAILS)]}".strip()
    tail = TAILS[by % len(TAILS)]
    return f"{HEADS[by % len(HEADS)]}{text}{'' if text.endswith(('.', '?', '!')) or not tail else '.'} {tail}".strip()


def paper(n: int) -> tuple[str, str]:
    """Code and PIN of the n-th sender. For the demo alone: they follow from the number, so anybody can compute them."""
    seen = sha256(f"gan-dan demo {n}".encode()).digest()
    return whole("".join(codes.ALPHABET[b % 32] for b in seen[:11])), f"{100_000 + int.from_bytes(seen[11:14], 'big') % 900_000}"


def whole(eleven: str) -> str:
    """With the sign that checks the others."""
    return eleven + codes.ALPHABET[codes.check([codes.ALPHABET.index(c) for c in eleven])]
