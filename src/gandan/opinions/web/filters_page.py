"""The views of the inbox that an officer keeps: in plain words, opened, put away."""

from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from gandan.core.access import Actor, actor_of, guarded
from gandan.core.text.days import written
from gandan.opinions import actions, topics
from gandan.opinions.enums import Channel, State
from gandan.opinions.models import SavedFilter
from gandan.opinions.web import asked


def _mine(actor: Actor) -> QuerySet[SavedFilter]:
    """One's own, never a colleague's."""
    me = actor.key.removeprefix("user:")
    return SavedFilter.objects.filter(user=UUID(me)) if asked.is_id(me) else SavedFilter.objects.none()


@require_GET
@guarded("opinions.keep_filter")
def index(request: HttpRequest) -> HttpResponse:
    """Each with what it narrows, in words: a name alone is forgotten by next month."""
    today = timezone.localdate()
    rows = [(kept, in_words(asked.parse(QueryDict(kept.query), today=today, soon=today))) for kept in _mine(actor_of(request))]
    return render(request, "opinions/staff/settings/filters.html", {"rows": rows})


@require_POST
@guarded("opinions.keep_filter")
def drop(request: HttpRequest, kept: UUID) -> HttpResponse:
    """Put one away; the cases stay where they are."""
    actor = actor_of(request)
    actions.drop_filter(get_object_or_404(_mine(actor), pk=kept), by=actor, now=timezone.now())
    messages.success(request, _("Đã bỏ bộ lọc."))
    return redirect("opinions:filters")


def in_words(asks: asked.Asked) -> list[str]:
    """What a view narrows. Places, offices and people are named by the inbox itself, where they are looked up."""
    view = asked.VIEWS.get(asks.view) or (State(asks.view).label if asks.view in State.values else "")
    said = [str(view)]
    said += [topics.name_of(asks.topic)] if asks.topic else []
    said += [str(Channel(asks.channel).label)] if asks.channel else []
    said += [f"#{asks.tag}"] if asks.tag else []
    said += [f"“{asks.text}”"] if asks.text else []
    said += [_("Một thôn, tổ dân phố")] if asks.hamlet else []
    said += [_("Một cơ quan")] if asks.office else []
    said += (
        [_("Tôi giữ") if asks.person == asked.ME else _("Chưa ai giữ") if asks.person == asked.NOBODY else _("Một người phụ trách")]
        if asks.person
        else []
    )
    said += [_("Đã đưa lên cấp trên")] if asks.escalated else []
    for day, words in ((asks.since, _("Nhận từ %(day)s")), (asks.until, _("Nhận đến hết %(day)s"))):
        said += [words % {"day": written(found)}] if day and (found := parse_date(day)) else []
    return said
