"""What a list of models was asked for in its address: state, field, kind, level, year, whose, words, or one of the piles that wait."""

from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _

from gandan.appraisals.enums import Level
from gandan.commitments.web import choices
from gandan.core.access import Actor
from gandan.core.text import nfc
from gandan.movement.enums import Kind, Result, State, Subject
from gandan.movement.models import Field, Practice, Recognition, Review
from gandan.movement.queries import life
from gandan.movement.web.staff import piles

OFFICE, UNIT, ALL = "co-quan", "don-vi", "tat-ca"
EFFECTIVE, RECOGNISED = "hieu-qua", "cong-nhan"
FIRST_YEAR = 2011


@dataclass(frozen=True)
class Asked:
    """A list as somebody asked for it. `field` is a name: the fields of several drives that are called alike count as one."""

    whose: str
    state: str = ""
    field: str = ""
    kind: str = ""
    subject: str = ""
    level: str = ""
    year: int | None = None
    text: str = ""
    pile: str = ""
    unit: UUID | None = None

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """What its address holds."""
        found = [
            ("cua", self.whose),
            ("trang-thai", self.state),
            ("linh-vuc", self.field),
            ("loai", self.kind),
            ("chu-the", self.subject),
            ("cap", self.level),
            ("nam", str(self.year or "")),
            ("tim", self.text),
            ("cho", self.pile),
            ("noi", str(self.unit or "")),
        ]
        return [(name, value) for name, value in found if value]

    @property
    def query(self) -> str:
        """The address of this very list, without its page."""
        return urlencode(self.pairs)

    @property
    def kept(self) -> list[tuple[str, str]]:
        """What the filter form carries along unseen."""
        return [pair for pair in self.pairs if pair[0] in ("cua", "cho", "noi")]

    @property
    def cleared(self) -> str:
        """The same list without filters."""
        return "?" + urlencode({"cua": self.whose})

    @property
    def narrowed(self) -> bool:
        """Whether something was filtered away."""
        return any(name != "cua" for name, _value in self.pairs)

    @property
    def tabs(self) -> list[dict[str, object]]:
        """Whose models."""
        names = {OFFICE: _("Cơ quan tôi"), UNIT: _("Đơn vị tôi"), ALL: _("Mọi mô hình được xem")}
        return [
            {"label": label, "url": "?" + replace(self, whose=whose, pile="", unit=None).query, "current": whose == self.whose}
            for whose, label in names.items()
        ]

    @property
    def states(self) -> list[tuple[str, str]]:
        """What can be chosen as a state; effective and recognised are found like one, and are none."""
        return [*((s.value, str(s.label)) for s in State), (EFFECTIVE, _("Được rà soát là hiệu quả")), (RECOGNISED, _("Đã được công nhận"))]

    def rows(self, visible: QuerySet[Practice], actor: Actor, today: date) -> QuerySet[Practice]:
        """The rows, what changed last first."""
        found = visible.filter(
            _of(self.whose, actor) if self.unit is None else Q(unit=self.unit), _in_state(self.state, today), self._narrow()
        )
        if self.level:
            holds = Recognition.objects.filter(practice=OuterRef("pk"), level=self.level, revoked_by=None)
            found = found.filter(Exists(holds))
        if self.pile:
            found = found.filter(pk__in=piles.one(self.pile, actor, today).order_by().values("pk"))
        for word in self.text.split():
            found = found.filter(Q(title__icontains=word) | Q(place__icontains=word))
        return found.order_by("-changed_at", "-pk")

    def _narrow(self) -> Q:
        found = Q()
        if self.field:
            found &= Q(field__name=self.field)
        if self.kind:
            found &= Q(kind=self.kind)
        if self.subject:
            found &= Q(subject=self.subject)
        if self.year:
            found &= Q(registered_on__year=self.year) | Q(registered_on=None, written_at__year=self.year)
        return found


def _of(whose: str, actor: Actor) -> Q:
    if whose == OFFICE:
        hamlets = [h.hamlet for h in actor.holdings if h.hamlet]
        return Q(office__in=[h.office for h in actor.holdings if h.office]) | Q(hamlet__in=hamlets)
    return Q(unit__in=choices.own_units(actor)) if whose == UNIT else Q()


def _in_state(state: str, today: date) -> Q:
    """As the numbers read it: the day decides what is silent, and only what lives is effective."""
    if state == EFFECTIVE:
        return life.living(today) & Q(pk__in=effective().values("practice"))
    if state == State.LAPSED:
        return life.silent(today)
    if state == RECOGNISED:
        return Q(pk__in=Recognition.objects.filter(revoked_by=None).values("practice"))
    return Q(state=state) if state else Q()


def effective() -> QuerySet[Review]:
    """The reviews that hold, where they found the model effective: the newest word counts, not the best."""
    newest = Review.objects.filter(practice=OuterRef("practice")).order_by("-year", "-given_at", "-pk").values("pk")[:1]
    return Review.objects.filter(pk=newest, result=Result.EFFECTIVE)


def fields() -> list[str]:
    """The names of fields that can be asked for, in the order of their drives; alike names once."""
    return list(dict.fromkeys(Field.objects.order_by("order", "name").values_list("name", flat=True)))


def read(request: HttpRequest, *, today: date, default: str) -> Asked:
    """From the address; what cannot be read is left out."""
    get = request.GET
    text = nfc("".join(c for c in get.get("tim", "") if c.isprintable())).strip()[:80]
    state, year, unit = get.get("trang-thai", ""), get.get("nam", ""), get.get("noi", "")
    known = year.isascii() and year.isdigit() and len(year) == 4 and FIRST_YEAR <= int(year) <= today.year
    return Asked(
        whose=get["cua"] if get.get("cua") in (OFFICE, UNIT, ALL) else default,
        state=state if state in (*State.values, EFFECTIVE, RECOGNISED) else "",
        field=nfc(get.get("linh-vuc", ""))[:100],
        kind=get["loai"] if get.get("loai") in Kind.values else "",
        subject=get["chu-the"] if get.get("chu-the") in Subject.values else "",
        level=get["cap"] if get.get("cap") in Level.values else "",
        year=int(year) if known else None,
        text=text,
        pile=get["cho"] if get.get("cho") in piles.NAMES else "",
        unit=UUID(unit) if choices.is_id(unit) else None,
    )
