"""By which words a rule of law is found, and how well it answers. Plain reading of about a hundred rows."""

import re
from itertools import pairwise

from django.utils.translation import gettext

from gandan.core.legal.enums import Bound, Measure
from gandan.core.legal.models import LegalRule
from gandan.core.text import fold, tone_key

WORD = re.compile(r"[^\W_]+")
UNFINISHED = 3  # from so many letters on, the last word may be the beginning of one
SMALL = frozenset("la gi cua va cho ve thi duoc the of and is a an for".split())  # asked with, never asked for
LABEL, REST = 3, 1
# What people say for what a rule counts; the law's own sentence mostly has only the number.
SAID = {
    Measure.CALENDAR_DAYS: "thời hạn hạn thời gian bao lâu mấy ngày deadline",
    Measure.WORKING_DAYS: "thời hạn hạn thời gian bao lâu mấy ngày deadline",
    Measure.MONTHS: "thời hạn hạn thời gian bao lâu mấy tháng deadline",
    Measure.YEARS: "thời hạn hạn thời gian bao lâu mấy năm deadline",
    Measure.TIMES_A_YEAR: "mấy lần lịch",
    Measure.DAYS_A_MONTH: "mấy ngày lịch",
    Measure.DAYS_A_WEEK: "mấy ngày lịch",
    Measure.SHARE_OF_HOUSEHOLDS: "tỷ lệ phần trăm biểu quyết bỏ phiếu",
    Measure.SHARE_OF_HAMLETS: "tỷ lệ phần trăm",
    Measure.SHARE_OF_PRESENT: "tỷ lệ phần trăm biểu quyết bỏ phiếu",
}


def asked(text: str) -> list[str]:
    """The words that matter, as typed but for the place of tone marks; all of them when none does."""
    typed = WORD.findall(tone_key(text))
    return [w for w in typed if fold(w) not in SMALL] or typed


def points(typed: list[str], rule: LegalRule) -> int:
    """How well a rule answers: words of its sentence count most, then neighbours in the order typed. 0 when fewer than two in three fit."""
    label = _words(rule.label, gettext(rule.label))
    measure = Measure(rule.measure)
    also = (rule.group, rule.note, str(measure.label), str(Bound(rule.bound).label), SAID.get(measure, ""))
    rest = _words(*also, gettext(rule.group), gettext(rule.note), rule.source, rule.article, rule.code)
    found = [_worth(word, label, rest, last=i == len(typed) - 1) for i, word in enumerate(typed)]
    fitting = sum(f > 0 for f in found)
    if fitting * 3 < len(typed) * 2 or (LABEL not in found and fitting < len(typed)):
        return 0
    sentence = f" {fold(' '.join(label))} "
    pairs = [f" {fold(a)} {fold(b)}" for a, b in pairwise(typed)]
    in_order, leading = sum(p in sentence for p in pairs), any(sentence.startswith(p) for p in pairs)
    return fitting * 100 + sum(found) + in_order * 2 + leading


def _words(*said: str) -> list[str]:
    return WORD.findall(tone_key(" ".join(said)))


def _worth(word: str, label: list[str], rest: list[str], *, last: bool) -> int:
    return LABEL if _in(word, label, last=last) else REST if _in(word, rest, last=last) else 0


def _in(word: str, words: list[str], *, last: bool) -> bool:
    """Whole words; one typed without accents stands for all of its accents."""
    plain = fold(word) == word
    known = {fold(w) for w in words} if plain else set(words)
    return word in known or (last and len(word) >= UNFINISHED and any(k.startswith(word) for k in known))
