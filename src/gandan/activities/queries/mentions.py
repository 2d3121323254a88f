"""READ: which activities carried a document out or tell a figure, for the pages of those."""

from gandan.activities.enums import State
from gandan.activities.models import Activity, ActivityDocument, ActivityFigure
from gandan.activities.queries.activities import visible_to
from gandan.core.access import Actor
from gandan.directives.mentions import Mention
from gandan.directives.models import Document
from gandan.indicators.mentions import Mention as FigureMention
from gandan.indicators.models import Statement

SHOWN = 20


def of_document(document: Document, actor: Actor, limit: int) -> list[Mention]:
    """What was done under a document, as far as the actor may see it, newest first."""
    rows = ActivityDocument.objects.filter(document=document, removed_at=None, activity__state=State.RECORDED)
    rows = rows.filter(activity__in=visible_to(actor).values("pk")).select_related("activity")
    rows = rows.order_by("-activity__starts_on", "-activity_id")[:limit]
    return [Mention(r.activity.title, r.activity.get_absolute_url(), r.activity.starts_on, r.quote) for r in rows]


def of_figure(statement: Statement, actor: Actor) -> list[FigureMention]:
    """At which activities a figure was counted."""
    told = ActivityFigure.objects.filter(statement=statement, removed_at=None).values("activity_id")
    rows: list[Activity] = list(visible_to(actor).filter(pk__in=told, state=State.RECORDED)[:SHOWN])
    return [FigureMention(a.title, a.get_absolute_url(), a.starts_on) for a in rows]
