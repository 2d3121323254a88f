"""A Word file as a download."""

from urllib.parse import quote

from django.http import HttpResponse

TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def download(content: bytes, filename: str) -> HttpResponse:
    """The file under a name in plain letters, kept by no cache between: it may hold what only its reader may see."""
    response = HttpResponse(content, content_type=TYPE)
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(filename)}"
    response["Cache-Control"] = "private, no-store"
    return response
