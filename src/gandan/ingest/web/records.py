"""Proposed records as a reader sees them: eight groups, each record with a label that also stands in the text."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from gandan.core.text import days, numbers
from gandan.ingest.proposal import Activity, Award, Bound, CitedDocument, Figure, GoodModel, Person, Place, Proposal, Request
from gandan.ingest.web.words import BOUNDS, KINDS, LEVELS, MEASURES, NEARLY
from gandan.units.gazetteer import Gazetteer

Facts = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Card:
    """One record. `key` is its address, `label` stands beside it and in the text, `anchor` is the piece of the quote it is about."""

    key: str
    label: str
    kind: str
    heading: str
    facts: Facts
    quote: str
    anchor: str = ""
    value: float | None = None
    note: str = ""


@dataclass(frozen=True)
class Group:
    """The records of one kind."""

    kind: str
    code: str
    title: str | Promise
    cards: tuple[Card, ...]


def groups_of(proposal: Proposal) -> list[Group]:
    """All groups that have records, in the order of the work: what was done, by whom, under which document, how much."""
    made = (group(kind, (card(kind, n, record) for n, record in enumerate(getattr(proposal, kind), start=1))) for kind in _KINDS)
    return [one for one in made if one.cards]


def card(kind: str, number: int, record: Any) -> Card:
    """One record of a kind (the name of its list in the proposal), the `number`-th from 1."""
    code, _title, make = _KINDS[kind]
    parts = make(record)
    facts = tuple((name, value) for name, value in parts.pop("facts", ()) if value)
    quote = getattr(record, "quote", "") or parts.get("anchor", "")
    return Card(key=f"{kind}-{number}", label=f"{code}{number}", kind=kind, quote=quote, facts=facts, **parts)


def group(kind: str, cards: Iterable[Card]) -> Group:
    """Cards of one kind under its title."""
    code, title, _make = _KINDS[kind]
    return Group(kind, code, title, tuple(cards))


def _day(day: date | None) -> str:
    return days.written(day) if day else ""


def _activity(one: Activity) -> dict[str, Any]:
    facts = ((_("Ngày"), _day(one.date)), (_("Nơi"), one.place or ""))
    return {"heading": str(KINDS[one.kind]), "facts": facts}


def _person(one: Person) -> dict[str, Any]:
    return {"heading": one.name, "facts": ((_("Chức vụ"), "; ".join(one.positions)),), "anchor": one.name}


def _document(one: CitedDocument) -> dict[str, Any]:
    facts = ((_("Loại"), one.kind or ""), (_("Nơi ban hành"), one.issuer or ""), (_("Ngày ban hành"), _day(one.date)))
    return {"heading": one.number, "facts": facts, "anchor": one.number}


def _figure(one: Figure) -> dict[str, Any]:
    written = f"{_bound(one)} {numbers.vietnamese(one.value)} {MEASURES[one.measure]}".strip()
    return {"heading": written, "facts": ((pgettext("số liệu", "Về"), one.noun),), "value": float(one.value)}


def _bound(one: Figure) -> str:
    """The bound in the word of the quote where that word says more than "under": "gần 2.000 m²" is not "dưới 2.000 m²"."""
    if one.bound is Bound.UNDER:
        for found in numbers.find(one.quote):
            if abs(float(found.value) - one.value) < 1e-6 and found.bound == one.bound:
                before = f" {one.quote[: found.start].lower().rstrip()}"
                return next((str(shown) for word, shown in NEARLY.items() if before.endswith(f" {word}")), str(BOUNDS[one.bound]))
    return str(BOUNDS[one.bound])


def _award(one: Award) -> dict[str, Any]:
    facts = (
        (_("Nơi tặng"), one.by or ""),
        (_("Cá nhân"), str(one.persons or "")),
        (_("Tập thể"), str(one.collectives or "")),
        (_("Khen về việc gì"), one.ground or ""),
    )
    return {"heading": one.name, "facts": facts, "anchor": one.name}


def _model(one: GoodModel) -> dict[str, Any]:
    facts = ((_("Nơi"), one.place or ""), (_("Lĩnh vực"), one.field or ""), (_("Kết quả bài nêu"), one.result or ""))
    return {"heading": one.name, "facts": facts, "anchor": one.name}


def _request(one: Request) -> dict[str, Any]:
    facts = ((_("Người nêu"), one.by or _("chưa rõ")), (_("Gửi tới"), one.to or _("chưa rõ")))
    return {"heading": one.text, "facts": facts, "anchor": one.text}


def _place(one: Place) -> dict[str, Any]:
    """A place as it was at the date of the text, and the units that hold it now."""
    if one.code is None:
        return {"heading": one.name, "anchor": one.mention, "note": _("Chưa đủ căn cứ để biết là đơn vị nào.")}
    today = "; ".join(filter(None, (_name_today(code) for code in one.today[:_MOST_TODAY])))
    more = len(one.today) - _MOST_TODAY
    if more > 0:
        today += " " + _("và %(more)d đơn vị khác") % {"more": more}
    facts = ((_("Cấp"), str(LEVELS[one.level])), (_("Tỉnh, thành phố"), one.province or ""), (_("Mã"), one.code), (_("Nay là"), today))
    return {"heading": one.name, "facts": facts, "anchor": one.mention}


def _name_today(code: str) -> str:
    place = Gazetteer.load().by_code(code)
    return place.full_name if place else code


_MOST_TODAY = 6
"""A former district went into several communes: so many are named, the rest counted."""
_KINDS: dict[str, tuple[str, str | Promise, Callable[[Any], dict[str, Any]]]] = {
    "activities": ("SV", gettext_lazy("Sự việc"), _activity),
    "people": ("NG", gettext_lazy("Người"), _person),
    "documents": ("VB", gettext_lazy("Văn bản được dẫn"), _document),
    "figures": ("SL", gettext_lazy("Số liệu"), _figure),
    "awards": ("KT", gettext_lazy("Khen thưởng"), _award),
    "models": ("MH", gettext_lazy("Mô hình"), _model),
    "requests": ("ĐN", gettext_lazy("Đề nghị"), _request),
    "units": ("ĐV", gettext_lazy("Đơn vị"), _place),
}
