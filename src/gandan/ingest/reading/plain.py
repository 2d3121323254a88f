"""Bytes to characters: Unicode in its forms, then the alphabets of Vietnamese machines before it."""

import codecs
import re

from django.utils.translation import gettext as _

from gandan.ingest.reading import legacy
from gandan.ingest.reading.limits import Unreadable

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"), (codecs.BOM_UTF16_LE, "utf-16"),
          (codecs.BOM_UTF16_BE, "utf-16"))  # fmt: skip
_HIGH = frozenset(b"\x00\x01\x03\x1e\x20")
"""High bytes of Vietnamese in UTF-16: Latin letters, ă đ ơ ư, combining marks, letters with two marks, quotation marks."""
_CHARSET = re.compile(rb"""(?i)<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)""")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


def decode(raw: bytes) -> tuple[str, str]:
    """Characters of a text file and the legacy alphabet they were in ("" for Unicode). Refuses what is no text."""
    text = _unicode(raw)
    if text is None:
        return _legacy(raw)
    if len(_CONTROL.findall(text)) > len(text) // 100:
        raise _binary()
    return legacy.restore(text)


def decode_page(raw: bytes) -> tuple[str, str]:
    """The same for an HTML page, which may name its alphabet itself."""
    named = _CHARSET.search(raw[:4096])
    if named and _unicode(raw) is None:
        try:
            return legacy.restore(raw.decode(codecs.lookup(named[1].decode("ascii")).name))
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(raw)


def _unicode(raw: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            try:
                return raw.decode(encoding).removeprefix("\ufeff")
            except UnicodeDecodeError as torn:
                raise _damaged() from torn
    wide = _wide(raw)
    if wide:
        try:
            return raw[: len(raw) // 2 * 2].decode(wide)
        except UnicodeDecodeError as torn:
            raise _damaged() from torn
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as wrong:
        return _mended(raw, wrong)


def _mended(raw: bytes, wrong: UnicodeDecodeError) -> str | None:
    """UTF-8 with a few torn letters (a file cut by bytes) is still UTF-8; a legacy alphabet is wrong at nearly every accent."""
    text = raw.decode("utf-8", errors="replace")
    torn, whole = text.count("\ufffd"), len(re.findall(r"[^\x00-\x7f\ufffd]", text))
    return text.replace("\ufffd", "") if torn <= 3 and whole >= 20 * torn and wrong.start >= 0 else None


def _wide(raw: bytes) -> str | None:
    """UTF-16 without a byte order mark: every second byte is one of few."""
    sample = raw[:4096]
    if len(sample) < 8 or b"\x00" not in sample:
        return None
    even, odd = sample[0::2], sample[1::2]
    for high, low, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if sum(b in _HIGH for b in high) > 0.97 * len(high) and high.count(0) > 0.4 * len(high) and low.count(0) < 0.05 * len(low):
            return encoding
    return None


def _legacy(raw: bytes) -> tuple[str, str]:
    if b"\x00" in raw:
        raise _binary()
    found = legacy.from_bytes(raw)
    if found is None:
        raise Unreadable(
            _("Máy không nhận ra bảng mã của tệp. Xin mở tệp, lưu lại với bảng mã UTF-8, hoặc chép chữ rồi dán vào ô văn bản.")
        )
    return found


def _binary() -> Unreadable:
    return Unreadable(_("Tệp này không phải văn bản. Xin chọn tệp .txt, .html, .docx hoặc .pdf có chữ."))


def _damaged() -> Unreadable:
    return Unreadable(_("Tệp văn bản bị hỏng ở giữa. Xin mở tệp gốc, lưu lại với bảng mã UTF-8 rồi chọn lại."))
