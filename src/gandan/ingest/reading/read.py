"""The way in: bytes and a name to a `ReadText`, whatever the format."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _

from gandan.core.text import nfc
from gandan.ingest.reading.kinds import Kind, kind_of
from gandan.ingest.reading.limits import LARGEST_FILE, Unreadable, check_length, too_large


@dataclass(frozen=True)
class ReadText:
    """What was read: the text in NFC with its own characters, its kind, and the legacy alphabet it was converted from, if any."""

    text: str
    kind: Kind = Kind.TEXT
    converted_from: str = ""


def read(raw: bytes, *, name: str = "") -> ReadText:
    """The text of a file, or `Unreadable` with a sentence that says what to do. The format is told by content, never by `name`."""
    kind = readable(raw)
    text, converted_from = _READERS[kind](raw)
    return ReadText(check_length(nfc(text.replace("\r\n", "\n").replace("\r", "\n"))), kind, converted_from)


def readable(raw: bytes) -> Kind:
    """The kind of a file that some reader takes, looked at without reading it; else `Unreadable`."""
    if len(raw) > LARGEST_FILE:
        raise too_large(len(raw))
    if not raw.strip():
        raise Unreadable(_("Tệp trống, không có nội dung. Xin mở tệp gốc kiểm tra rồi chọn lại."))
    kind = kind_of(raw)
    if kind not in _READERS:
        raise _refusal(kind)
    return kind


def read_file(path: Path) -> ReadText:
    """`read` for a file on disk; one that is too large is refused by its size, before its bytes are loaded."""
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise Unreadable(_("Đây là một thư mục, không phải tệp. Xin chỉ rõ từng tệp trong thư mục."))
        if size > LARGEST_FILE:
            raise too_large(size)
        with path.open("rb") as file:
            raw = file.read(LARGEST_FILE + 1)
    except FileNotFoundError as missing:
        raise Unreadable(_("Không tìm thấy tệp. Xin kiểm tra lại đường dẫn.")) from missing
    except OSError as refused:
        raise Unreadable(_("Không mở được tệp. Xin kiểm tra quyền đọc tệp này.")) from refused
    return read(raw, name=path.name)


def _plain(raw: bytes) -> tuple[str, str]:
    from gandan.ingest.reading.plain import decode

    return decode(raw)


def _page(raw: bytes) -> tuple[str, str]:
    from gandan.ingest.reading.page import article
    from gandan.ingest.reading.plain import decode_page

    text, converted_from = decode_page(raw)
    return article(text), converted_from


def _word(raw: bytes) -> tuple[str, str]:
    from gandan.ingest.reading.word import text_of

    return text_of(raw)


def _pdf(raw: bytes) -> tuple[str, str]:
    from gandan.ingest.reading.pdf import text_of

    return text_of(raw)


# Each reader brings its own library, loaded when the first such file comes: `gandan ingest` on plain text starts at once.
_READERS: dict[Kind, Callable[[bytes], tuple[str, str]]] = {Kind.TEXT: _plain, Kind.HTML: _page, Kind.WORD: _word, Kind.PDF: _pdf}


def _refusal(kind: Kind) -> Unreadable:
    again = _("Xin mở tệp bằng Word hoặc LibreOffice, chọn “Lưu thành” .docx rồi chọn lại tệp mới.")
    sentences = {
        Kind.OLD_OFFICE: _("Đây là tệp Word hoặc Excel đời cũ (.doc, .xls).") + " " + again,
        Kind.OPEN_DOCUMENT: _("Đây là tệp OpenDocument (.odt).") + " " + again,
        Kind.RICH_TEXT: _("Đây là tệp RTF.") + " " + again,
        Kind.SHEET_OR_SLIDES: _("Đây là bảng tính hoặc trang trình chiếu. Xin chép phần chữ rồi dán vào ô văn bản."),
        Kind.ARCHIVE: _("Đây là tệp nén. Xin giải nén rồi chọn từng tệp bên trong."),
        Kind.IMAGE: _("Đây là ảnh, máy không đọc được chữ trong ảnh. Xin tìm bản Word hoặc PDF có chữ, hoặc gõ lại vào ô văn bản."),
        Kind.DAMAGED_WORD: _("Tệp Word bị hỏng hoặc tải về chưa trọn. Xin tải lại, hoặc mở bằng Word và lưu lại rồi chọn lại."),
    }
    return Unreadable(sentences[kind])
