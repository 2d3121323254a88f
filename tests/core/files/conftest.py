"""Files for the tests, made on the spot."""

import io
import zipfile

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image


@pytest.fixture(autouse=True)
def files_folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "files"
    return settings.MEDIA_ROOT


def photograph(fmt="JPEG", size=(60, 40), colour=(200, 30, 30), **options) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, colour).save(out, fmt, **options)
    return out.getvalue()


def with_position() -> bytes:
    """A photograph with camera, GPS position, a comment, and lying on its side."""
    exif = Image.Exif()
    exif[0x010F] = "Hãng máy ảnh"
    exif[0x0112] = 6
    exif.get_ifd(0x8825)[2] = (10.0, 2.0, 3.0)
    return photograph(exif=exif, comment=b"so nha 12")


def word() -> bytes:
    out = io.BytesIO()
    docx.Document().save(out)
    return out.getvalue()


def archive(entries: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        for name, content in entries.items():
            z.writestr(name, content)
    return out.getvalue()


def upload(raw: bytes, name="tep.bin") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, raw)


PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF"
