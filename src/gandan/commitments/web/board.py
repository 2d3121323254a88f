"""The board: units beneath, each with its counts; one kind at a time, and no number that adds two states."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from gandan.commitments import queries
from gandan.commitments.enums import Kind
from gandan.commitments.queries import Counts
from gandan.commitments.web import asked, choices
from gandan.core.access import Actor, Role, actor_of, guarded
from gandan.core.text import sort_key
from gandan.core.text.days import written
from gandan.units import queries as units
from gandan.units.gazetteer import Level, Place

SEES = frozenset({Role.LEADER, Role.SPECIALIST, Role.ANALYST})
FIELDS = {Kind.PROMISE: "promises", Kind.TASK: "tasks", Kind.REQUEST: "requests"}


@dataclass(frozen=True)
class Column:
    """One state: the field of the counts, its heading, and what the list is asked for."""

    field: str
    label: str | Promise
    state: str


TO_PEOPLE = (
    Column("confirmed", gettext_lazy("Dân xác nhận"), "confirmed"),
    Column("reported", gettext_lazy("Báo đã xong, đang niêm yết"), "reported"),
    Column("unopposed", gettext_lazy("Chưa ai phản đối"), "unopposed"),
    Column("open", gettext_lazy("Đang làm"), asked.RUNNING),
    Column("late", gettext_lazy("Quá hạn"), asked.LATE),
    Column("withdrawn", gettext_lazy("Đã rút"), "withdrawn"),
)
TASKS = (
    Column("accepted", gettext_lazy("Đã nhận kết quả"), "accepted"),
    Column("reported", gettext_lazy("Báo đã xong, chờ nhận"), "reported"),
    Column("open", gettext_lazy("Đang làm"), asked.RUNNING),
    Column("late", gettext_lazy("Quá hạn"), asked.LATE),
    Column("withdrawn", gettext_lazy("Đã rút"), "withdrawn"),
)
COLUMNS = {Kind.PROMISE: TO_PEOPLE, Kind.TASK: TASKS, Kind.REQUEST: TO_PEOPLE}


@dataclass(frozen=True)
class Cell:
    """One number, where its commitments are listed, and whether it is the one to notice."""

    n: int
    url: str
    label: str
    late: bool


@dataclass(frozen=True)
class Line:
    """One unit."""

    name: str
    cells: tuple[Cell, ...]
    below: str

    @property
    def late(self) -> int:
        """How much is late: the order of the table."""
        return sum(c.n for c in self.cells if c.late)


@require_GET
@guarded("commitments.see_board")
def board(request: HttpRequest) -> HttpResponse:
    """The reader's own unit and those directly beneath it, most late first."""
    actor, today = actor_of(request), timezone.localdate()
    mine = _mine(actor, today)
    place = _place(request.GET.get("don-vi", ""), mine, today)
    asks = request.GET.get("loai", "")
    kind = Kind(asks) if asks in Kind.values else Kind.PROMISE
    shown = [place, *sorted(units.children(place, on=today), key=lambda p: sort_key(p.name))]
    numbers = _numbers(shown, today)
    lines = [_line(p, numbers[p.id], kind, top=p.id == place.id) for p in shown]
    living = [line for line in lines if any(cell.n for cell in line.cells)]
    living.sort(key=lambda line: -line.late)
    context = {
        "place": place,
        "kind": kind.value,
        "tabs": [{"label": k.label, "url": "?" + urlencode({"loai": k.value, "don-vi": place.id}), "current": k == kind} for k in Kind],
        "explain": _explain(kind),
        "units_of_mine": mine if len(mine) > 1 else [],
        "columns": COLUMNS[kind],
        "lines": living,
        "quiet": len(lines) - len(living),
        "caption": _("%(kind)s theo đơn vị, ngày %(day)s. Các cột đứng riêng, không cộng vào nhau.")
        % {"kind": kind.label, "day": written(today)},
    }
    return render(request, "commitments/staff/board.html", context)


def _mine(actor: Actor, today: date) -> list[Place]:
    """The units from which the reader oversees; an analyst of the whole country has the provinces."""
    held = {h.unit for h in actor.holdings if h.role in SEES}
    if None in held:
        return sorted(units.tree(today, Level.PROVINCE), key=lambda p: sort_key(p.name))
    return sorted(choices.names_of(u for u in held if u is not None).values(), key=lambda p: sort_key(p.name))


def _place(typed: str, mine: list[Place], today: date) -> Place:
    """The unit that was asked for, when it is one of the reader's or lies beneath one; the first of theirs otherwise."""
    if not mine:
        raise Http404
    if not typed:
        return mine[0]
    if not choices.is_id(typed):
        raise Http404
    place = units.one(UUID(typed), on=today)
    if place is None or not _above(place.id, {p.id for p in mine}, today):
        raise Http404
    return place


def oversees(actor: Actor, unit: UUID, *, today: date) -> bool:
    """Whether the actor may see the numbers of a unit: it is theirs, or lies beneath one of theirs."""
    held = {h.unit for h in actor.holdings if h.role in SEES}
    return None in held or _above(unit, {u for u in held if u is not None}, today)


def _above(unit: UUID, mine: set[UUID], today: date) -> bool:
    return bool(units.ancestor_ids(unit, today) & mine)


def _numbers(shown: list[Place], today: date) -> dict[UUID, Counts]:
    """Of each unit alone; what ended in a unit that was merged away counts with the one it went into."""
    ids = [p.id for p in shown]
    return queries.board(ids, today=today, past=queries.past_of(ids))


def _line(place: Place, counts: Counts, kind: Kind, *, top: bool) -> Line:
    numbers = getattr(counts, FIELDS[kind])
    cells = []
    for column in COLUMNS[kind]:
        ask = {"cua": asked.ALL, "don-vi": place.id, "loai": kind.value, "trang-thai": column.state}
        url = f"{reverse('commitments:list')}?{urlencode(ask)}"
        n = getattr(numbers, column.field)
        cells.append(Cell(n, url, str(column.label), column.field == "late" and n > 0))
    below = "" if top or place.level == Level.COMMUNE else "?" + urlencode({"loai": kind.value, "don-vi": place.id})
    name = _("Cơ quan của %(name)s") % {"name": place.full_name} if top and place.level != Level.COMMUNE else place.full_name
    return Line(name, tuple(cells), below)


def _explain(kind: Kind) -> str:
    return {
        Kind.PROMISE: _(
            "Lời hứa với dân: chỉ người dân xác nhận. “Báo đã xong” là lời của đơn vị; “chưa ai phản đối” là chưa ai xác nhận."
        ),
        Kind.TASK: _("Việc được giao: cơ quan giao nhận kết quả. Nơi không được xem nội dung thì chỉ thấy con số."),
        Kind.REQUEST: _("Đề nghị đã nhận: công khai như lời hứa, người đề nghị hoặc người dân xác nhận."),
    }[kind]
