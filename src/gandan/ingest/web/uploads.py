"""What arrives is bounded while it arrives: a file above the limit is let pass by, not stored, and the rest of the form stays."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest, HttpResponse

from gandan.ingest.reading import LARGEST_FILE

View = Callable[..., HttpResponse]


class Bound(FileUploadHandler):
    """Drops a file once it is larger than can be read; `seen` tells the form how much came."""

    def __init__(self, request: HttpRequest) -> None:
        super().__init__(request)
        self.seen = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Pass the chunk on to the next handler, or skip the rest of the file."""
        self.seen = start + len(raw_data)
        if self.seen > LARGEST_FILE:
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> "UploadedFile[Any] | None":
        """The next handler keeps the file."""
        return None


def bounded(view: View) -> View:
    """Put the bound before Django's own handlers. It must stand outside of CSRF protection, which reads the form."""

    @wraps(view)
    def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        bound = Bound(request)
        if request.method == "POST":
            request.upload_handlers.insert(0, bound)
        request.upload_bound = bound  # type: ignore[attr-defined]
        return view(request, *args, **kwargs)

    return inner


def too_large_came(request: HttpRequest) -> bool:
    """Whether a file was let pass by because of its size."""
    return bool(request.upload_bound.seen > LARGEST_FILE)  # type: ignore[attr-defined]
