"""How much one reading may cost, and the one way a file is refused."""

from django.utils.functional import Promise
from django.utils.translation import gettext as _

MEGABYTE = 1024 * 1024
LARGEST_FILE = 20 * MEGABYTE
"""Bytes. A report of 300 pages with a text layer is 2 to 5 MB; what is larger holds scans or pictures."""
LONGEST_TEXT = 400_000
"""Characters, about 150 pages: what one person can check in a sitting."""
MOST_ROUGH = 3
"""A letter in decomposed spelling is at most three characters (ệ)."""
MOST_PAGES = 300
MOST_UNPACKED = 120 * MEGABYTE
"""Bytes of a Word file once unpacked (it is a ZIP archive): more is an archive made to fill a machine."""
MOST_PARTS = 5_000


class Unreadable(Exception):
    """Why a file was not read, in a sentence that says what to do instead."""

    def __init__(self, sentence: str | Promise) -> None:
        super().__init__(str(sentence))
        self.sentence = str(sentence)


def too_large(size: int) -> Unreadable:
    """The sentence for a file above LARGEST_FILE."""
    return Unreadable(
        _("Tệp nặng %(size)d MB, quá mức %(most)d MB. Xin bỏ bớt ảnh, tách tệp thành nhiều phần, hoặc chép phần chữ rồi dán vào ô văn bản.")
        % {"size": max(size // MEGABYTE, LARGEST_FILE // MEGABYTE + 1), "most": LARGEST_FILE // MEGABYTE}
    )


def check_length(text: str) -> str:
    """The text itself, or a refusal if there is nothing in it or too much."""
    if not any(c.isalpha() for c in text):
        raise Unreadable(_("Văn bản không có chữ nào. Xin chọn tệp khác hoặc dán nội dung bài viết, báo cáo vào ô văn bản."))
    if len(text) > LONGEST_TEXT:
        raise _too_long(len(text))
    return text


def check_rough_length(text: str) -> None:
    """Refuse before any work what would still be too long once its marks are joined to their letters (NFC), or its tags are gone."""
    if len(text) > MOST_ROUGH * LONGEST_TEXT:
        raise _too_long(len(text))


def _too_long(length: int) -> Unreadable:
    return Unreadable(
        _("Văn bản dài %(length)s ký tự, quá mức %(most)s ký tự một lần đọc. Xin tách ra, mỗi bài hoặc mỗi chương một phần.")
        % {"length": _dotted(length), "most": _dotted(LONGEST_TEXT)}
    )


def _dotted(number: int) -> str:
    return f"{number:,}".replace(",", ".")
