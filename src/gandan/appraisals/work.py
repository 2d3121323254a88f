"""What this room puts before somebody in "Việc của tôi": cards they owe, marks to open, results to close, objections to answer, own scores.

Each group asks a constant number of questions; what is judged is named as its own room describes it to this reader.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from gandan.appraisals import queries, subjects
from gandan.appraisals.enums import Part, State
from gandan.appraisals.hands import user_of
from gandan.appraisals.models import Appraisal, OwnMark, Seat
from gandan.appraisals.permissions import STAFF
from gandan.core.access import Actor
from gandan.core.ui.work import MOST, WorkItem
from gandan.units.models import Office


def owed(actor: Actor, today: date) -> Iterable[WorkItem]:
    """Everything of this room that waits for the actor."""
    if not actor.holdings:
        return []
    return [*_cards(actor), *_own_scores(actor), *_papers(actor, today), *_objections(actor)]


def _cards(actor: Actor) -> Iterator[WorkItem]:
    """Cards owed, by their last day. The number beside a group of more than MOST stands in the room's own list."""
    rows = list(queries.mine(actor)[:MOST])
    named = subjects.describe([(a.subject_type, a.subject_id) for a in rows], actor)
    for a in rows:
        again = _("Chấm lại lần hai") if a.round > 1 else ""
        yield WorkItem(
            title=named[(a.subject_type, a.subject_id)].title,
            url=reverse("appraisals:card", args=[a.pk]),
            deed=_("Chấm điểm"),
            due=a.closes_on,
            kind=_("Chấm điểm"),
            about=reverse("appraisals:one", args=[a.pk]),
            note=again,
        )


def _own_scores(actor: Actor) -> Iterator[WorkItem]:
    """What the own office may score itself before the council begins."""
    offices = {h.office for h in actor.holdings if h.role in STAFF and h.office is not None}
    done = OwnMark.objects.filter(appraisal=OuterRef("pk"))
    rows = list(Appraisal.objects.filter(~Exists(done), state=State.PREPARED, owner_office__in=offices).order_by("closes_on", "pk")[:MOST])
    named = subjects.describe([(a.subject_type, a.subject_id) for a in rows], actor)
    for a in rows:
        url, about = reverse("appraisals:score_self", args=[a.pk]), reverse("appraisals:one", args=[a.pk])
        title = named[(a.subject_type, a.subject_id)].title
        yield WorkItem(title=title, url=url, deed=_("Tự chấm điểm"), due=a.closes_on, kind=_("Chấm điểm"), about=about)


def _papers(actor: Actor, today: date) -> Iterator[WorkItem]:
    """For chairs and secretaries: what can begin, be opened, be closed."""
    user = user_of(actor)
    if user is None:
        return
    keeps = Seat.objects.filter(council=OuterRef("council"), user=user, until=None, part__in=[Part.CHAIR, Part.SECRETARY])
    mine = Appraisal.objects.filter(Exists(keeps))
    ready = queries.to_show(mine).values("pk")
    rows = mine.filter(
        Q(state=State.PREPARED) | Q(state=State.SHOWN) | Q(pk__in=ready) | Q(state=State.SCORING, closes_on__lt=today)
    ).order_by("closes_on", "pk")
    yield from _items(rows[:MOST], actor)


def _items(rows: QuerySet[Appraisal], actor: Actor) -> Iterator[WorkItem]:
    found = list(rows)
    named = subjects.describe([(a.subject_type, a.subject_id) for a in found], actor)
    words = {State.PREPARED: _("Cho chấm điểm"), State.SCORING: _("Mở điểm"), State.SHOWN: _("Chốt kết quả")}
    for a in found:
        url, title = reverse("appraisals:one", args=[a.pk]), named[(a.subject_type, a.subject_id)].title
        due = a.closes_on if a.state == State.PREPARED else None
        yield WorkItem(title=title, url=url, deed=words[State(a.state)], due=due, kind=_("Hội đồng"))


def _objections(actor: Actor) -> Iterator[WorkItem]:
    """Objections that the own office hears; what they say stands on their page only."""
    rows = list(queries.to_answer(actor).prefetch_related("posting__office__names")[:MOST])
    for row in rows:
        office: Office = row.posting.office
        yield WorkItem(
            title=_("Phản đối: %(title)s") % {"title": row.posting.title},
            url=reverse("appraisals:answer_objection", args=[row.pk]),
            deed=_("Trả lời"),
            due=row.posting.until,
            office=office.called(row.filed_on),
            kind=_("Niêm yết"),
        )
