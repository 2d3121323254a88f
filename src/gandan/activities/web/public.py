"""What was done, open to everyone: the list, and one activity."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from gandan.activities import queries
from gandan.activities.enums import Kind
from gandan.activities.web.asked import asked
from gandan.activities.web.shown import shown
from gandan.core.access import Anyone, actor_of, may, public

PER_PAGE = 20


@public
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Newest first, by unit (old names too), kind and month."""
    wanted = asked(request)
    page = Paginator(queries.listed(queries.public(), wanted.wanted), PER_PAGE).get_page(request.GET.get("trang"))
    rows = [] if wanted.unknown else queries.lines(list(page), wanted.wanted)
    return render(request, "activities/public/index.html", {"asked": wanted, "page": page, "rows": rows, "kinds": Kind.choices})


@public
@require_safe
def activity(request: HttpRequest, activity: UUID) -> HttpResponse:
    """One activity with everything that was said and counted there, and what became of each request."""
    row = queries.public().select_related("unit").filter(pk=activity).first()
    if row is None:
        raise Http404
    works_here = may(actor_of(request), "activities.correct", row)
    story = queries.story(row, actor=Anyone(), inside=False)
    requests = shown(story, today=timezone.localdate())
    context = {"story": story, "activity": row, "works_here": works_here, "requests": requests}
    return render(request, "activities/public/activity.html", context)
