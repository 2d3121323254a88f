"""What arrives is bounded while it arrives: a file above the limit is let pass by, not stored, and the rest of the form stays."""

from collections.abc import Callable
from functools import partial, wraps
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest, HttpResponse

from gandan.ingest.reading import LARGEST_FILE
from gandan.ingest.reading.archive import LARGEST_ARCHIVE

View = Callable[..., HttpResponse]


class Bound(FileUploadHandler):
    """Drops a file once it is larger than `most` bytes; `dropped` tells the form which."""

    def __init__(self, request: HttpRequest, *, most: int) -> None:
        super().__init__(request)
        self.most = most
        self.dropped: list[str] = []

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Pass the chunk on to the next handler, or skip the rest of the file."""
        if start + len(raw_data) > self.most:
            self.dropped.append(self.file_name or "")
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> "UploadedFile[Any] | None":
        """The next handler keeps the file."""
        return None


def bounded(view: View, *, most: int = LARGEST_FILE) -> View:
    """Put the bound before Django's own handlers. It must stand outside of CSRF protection, which reads the form."""

    @wraps(view)
    def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        bound = Bound(request, most=most)
        if request.method == "POST":
            request.upload_handlers.insert(0, bound)
        request.upload_bound = bound  # type: ignore[attr-defined]
        return view(request, *args, **kwargs)

    return inner


bounded_archives = partial(bounded, most=LARGEST_ARCHIVE)
"""For pages that take archives of files as well."""


def dropped(request: HttpRequest) -> list[str]:
    """Names of the files that were let pass by because of their size."""
    return list(request.upload_bound.dropped)  # type: ignore[attr-defined]


def too_large_came(request: HttpRequest) -> bool:
    """Whether a file was let pass by because of its size."""
    return bool(dropped(request))
