"""What a file is, told by its content: names lie (an HTML page saved as .doc is common), bytes do not."""

import re
import zipfile
from enum import StrEnum
from io import BytesIO


class Kind(StrEnum):
    """What somebody may drop, as far as the answer differs."""

    TEXT = "text"
    HTML = "html"
    WORD = "docx"
    PDF = "pdf"
    OLD_OFFICE = "doc"
    SHEET_OR_SLIDES = "xlsx"
    OPEN_DOCUMENT = "odt"
    RICH_TEXT = "rtf"
    ARCHIVE = "zip"
    IMAGE = "image"
    DAMAGED_WORD = "damaged docx"


_IMAGES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"BM", b"II*\x00", b"MM\x00*", b"\x00\x00\x01\x00")
_PAGE = re.compile(
    rb"(?is)^\W*(?:<!doctype\s+html|<html|<head|<body|<article|<\?xml[^>]*>\s*(?:<!doctype\s+html|<html)|<meta|<title|<div|<p[\s>]|<h[1-6][\s>]|<table|<section|<main)"
)
_TAGS = re.compile(rb"(?i)</(?:p|div|span|a|li|td|h[1-6]|article|section)>")
_LOOK = 4096
_SEVERAL = 3


def kind_of(raw: bytes) -> Kind:
    """The kind of a file by its first bytes and, for archives, by what lies in them."""
    head = raw[:_LOOK]
    if b"%PDF-" in head[:1024]:
        return Kind.PDF
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _archive(raw)
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return Kind.OLD_OFFICE
    if head.startswith(b"{\\rtf"):
        return Kind.RICH_TEXT
    if head.startswith(_IMAGES) or (head[:4] == b"RIFF" and head[8:12] == b"WEBP") or head[4:12] in (b"ftypheic", b"ftypmif1", b"ftypavif"):
        return Kind.TEXT if head.startswith(b"BM") and b"\x00" not in head else Kind.IMAGE
    if head.startswith((b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07", b"\x1f\x8b")):
        return Kind.ARCHIVE
    plain = head.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if _PAGE.match(plain) or len(_TAGS.findall(raw[: 16 * _LOOK].replace(b"\x00", b""))) >= _SEVERAL:
        return Kind.HTML
    return Kind.TEXT


def is_page(text: str) -> bool:
    """Whether pasted characters are clearly the source of a web page: several closing tags, not one sign that looks like a tag."""
    return len(_TAGS.findall(text[: 16 * _LOOK].encode())) >= _SEVERAL


def _archive(raw: bytes) -> Kind:
    try:
        names = set(zipfile.ZipFile(BytesIO(raw)).namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return Kind.DAMAGED_WORD if b"word/" in raw[: 64 * _LOOK] else Kind.ARCHIVE
    if any(name.startswith("word/") for name in names):
        return Kind.WORD
    if any(name.startswith(("xl/", "ppt/")) for name in names):
        return Kind.SHEET_OR_SLIDES
    return Kind.OPEN_DOCUMENT if "mimetype" in names and "content.xml" in names else Kind.ARCHIVE
