"""The leader's page: what is late, what rises, whether dates are kept, and what senders say beside what offices report.

Each number leads to its list. Counts only of the closed list of topics; nothing that anybody said stands here but the first words of late
cases, which the leader may read anyway.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from gandan.commitments.queries import past_of
from gandan.core.access import Role, actor_of, guarded
from gandan.opinions import queries, topics
from gandan.opinions.calc import rising
from gandan.opinions.enums import State
from gandan.opinions.queries import dashboard, inbox
from gandan.opinions.web import asked, clock_words, inbox_rows, led_units, overview
from gandan.units import queries as units
from gandan.units.enums import Level
from gandan.units.models import Office, Unit

MOST_TOPICS, MOST_BENEATH = 12, 8


@dataclass(frozen=True)
class Bar:
    """One topic: two counts, drawn to one scale of 0 to 100, and the list it leads to."""

    name: str
    now: int
    before: int
    rises: bool
    wide: float
    wide_before: float
    url: str


@dataclass(frozen=True)
class Desk:
    """One office: what it still owes, how much of it late."""

    name: str
    load: inbox.Load
    wide: float
    wide_late: float
    url: str
    late_url: str


@require_GET
@guarded("opinions.see_dashboard")
def index(request: HttpRequest) -> HttpResponse:
    """Of one unit that the reader leads; above a commune what lies beneath stands first, since most is said there."""
    actor, today = actor_of(request), timezone.localdate()
    led = led_units.of(actor, roles=(Role.LEADER, Role.SPECIALIST))
    unit = led_units.chosen(led, request.GET.get("don-vi", ""))
    ids = [unit.pk, *past_of([unit.pk])]
    soon = clock_words.soon_day(today)
    found = dashboard.dashboard(ids, visible=queries.visible_to(actor), today=today, soon=soon)
    links = Links(today, soon)
    offices = links.offices(found.load, today)
    standing = Office.objects.filter(unit=unit, existed__contains=today).exclude(pk__in=[x.office for x in found.load]).count()
    context = {
        "unit": unit,
        "units": led,
        "name": led_units.name_of(unit, today),
        "today": today,
        "found": found,
        "late": inbox_rows.rows(found.late, actor=actor, today=today),
        "bars": links.bars(found.topics),
        "quiet_topics": max(0, len(found.topics) - MOST_TOPICS),
        "offices": offices,
        "idle": standing,
        "said": links.said(found.said),
        "links": links,
        "edge": today - dashboard.RECENT,
        **_beneath(unit, today),
    }
    return render(request, "opinions/staff/dashboard/page.html", context)


def _beneath(unit: Unit, today: date) -> dict[str, object]:
    """For a unit above communes: those beneath it, most late first."""
    place = units.one(unit.pk, on=today) if unit.level != Level.COMMUNE else None
    if place is None:
        return {}
    lines = overview.beneath(place, today)
    return {"above": True, "lines": lines[:MOST_BENEATH], "more_lines": max(0, len(lines) - MOST_BENEATH), "columns": overview.COLUMNS}


@dataclass(frozen=True)
class Said:
    """One of the numbers that stand side by side, and are never added: who says it."""

    n: int
    label: str
    who: str
    kind: str
    url: str
    wide: float


@dataclass(frozen=True)
class Links:
    """From a number to the cases behind it."""

    today: date
    soon: date

    def to(self, **narrowed: str) -> str:
        """The inbox narrowed so."""
        return reverse("opinions:inbox") + asked.Asked(self.today, self.soon).but(**narrowed)

    @property
    def late(self) -> str:
        """What is late."""
        return self.to(view=asked.LATE)

    @property
    def open(self) -> str:
        """What is owed."""
        return self.to(view=asked.OPEN)

    @property
    def near(self) -> str:
        """What is owed soon."""
        return self.to(view=asked.SOON)

    @property
    def escalated(self) -> str:
        """What was put before those above."""
        return self.to(view=asked.OPEN, escalated="1")

    @property
    def told(self) -> str:
        """What was answered or reported done, and waits for its senders."""
        return self.to(view=asked.TOLD)

    def bars(self, found: list[rising.Topic]) -> list[Bar]:
        """The topics that are shown: rising ones first, then the most spoken of."""
        shown = found[:MOST_TOPICS]
        most = rising.widest(shown) or 1
        since = (self.today - dashboard.RECENT + timedelta(days=1)).isoformat()
        return [
            Bar(
                topics.name_of(t.code),
                t.now,
                t.before,
                t.rises,
                round(100 * t.now / most, 1),
                round(100 * t.before / most, 1),
                self.to(view=asked.ALL, topic=t.code, since=since),
            )
            for t in shown
        ]

    def offices(self, load: list[inbox.Load], today: date) -> list[Desk]:
        """Offices that owe answers, most late first; late is drawn over what is owed."""
        named = {o.pk: o.name_on(today) for o in Office.objects.filter(pk__in=[x.office for x in load]).prefetch_related("names")}
        most = max((x.open for x in load), default=0) or 1
        return [
            Desk(
                named[one.office],
                one,
                round(100 * one.open / most, 1),
                round(100 * one.late / most, 1),
                self.to(office=str(one.office)),
                self.to(view=asked.LATE, office=str(one.office)),
            )
            for one in load
        ]

    def said(self, found: dashboard.Said) -> list[Said]:
        """The office's word and the senders', drawn to one scale."""
        since = (self.today - dashboard.YEAR + timedelta(days=1)).isoformat()
        lines = [
            (found.confirmed, _("Người gửi xác nhận đã xong"), _("lời của người gửi"), "kept", State.CONFIRMED),
            (found.confirmed_by_office, _("Xác nhận bằng mã do cơ quan in"), _("mã từng qua tay cán bộ"), "done", State.CONFIRMED),
            (found.reported, _("Báo đã xong, người gửi chưa nói gì"), _("lời của cơ quan"), "done", State.DONE),
            (found.answered, _("Đã trả lời, chưa ai nói đã xong"), _("lời của cơ quan"), "done", State.ANSWERED),
            (found.closed, _("Khép lại vì người gửi không nói gì thêm"), _("không ai xác nhận"), "past", State.CLOSED),
        ]
        most = max(n for n, *_rest in lines) or 1
        return [
            Said(n, label, who, kind, self.to(view=state, since=since), round(100 * n / most, 1)) for n, label, who, kind, state in lines
        ]
