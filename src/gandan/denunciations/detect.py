"""Whether a text looks like a denunciation. Pure: words and rules, nothing is asked or kept.

A letter that was set aside and was none costs its sender some days; one that was not set aside may cost its sender much more. So in doubt
it is set aside, wherever somebody in office is accused. The words stand in `data/words.toml`, the tables by which they were made and
measured in `tests/denunciations/data`.
"""

import re
import tomllib
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from gandan.core.text import fold, tone_key

WORDS = Path(__file__).parent / "data" / "words.toml"
UNITS = r"k|tr|triệu|trieu|ngàn|ngan|nghìn|nghin|đồng|dong|đ"
COUNTED = r"một|mot|hai|ba|bốn|năm|mười|vài|vai|mấy|may|trăm|tram|triệu|trieu|ngàn|ngan"
NUMBER = rf"(?:\d[\d.,]*(?:\s?(?:{UNITS}))?|(?:{COUNTED})\b)"
POLITE = "các|anh|chị|ông|bà|đồng|chí|cơ|quan|lãnh|đạo|bên|phía|cho|với|tới|đến|cac|dong|chi|co"
SENTENCE = re.compile(r"[.!?;\n]+(?=\s|$)")
NEAR, AFTER = 14, 5  # words
MOST = 10_000  # letters that are looked at: more than any field takes, text and place together
LETTER = r"[^\W\d_]"
DOTTED = re.compile(rf"(?<!\w){LETTER}(?:[^\w\s]{LETTER})+(?!\w)|(?<!\w){LETTER}(?:_{LETTER})+(?!\w)")  # n.h.ậ.n
SPACED = re.compile(rf"(?<!\w){LETTER}(?:[ \t]{LETTER}){{3,}}(?!\w)")  # n h ậ n
GLUED = re.compile(rf"(?<={LETTER})[._*~|+·•-](?={LETTER})")  # hối.lộ
BETWEEN = r"(?:\s+[^\s]+){0,4}?"


def looks_like(text: str) -> bool:
    """True where somebody in office is accused of a breach of law, or where the sender says that it is a denunciation."""
    rules, small = _rules(), plain(tone_key(text[:MOST].replace("\n", ". ")))
    named = False
    for sentence in SENTENCE.split(small):
        said = rules["called"].sub(" … ", rules["addressed"].sub(" … ", sentence))
        if not rules["not_accusing"].search(said):
            if any(_meant(rules, said, found) for found in rules["hard"].finditer(said)):
                return True
            if any(_meant(rules, said, found) and _of_office(rules, said, found, named) for found in rules["soft"].finditer(said)):
                return True
        named = bool(rules["offices"].search(said))
    return bool(rules["says_so"].search(small)) and not rules["asking"].search(small)


def plain(text: str) -> str:
    """Words that were written letter by letter, or with signs between, put together again: "n.h.ậ.n h.ố.i l.ộ". In one pass for each way,
    however long the text."""
    whole = DOTTED.sub(lambda found: re.sub(r"[\W_]", "", found[0]), text)
    return GLUED.sub(" ", SPACED.sub(_put_together, whole))


def _put_together(found: re.Match[str]) -> str:
    """Letters with a space after each: where a word begins nobody knows, so what is enough by itself is looked for inside."""
    together = re.sub(r"\s", "", found[0])
    return _rules()["unspaced"].sub(lambda breach: f" {_unspaced()[breach[0]]} ", together)


@lru_cache(maxsize=1)
def _unspaced() -> dict[str, str]:
    """Rows that are enough by themselves, by their letters alone, longest first; those with choices or gaps in them are left out."""
    lists: dict[str, list[str]] = tomllib.loads(WORDS.read_text(encoding="utf-8"))
    rows = [row for name in ("hard", "says_so") for row in lists[name] if not set(row) & set("/*#")]
    spelled = {spell(row).replace(" ", ""): spell(row) for row in rows for spell in (fold, tone_key)}
    return dict(sorted(spelled.items(), key=lambda pair: -len(pair[0])))


def _meant(rules: dict[str, re.Pattern[str]], sentence: str, found: re.Match[str]) -> bool:
    """Not denied in the words right before it."""
    return not rules["denied"].search(sentence[: found.start()])


def _of_office(rules: dict[str, re.Pattern[str]], sentence: str, found: re.Match[str], named: bool) -> bool:
    """An office stands shortly before the breach, or after it as the one to whom the money goes; or the sentence goes on about the one that
    the sentence before it named."""
    before, after = sentence[: found.start()].split(), sentence[found.end() :].split()
    if rules["offices"].search(" ".join(before[-NEAR:])):
        return True
    if rules["towards"].search(" ".join([*found[0].split()[-1:], *after[:AFTER]])) and rules["offices"].search(" ".join(after[:AFTER])):
        return True
    return named and rules["goes_on"].match(" ".join(before)) is not None


@lru_cache(maxsize=1)
def _rules() -> dict[str, re.Pattern[str]]:
    lists: dict[str, list[str]] = tomllib.loads(WORDS.read_text(encoding="utf-8"))
    rules = {name: _any(rows) for name, rows in lists.items()}
    holder = rf"(?:\s+(?:{POLITE})){{0,3}}?\s+(?:{_either(lists['offices'])})"
    rules["addressed"] = re.compile(rf"(?<!\w)(?:{_either(lists['addressing'])}){holder}(?!\w)")
    rules["called"] = re.compile(
        rf"(?<!\w)(?:{_either(lists['offices'])})(?:\s+(?:phường|xã|ấp|khu|vực|phuong|xa|ap|vuc)){{0,2}}\s+(?:{_either(lists['called'])})(?!\w)"
    )
    rules["unspaced"] = re.compile("|".join(map(re.escape, _unspaced())))
    rules["denied"] = re.compile(rf"(?<!\w)(?:{_either(lists['denied'])})\s+(?:\w+\s+)?$")
    return rules


def _any(rows: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_either(rows)})(?!\w)")


def _either(rows: Iterable[str]) -> str:
    return "|".join(sorted(map(_row, rows), key=len, reverse=True))


def _row(row: str) -> str:
    """A row of words as a pattern; where a word was typed without accents it stands for each word it may be."""
    out = ""
    for part in row.split():
        if part == "*":
            out += BETWEEN
            continue
        out += (r"[\s,]+" if out else "") + (NUMBER if part == "#" else _word(part))
    return out


def _word(part: str) -> str:
    spelled = sorted({key for word in part.split("/") for key in (tone_key(word), fold(word))})
    return "(?:" + "|".join(map(re.escape, spelled)) + ")"
