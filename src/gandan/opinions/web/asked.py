"""What an inbox was asked for in its address. Every narrowing is a link, so that a view can be kept, sent to a colleague, and undone."""

import re
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.db.models import Q, QuerySet
from django.db.models.functions import Cast
from django.http import HttpRequest, QueryDict
from django.utils.dateparse import parse_date
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gandan.core import search
from gandan.core.access import Actor
from gandan.core.search.models import SearchDocument
from gandan.core.text import nfc
from gandan.opinions.enums import ENDED, OWED, Channel, State
from gandan.opinions.models import Case
from gandan.opinions.queries import above, inbox, lateness
from gandan.opinions.search import INTERNAL

OPEN, LATE, SOON, NEW, STANDING, TOLD, ENDED_, ALL = "can-lam", "qua-han", "sap-den", "moi", "dang-cho", "da-tra-loi", "da-khep", "tat-ca"
ALL_OWED = "con-no"  # no tab of its own: where the numbers of a load lead to
VIEWS: dict[str, str | Promise] = {
    OPEN: _("Cần làm"),
    LATE: _("Quá hạn"),
    SOON: _("Sắp đến hạn"),
    NEW: _("Chưa ai nhận"),
    STANDING: _("Đang chờ"),
    TOLD: _("Đã trả lời"),
    ENDED_: _("Đã khép"),
    ALL: _("Tất cả"),
}
BY_DATE = frozenset({OPEN, LATE, SOON, NEW, STANDING, ALL_OWED, *OWED})  # what is owed stands by its date, so late first
STATES: dict[str, frozenset[str]] = {
    NEW: frozenset({State.RECEIVED}),
    TOLD: frozenset(inbox.TOLD),
    ENDED_: frozenset(ENDED),
    ALL_OWED: frozenset(OWED),
}
ME, NOBODY = "toi", "chua-ai"
NUMBER = re.compile(r"\d{2,}-\d{4}-\d+")  # a public number, given by `actions.publish`
LONGEST = 500  # letters of an address that can be kept

# parameter → field of Asked; the order is that of an address, so that one view has one address
NAMES = {
    "xem": "view", "chu-de": "topic", "thon": "hamlet", "co-quan": "office", "nguoi": "person",
    "the": "tag", "kenh": "channel", "cap-tren": "escalated", "tu": "since", "den": "until", "tim": "text",
}  # fmt: skip


@dataclass(frozen=True)
class Asked:
    """An inbox as somebody asked for it; what is empty narrows nothing. `soon`: the last day that counts as near."""

    today: date
    soon: date
    view: str = OPEN
    topic: str = ""
    hamlet: str = ""
    office: str = ""
    person: str = ""
    tag: str = ""
    channel: str = ""
    escalated: str = ""
    since: str = ""
    until: str = ""
    text: str = ""
    after: inbox.Key | None = field(default=None, compare=False)
    over: frozenset[UUID] = field(default=frozenset(), compare=False)  # units whose cases the reader decides after two times no

    @property
    def by_date(self) -> bool:
        """Whether the list goes by the date that is owed."""
        return self.view in BY_DATE

    @property
    def by_fit(self) -> bool:
        """Whether words were looked for, so that the list goes by how well it answers. A public number is no word."""
        return bool(self.text) and not NUMBER.fullmatch(self.text)

    @property
    def narrowed(self) -> bool:
        """Whether something beside the view was asked for."""
        return any(getattr(self, name) for name in NAMES.values() if name != "view")

    @property
    def query(self) -> str:
        """The address of this very view, from its first page."""
        pairs = [(key, getattr(self, name)) for key, name in NAMES.items()]
        return urlencode([(k, v) for k, v in pairs if v and (k, v) != ("xem", OPEN)])

    @property
    def cleared(self) -> str:
        """The same view without narrowing."""
        return replace(Asked(self.today, self.soon), view=self.view).url

    @property
    def url(self) -> str:
        """As a link."""
        return f"?{self.query}"

    def but(self, **other: Any) -> str:
        """The link to the same with something else."""
        return replace(self, after=None, **other).url

    def further(self, key: inbox.Key) -> str:
        """The link to the next page."""
        at = key.at if isinstance(key.at, int) else key.at.isoformat()
        return f"?{urlencode([('sau', f'{at}_{key.case}')])}{'&' if self.query else ''}{self.query}"

    def narrow(self, visible: QuerySet[Case], actor: Actor) -> QuerySet[Case]:
        """Everything but the view: what the numbers of all views are counted over."""
        plain = {"topic": self.topic, "hamlet": self.hamlet, "office": self.office, "channel": self.channel}
        cases = visible.filter(**{name: value for name, value in plain.items() if value})
        if self.person:
            cases = cases.filter(person=None if self.person == NOBODY else user_of(actor) if self.person == ME else UUID(self.person))
        if self.tag:
            cases = cases.filter(pk__in=inbox.own_tags(actor).filter(label=self.tag).values("case"))
        if self.escalated:
            cases = cases.filter(escalated_on__isnull=False)
        if self.since:
            cases = cases.filter(received_on__gte=self.since)
        if self.until:
            cases = cases.filter(received_on__lte=self.until)
        if self.found is None:
            return cases.filter(number=self.text) if self.text else cases
        return cases.filter(pk__in=self.found.values_list(Cast("object_id", Case._meta.pk), flat=True))

    @cached_property
    def found(self) -> QuerySet[SearchDocument] | None:
        """Cases in which these words stand (with accents or without, one slip of the finger); None for a public number and for no words.

        Not by a private code: an address is kept by browsers and seen by neighbours. `inbox_views.by_code` asks for one.
        """
        return search.matching(self.text, kind=INTERNAL) if self.by_fit else None

    def seen(self, cases: QuerySet[Case]) -> QuerySet[Case]:
        """The view itself."""
        return cases.filter(self._view())

    def _view(self) -> Q:
        if self.view == LATE:
            return lateness.late(self.today)
        if self.view == SOON:
            return lateness.RUNS & Q(due__range=(self.today, self.soon))
        if self.view in (OPEN, STANDING):
            return (lateness.RUNS | above.waits_for(self.over) if self.over else lateness.RUNS) if self.view == OPEN else lateness.STANDS
        return Q() if self.view == ALL else Q(state__in=sorted(STATES.get(self.view, {self.view})))


def read(request: HttpRequest, *, today: date, soon: date) -> Asked:
    """From the address; what cannot be read is left out."""
    return parse(request.GET, today=today, soon=soon)


def parse(get: QueryDict, *, today: date, soon: date) -> Asked:
    """The same from any query string, also one that was kept."""
    said: dict[str, Any] = {name: nfc("".join(c for c in get.get(key, "") if c.isprintable())).strip()[:80] for key, name in NAMES.items()}
    said["view"] = said["view"] if said["view"] in (*VIEWS, *State.values, ALL_OWED) else OPEN
    said["channel"] = said["channel"] if said["channel"] in Channel.values else ""
    said["escalated"] = "1" if said["escalated"] else ""
    for name in ("hamlet", "office"):
        said[name] = said[name] if is_id(said[name]) else ""
    if said["person"] not in (ME, NOBODY) and not is_id(said["person"]):
        said["person"] = ""
    for name in ("since", "until"):
        said[name] = said[name] if _is_day(said[name]) else ""
    asks = Asked(today, soon, **said)
    return replace(asks, after=_key(get.get("sau", ""), asks))


def _key(text: str, asks: Asked) -> inbox.Key | None:
    at, _sep, case = text.partition("_")
    try:
        if asks.by_fit:
            return inbox.Key(int(at[:18]), UUID(case))  # no more digits than the database compares
        return inbox.Key(date.fromisoformat(at) if asks.by_date else _moment(at), UUID(case))
    except ValueError:
        return None


def _moment(text: str) -> datetime:
    found = datetime.fromisoformat(text)
    if found.tzinfo is None:
        raise ValueError(text)
    return found


def _is_day(text: str) -> bool:
    try:
        return parse_date(text) is not None
    except ValueError:
        return False


def user_of(actor: Actor) -> UUID:
    """The account of who signed in; an id that is nobody's for any other."""
    key = actor.key.removeprefix("user:")
    return UUID(key) if is_id(key) else UUID(int=0)


def is_id(text: str) -> bool:
    """Whether a text is an id."""
    try:
        UUID(text)
    except ValueError:
        return False
    return True
