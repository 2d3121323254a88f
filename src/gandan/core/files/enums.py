"""Kinds of files that are taken: a closed list."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class FileKind(TextChoices):
    """Media types by what is inside, not by name."""

    JPEG = "image/jpeg", _("Ảnh JPEG")
    PNG = "image/png", _("Ảnh PNG")
    WEBP = "image/webp", _("Ảnh WebP")
    PDF = "application/pdf", _("PDF")
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document", _("Văn bản Word")
    XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", _("Bảng tính Excel")
    ODT = "application/vnd.oasis.opendocument.text", _("Văn bản OpenDocument")
    ODS = "application/vnd.oasis.opendocument.spreadsheet", _("Bảng tính OpenDocument")
    TEXT = "text/plain", _("Văn bản thuần")

    @property
    def is_image(self) -> bool:
        """Images are re-made."""
        return self.value.startswith("image/")

    @property
    def is_archive(self) -> bool:
        """Office files are ZIP archives and are looked into."""
        return not self.is_image and self not in (FileKind.PDF, FileKind.TEXT)

    @property
    def suffix(self) -> str:
        """The ending under which the file is handed out, whatever it was called."""
        return "." + {FileKind.JPEG: "jpg", FileKind.TEXT: "txt"}.get(self, self.name.lower())
