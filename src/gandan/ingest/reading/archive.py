"""An archive of files (ZIP), opened with care: what is in it came from anywhere.

Nothing is written to the disk and no name from the archive is used as a path. Sizes in the directory of an archive can lie, so what
comes out is counted while it comes.
"""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import IO

from django.utils.translation import gettext as _

from gandan.core.text import nfc
from gandan.ingest.reading.limits import LARGEST_FILE, MEGABYTE, Unreadable, too_large

MOST_FILES = 500
"""Files of one batch: a year of a commune's articles."""
LARGEST_ARCHIVE = 200 * MEGABYTE
MOST_UNPACKED = 500 * MEGABYTE
RATIO = 150
"""Text packs to about a tenth; an archive that unpacks to far more was made to fill a machine."""
_UTF8 = 0x800
_ENCRYPTED = 0x1
_CHUNK = 64 * 1024
_UNASKED = re.compile(r"(?:^|/)(?:__MACOSX/|\.|~\$|Thumbs\.db$|desktop\.ini$)", re.IGNORECASE)
"""What systems put beside people's files."""


@dataclass(frozen=True)
class Packed:
    """One file of an archive: its name with folders, its bytes, or the sentence that says why there are none."""

    name: str
    raw: bytes = b""
    sentence: str = ""


def unpack(file: IO[bytes], *, size: int) -> Iterator[Packed]:
    """The files of an archive by name. Raises Unreadable for the whole of it; what is wrong with one file is said with that file."""
    if size > LARGEST_ARCHIVE:
        raise Unreadable(_("Tệp nén nặng quá %(most)d MB. Xin chia thành nhiều tệp nhỏ hơn.") % {"most": LARGEST_ARCHIVE // MEGABYTE})
    try:
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as broken:
        raise Unreadable(_("Tệp nén bị hỏng hoặc tải về chưa trọn. Xin nén lại dạng .zip rồi chọn lại.")) from broken
    with archive:
        entries = sorted(_asked(archive), key=lambda pair: natural(pair[0]))
        _check(entries, size)
        left = MOST_UNPACKED
        for name, entry in entries:
            packed = _read(archive, entry, name, left)
            left -= len(packed.raw)
            yield packed


def natural(name: str) -> list[tuple[int, int | str]]:
    """ "bài 2" before "bài 10"."""
    return [(0, int(part)) if part.isdigit() else (1, part.lower()) for part in re.split(r"(\d{1,12})", name) if part]


def _asked(archive: zipfile.ZipFile) -> list[tuple[str, zipfile.ZipInfo]]:
    named = [(_name(entry), entry) for entry in archive.infolist() if not entry.is_dir()]
    return [(name, entry) for name, entry in named if name and not _UNASKED.search(name)]


def _name(entry: zipfile.ZipInfo) -> str:
    """The name as its author wrote it: old programs write the bytes of their own alphabet and do not say which."""
    name = entry.filename
    if not entry.flag_bits & _UTF8:
        try:
            raw = name.encode("cp437")
        except UnicodeEncodeError:
            raw = b""
        for alphabet in ("utf-8", "cp1258") if raw else ():
            try:
                name = raw.decode(alphabet)
            except UnicodeDecodeError:
                continue
            break
    parts = [part for part in PurePosixPath(nfc(name).replace("\\", "/")).parts if part not in ("/", "..", ".")]
    return "".join(c for c in "/".join(parts) if c.isprintable())


def _check(entries: list[tuple[str, zipfile.ZipInfo]], size: int) -> None:
    if not entries:
        raise Unreadable(_("Tệp nén không có tệp nào bên trong. Xin kiểm tra rồi chọn lại."))
    if len(entries) > MOST_FILES:
        raise Unreadable(_("Tệp nén có hơn %(most)d tệp. Xin chia thành nhiều lần gửi.") % {"most": MOST_FILES})
    unpacked = sum(entry.file_size for _name, entry in entries)
    if unpacked > MOST_UNPACKED or unpacked > RATIO * max(size, MEGABYTE):
        raise Unreadable(_("Tệp nén bung ra lớn bất thường nên không nhận. Xin chia thành nhiều tệp nén nhỏ hơn."))


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str, left: int) -> Packed:
    if entry.flag_bits & _ENCRYPTED:
        return Packed(name, sentence=_("Tệp này có mật khẩu. Xin nén lại không đặt mật khẩu."))
    most = min(LARGEST_FILE, left)
    raw = bytearray()
    try:
        with archive.open(entry) as stream:
            while (chunk := stream.read(_CHUNK)) and len(raw) <= most:
                raw += chunk
    except (zipfile.BadZipFile, NotImplementedError, OSError, EOFError, RuntimeError, ValueError) as _broken:
        return Packed(name, sentence=_("Tệp này trong tệp nén bị hỏng. Xin lấy lại tệp gốc rồi gửi riêng."))
    if len(raw) > most:
        return Packed(name, sentence=too_large(len(raw)).sentence)
    return Packed(name, bytes(raw))
