"""What this room puts before somebody in "Việc của tôi": the next deed on each case that they answer for, and what was put before them.

Who leads a unit sees of other offices' cases only those that press: late, reopened, put before those above. Specialists and leaders above
see what was escalated to them, and nothing else of anybody's words.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gandan.core.access import Actor, Role
from gandan.core.text.days import written
from gandan.core.ui.work import MOST, Pile, When, WorkItem, week_end, when
from gandan.opinions import topics
from gandan.opinions.enums import Content, State
from gandan.opinions.models import Case, PendingCase
from gandan.opinions.permissions import STAFF
from gandan.opinions.queries import above, inbox
from gandan.opinions.queries.lateness import RUNS, late

LINE = 110  # letters of what somebody said that stand in a line
TO_PUBLISH = 60  # days in which an answer is worth publishing; older ones are found in the inbox
FIRST = {Content.UNSORTED: "phan-loai", Content.MIXED: "hoi-lai"}


@dataclass(frozen=True)
class Seats:
    """Where somebody answers: offices they work in, units they lead, units above which they stand."""

    offices: frozenset[UUID]
    led: frozenset[UUID]
    over: frozenset[UUID]

    def __bool__(self) -> bool:
        return bool(self.offices or self.over)


def seats(actor: Actor) -> Seats:
    """Read from the roles of the day; a role for the whole country answers for nothing here."""
    offices = {h.office for h in actor.holdings if h.role in STAFF and h.office is not None}
    led = {h.unit for h in actor.holdings if h.role == Role.LEADER and h.unit is not None}
    return Seats(frozenset(offices), frozenset(led), above.over(actor))


def owed(actor: Actor, today: date) -> Pile:
    """The most urgent of each group with the true number beside it; a constant number of questions, however much is owed."""
    at = seats(actor)
    if not at:
        return Pile(())
    mine, spans = _mine(actor, at, today), _spans(today)
    counted = mine.order_by().aggregate(**{name.value: Count("pk", filter=span) for name, span in spans.items()})
    counts = {name: counted[name.value] for name in spans}
    cases = [c for name, span in spans.items() if counts[name] for c in _read(mine.filter(span))[:MOST]]
    words = inbox.first_words([c.pk for c in cases])
    items = [_item(c, words.get(c.pk, ""), at, today) for c in cases]
    others = [*_to_choose(at), *_twice_not_done(at, today), *_escalated(at, today), *_to_publish(at, today)]
    for item in others:
        counts[when(item.due, today)] = counts.get(when(item.due, today), 0) + 1
    rest = {n: f"{reverse('opinions:inbox')}?{urlencode({'xem': 'qua-han' if n == When.LATE else 'can-lam'})}" for n in spans}
    return Pile([*items, *others], counts, {n: url for n, url in rest.items() if counted[n.value] > MOST})


def _mine(actor: Actor, at: Seats, today: date) -> QuerySet[Case]:
    """What ticks: of the own offices what nobody else was named for; of the unit one leads what presses."""
    me = actor.key.removeprefix("user:")
    presses = late(today) | Q(round__gt=1) | Q(escalated_on__isnull=False)
    own = Q(office__in=at.offices) & (Q(person=None) | Q(person=me))
    return Case.objects.filter(RUNS, own | Q(unit__in=at.led) & presses)


def _spans(today: date) -> dict[When, Q]:
    sunday = week_end(today)
    return {
        When.LATE: Q(due__lt=today),
        When.TODAY: Q(due=today),
        When.WEEK: Q(due__gt=today, due__lte=sunday),
        When.LATER: Q(due__gt=sunday),
    }


def _read(rows: QuerySet[Case]) -> QuerySet[Case]:
    return rows.select_related("office", "hamlet").prefetch_related(inbox.NAMES).order_by("due", "pk")


def _item(c: Case, words: str, at: Seats, today: date) -> WorkItem:
    about = reverse("opinions:case", args=[c.pk])
    slug, deed = _next(c) if c.office_id in at.offices else ("", _("Xem việc"))
    return WorkItem(
        title=Truncator(" ".join(words.split())).chars(LINE) or _named(c),
        url=reverse("opinions:deed", args=[c.pk, slug]) if slug else about,
        deed=deed,
        due=c.due,
        office=c.office.name_on(today),
        kind=topics.name_of(c.topic),
        about=about,
        note=_note(c),
    )


def _next(c: Case) -> tuple[str, str]:
    """The page of the deed that comes next, and the word on its button. A case is sorted before it is taken up, and taken up before it is
    answered. What is late while a sender is asked goes on first."""
    if c.state == State.ASKED:
        return "lam-tiep", _("Làm tiếp")
    if c.content in FIRST:
        return FIRST[Content(c.content)], _("Phân loại") if c.content == Content.UNSORTED else _("Hỏi lại người gửi")
    return ("nhan", _("Nhận giải quyết")) if c.state == State.RECEIVED else ("tra-loi", _("Trả lời"))


def _note(c: Case) -> str:
    """What presses beside the day."""
    if c.escalated_on is not None:
        return _("Đã đưa lên cấp trên")
    if c.round > 1:
        return _("Người gửi nói chưa xong")
    return ngettext("%(n)s người cùng nói", "%(n)s người cùng nói", c.senders) % {"n": c.senders} if c.senders > 1 else ""


def _named(c: Case) -> str:
    place = f", {c.hamlet}" if c.hamlet else ""
    return f"{topics.name_of(c.topic)}{place}"


def _to_choose(at: Seats) -> Iterator[WorkItem]:
    """What no office answers for since a reorganisation."""
    waiting = PendingCase.objects.filter(settled_on=None, candidates__in=at.led | at.over).select_related("case__hamlet").distinct()
    for pending in waiting.order_by("since", "pk")[:MOST]:
        c = pending.case
        title = _("Chọn cơ quan nhận việc: %(what)s") % {"what": _named(c)}
        yield WorkItem(title, reverse("opinions:choose_successor", args=[c.pk]), _("Chọn cơ quan"), c.due, kind=_("Ý kiến"))


def _twice_not_done(at: Seats, today: date) -> Iterator[WorkItem]:
    """What senders called not done twice: it waits for those above, longest first, with no day that any rule sets."""
    rows = Case.objects.filter(above.waits_for(at.over)).select_related("office", "hamlet").prefetch_related(inbox.NAMES)
    for c in rows.order_by("escalated_on", "pk")[:MOST]:
        yield WorkItem(
            title=_("Người gửi hai lần nói chưa xong: %(what)s") % {"what": _named(c)},
            url=reverse("opinions:case", args=[c.pk]),
            deed=_("Xem và quyết định"),
            office=c.office.name_on(today),
            kind=_("Ý kiến"),
            note=_("Chờ từ %(day)s") % {"day": written(c.escalated_on)} if c.escalated_on else "",
        )


def _escalated(at: Seats, today: date) -> Iterator[WorkItem]:
    """What was put before those above and is still owed: late first."""
    rows = _read(Case.objects.filter(RUNS, unit__in=at.over, escalated_on__isnull=False))[:MOST]
    for c in rows:
        yield WorkItem(
            title=_("Đưa lên cấp trên: %(what)s") % {"what": _named(c)},
            url=reverse("opinions:case", args=[c.pk]),
            deed=_("Xem việc"),
            due=c.due,
            office=c.office.name_on(today),
            kind=_("Ý kiến"),
        )


def _to_publish(at: Seats, today: date) -> Iterator[WorkItem]:
    """One line for all answers of the last weeks that everybody could read; those to complaints concern one person."""
    since = date.fromordinal(today.toordinal() - TO_PUBLISH)
    told = Case.objects.filter(office__in=at.offices, answered_on__gte=since, state__in=[State.ANSWERED, State.DONE, State.CONFIRMED])
    n = told.filter(publication=None).exclude(content=Content.COMPLAINT).count() if at.offices else 0
    if n:
        title = ngettext("%(n)s câu trả lời chưa công khai", "%(n)s câu trả lời chưa công khai", n) % {"n": n}
        yield WorkItem(title, f"{reverse('opinions:inbox')}?xem=da-tra-loi", _("Xem và công khai"), kind=_("Ý kiến"))
