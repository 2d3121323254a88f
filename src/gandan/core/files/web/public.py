"""Handing out a file: always as an attachment, in a sandbox, never cached by others."""

from uuid import UUID

from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.http import require_safe

from gandan.core.access import actor_of, public
from gandan.core.files import queries, vault
from gandan.core.files.models import StoredFile


@public
@require_safe
def download(request: HttpRequest, key: UUID) -> FileResponse:
    """GET /tep/<id>/: 404 unless the room that owns it shows it to this actor."""
    file = queries.visible(key, actor=actor_of(request))
    if file is None:
        raise Http404
    return handed_out(file)


def handed_out(file: StoredFile) -> FileResponse:
    """A file that its reader may open, as every file leaves this house; rooms whose readers have no account ask for it by this too."""
    if not vault.path(file.key).is_file():
        raise Http404
    answer = FileResponse(vault.path(file.key).open("rb"), as_attachment=True, filename=file.download_name, content_type=file.kind)
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer["Cross-Origin-Resource-Policy"] = "same-origin"
    answer["Cache-Control"] = "private, no-store"
    return answer
