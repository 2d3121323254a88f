"""Office files are ZIP archives: looked into before anybody opens them."""

import io
import zipfile

from gandan.core.files.enums import FileKind

ENTRIES = 5_000
UNPACKED = 300 * 1024 * 1024
ENCRYPTED = 0x1
PROGRAMS = ("vbaproject.bin", ".exe", ".dll", ".js", ".vbs", ".jar")
RATIO = 150  # XML packs to about 1:20; a bomb goes beyond 1:1000


class Bomb(ValueError):
    """Unpacks to far more than it looks."""


class Macros(ValueError):
    """Carries programs."""


class Broken(ValueError):
    """No readable archive."""


def _directory(archive: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    return {entry.filename: entry for entry in archive.infolist()}


def _opened(raw: bytes) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(io.BytesIO(raw))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as broken:
        raise Broken from broken


def kind_of(raw: bytes) -> FileKind | None:
    """Which office file it is, by the part that makes it one; None for any other archive. Raises Broken."""
    with _opened(raw) as archive:
        entries = _directory(archive)
        if "word/document.xml" in entries:
            return FileKind.DOCX
        if "xl/workbook.xml" in entries:
            return FileKind.XLSX
        declared = entries.get("mimetype")
        if declared is None or declared.file_size > 100 or declared.flag_bits & ENCRYPTED:
            return None
        try:
            kind = archive.read(declared).decode("ascii", "replace").strip()
        except (zipfile.BadZipFile, NotImplementedError, OSError) as broken:
            raise Broken from broken
        return FileKind(kind) if kind in (FileKind.ODT, FileKind.ODS) else None


def inspect(raw: bytes) -> None:
    """Raise Bomb, Macros or Broken; reads no more than the directory of the archive."""
    with _opened(raw) as archive:
        entries = archive.infolist()
    unpacked = sum(e.file_size for e in entries)
    if len(entries) > ENTRIES or unpacked > UNPACKED or unpacked > RATIO * len(raw):
        raise Bomb
    if any(e.flag_bits & ENCRYPTED for e in entries):
        raise Broken
    names = [e.filename.lower() for e in entries]
    if any(n.endswith(PROGRAMS) or n.startswith(("basic/", "scripts/")) for n in names):
        raise Macros
