"""Documents for everyone: what each is, whether it still holds, who carried it out."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from gandan.core.access import Anyone, actor_of, may, public
from gandan.core.files import queries as files
from gandan.directives import mentions, queries
from gandan.directives.web.lists import listing


@public
@require_safe
def register(request: HttpRequest) -> HttpResponse:
    """GET /van-ban/: public documents, by number however typed or by words."""
    return render(request, "directives/public/register.html", {"list": listing(request, Anyone())})


@public
@require_safe
def document(request: HttpRequest, document: UUID) -> HttpResponse:
    """GET /van-ban/<id>/: 404 for what is internal or withdrawn, also for those who may see it at work."""
    anyone, today = Anyone(), timezone.localdate()
    row = queries.whole(document, actor=anyone)
    if row is None:
        raise Http404
    does, undergoes = queries.related(row, actor=anyone)
    context = {
        "document": row,
        "standing": queries.standings([row], on=today)[row.pk],
        "does": does,
        "undergoes": undergoes,
        "files": list(files.of(row)),
        "mentions": mentions.of(row, actor=anyone),
        "today": today,
        "works": may(actor_of(request), "directives.open_desk"),
    }
    return render(request, "directives/public/document.html", context)
