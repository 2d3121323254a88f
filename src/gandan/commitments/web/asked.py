"""What a list of commitments was asked for in its address: whose, which kind, which state, words of the title, one unit."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode
from uuid import UUID

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When
from django.http import HttpRequest
from django.utils.translation import gettext as _

from gandan.commitments.enums import Kind, State
from gandan.commitments.models import Commitment
from gandan.commitments.queries import past_of
from gandan.commitments.queries.places import listed_in
from gandan.commitments.web import choices
from gandan.core.access import Actor
from gandan.core.text import nfc
from gandan.units import queries as units
from gandan.units.gazetteer import Place

LATE, RUNNING = "late", "running"
MINE, OFFICE, UNIT, ALL = "toi", "co-quan", "don-vi", "tat-ca"


@dataclass(frozen=True)
class Tab:
    """One view of the list, with its address."""

    label: str
    url: str
    current: bool


@dataclass(frozen=True)
class Asked:
    """A list as somebody asked for it."""

    whose: str
    kind: str
    state: str
    text: str
    unit: Place | None
    today: date

    @property
    def kinds(self) -> list[tuple[str, str]]:
        """What can be chosen as a kind."""
        return [(k.value, str(k.label)) for k in Kind]

    @property
    def states(self) -> list[tuple[str, str]]:
        """What can be chosen as a state; lateness is chosen like one."""
        late = [(LATE, _("Quá hạn")), (RUNNING, _("Đang làm, còn hạn"))]
        return [*late, *((s.value, str(s.label)) for s in State)]

    @property
    def narrowed(self) -> bool:
        """Whether something was filtered away."""
        return bool(self.kind or self.state or self.text or self.unit)

    @property
    def kept(self) -> list[tuple[str, str]]:
        """What the filter form carries along unseen."""
        pairs = [("cua", self.whose)]
        return [*pairs, ("don-vi", str(self.unit.id))] if self.unit else pairs

    @property
    def query(self) -> str:
        """The address of this very list, without its page."""
        pairs = [*self.kept, ("loai", self.kind), ("trang-thai", self.state), ("tim", self.text)]
        return urlencode([(name, value) for name, value in pairs if value])

    @property
    def cleared(self) -> str:
        """The same list without filters."""
        return "?" + urlencode({"cua": self.whose})

    @property
    def tabs(self) -> list[Tab]:
        """Whose work."""
        words = {MINE: _("Của tôi"), OFFICE: _("Cơ quan tôi"), UNIT: _("Đơn vị tôi"), ALL: _("Mọi việc được xem")}
        return [Tab(label, "?" + urlencode({"cua": whose}), whose == self.whose) for whose, label in words.items()]

    def rows(self, visible: QuerySet[Commitment], actor: Actor) -> QuerySet[Commitment]:
        """The rows, late first, then by date, what has ended last."""
        return ordered(visible.filter(self._of(actor), in_state(self.state, self.today), *self._narrow()))

    def _of(self, actor: Actor) -> Q:
        if self.unit is not None or self.whose == ALL:
            return Q()
        if self.whose == MINE:
            me = actor.key.removeprefix("user:")
            return Q(lead_person=me) if choices.is_id(me) else Q(pk=None)
        if self.whose == OFFICE:
            mine = [h.office for h in actor.holdings if h.office]
            return (
                Q(lead__in=mine) | Q(pk__in=Commitment.objects.filter(coordinators__office__in=mine).values("pk")) | Q(assigned_by__in=mine)
            )
        return Q(unit__in=choices.own_units(actor))

    def _narrow(self) -> list[Q]:
        found = [Q(kind=self.kind)] if self.kind else []
        if self.unit:
            found.append(listed_in([self.unit.id, *past_of([self.unit.id])]))
        return [*found, *(Q(title__icontains=word) for word in self.text.split())]


def in_state(state: str, today: date) -> Q:
    """A state, or being late or not, which is asked for like one; nothing narrows nothing."""
    if state == LATE:
        return Q(state=State.OPEN, due__lt=today)
    if state == RUNNING:
        return Q(state=State.OPEN, due__gte=today)
    return Q(state=state) if state else Q()


def ordered(things: QuerySet[Commitment]) -> QuerySet[Commitment]:
    """Open work by date (so late first), then what waits for others' word, then what ended, newest first."""
    first = Case(
        When(state=State.OPEN, then=Value(0)),
        When(state__in=(State.REPORTED, State.UNOPPOSED), then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    return things.order_by(first, "due", "id")


def read(request: HttpRequest, *, today: date, default: str = OFFICE) -> Asked:
    """From the address; what cannot be read is left out."""
    get = request.GET
    whose, kind, state = get.get("cua", ""), get.get("loai", ""), get.get("trang-thai", "")
    text = nfc("".join(c for c in get.get("tim", "") if c.isprintable())).strip()[:80]
    unit = get.get("don-vi", "")
    return Asked(
        whose=whose if whose in (MINE, OFFICE, UNIT, ALL) else default,
        kind=kind if kind in Kind.values else "",
        state=state if state in (*State.values, LATE, RUNNING) else "",
        text=text,
        unit=units.one(UUID(unit)) if choices.is_id(unit) else None,
        today=today,
    )
