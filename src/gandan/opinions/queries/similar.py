"""Cases like the one that somebody is about to make: looked up on a press, so that they may join instead.

The asked text is compared and forgotten: it is kept nowhere and written into no log. Words are compared with what is published and with
nothing else: whoever asks for one word after another must not learn which stand in somebody's unpublished opinion. Of what is not
published a stranger is told what counts say anyway (topic, place, state, day, how many), chosen by the topic that the asked words speak for
and by place and time; such a case has no score and is named by a handle that holds for a while. Complaints are between a person and an
office: never offered to others unless published.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from cryptography.fernet import InvalidToken
from django.db.models import Q, QuerySet

from gandan.commitments.queries import past_of
from gandan.core import secrets
from gandan.core.access import Actor
from gandan.opinions import topics
from gandan.opinions.calc import suggest
from gandan.opinions.enums import LIVING, Content, State
from gandan.opinions.models import Case, Publication
from gandan.opinions.queries import nearness
from gandan.units.models import Hamlet, Unit

RECENT = timedelta(days=180)  # what ended longer ago is another matter
FRESHLY = timedelta(days=30)  # an officer looks for what is in work; what has just ended may have come back
MOST = 5
HANDLE, HOLDS = "opinions.similar:", 30 * 60  # seconds: a handle is pressed at once or not at all


@dataclass(frozen=True)
class Similar:
    """What anybody may know of a case like theirs. `title`, `number` and `url` only where it is published.

    `case` stays inside: what goes out is the `handle_of` it.
    """

    case: UUID
    topic: str
    topic_name: str
    hamlet: str
    state: State
    day: date
    people: int
    title: str = ""
    number: str = ""
    url: str = ""
    may_join: bool = False

    @property
    def handle(self) -> str:
        """By which a page names it."""
        return handle_of(self.case)

    @property
    def state_name(self) -> str:
        """The state in words."""
        return str(self.state.label)


def similar(text: str, *, unit: Unit | UUID, hamlet: Hamlet | None = None, today: date, place: str = "", most: int = MOST) -> list[Similar]:
    """Cases of the unit, living or ended lately, that may be about the same thing: published ones whose words are near, nearest first, then
    others of the topic and the place, newest first; what anybody may know of them."""
    near = _near_in_time(_key(unit), today)
    hint = suggest.topic_of(text)
    asks = nearness.Asks(text, place, hamlet, hint.code if hint else topics.OTHER, today)
    found = [case for case, _score in nearness.ranked(asks, near.filter(publication__is_shown=True), most=most)]
    return _shown([*found, *_of_topic(text, near, hamlet)[: most - len(found)]])


def _of_topic(text: str, near: QuerySet[Case], hamlet: Hamlet | None) -> QuerySet[Case]:
    """What is not published, by topic and place alone: the words decide which topic is meant and are compared with no opinion."""
    hint = suggest.topic_of(text)
    rows = near.exclude(publication__is_shown=True).exclude(content=Content.COMPLAINT).select_related("hamlet")
    rows = rows.filter(topic=hint.code) if hint is not None else rows.none()
    here = rows.filter(Q(hamlet=hamlet) | Q(hamlet=None)) if hamlet is not None else rows
    return here.order_by("-received_on", "-id")


def handle_of(case: UUID) -> str:
    """A name of the case for whoever was shown it, to press "Tôi cũng gặp": it says nothing and holds for half an hour."""
    return secrets.encrypt(f"{HANDLE}{case}")


def case_of_handle(typed: str) -> UUID | None:
    """The case that a handle names; None where it names none or its time is over."""
    try:
        said = secrets.box().decrypt(typed.encode("ascii"), ttl=HOLDS).decode()
    except (InvalidToken, UnicodeError):
        return None
    return UUID(said.removeprefix(HANDLE)) if said.startswith(HANDLE) else None


def case_named(typed: str) -> Case | None:
    """The case that somebody joins: by the handle they were shown, or by its id where they have that."""
    try:
        key = case_of_handle(typed) or UUID(typed)
    except ValueError:
        return None
    return Case.objects.select_related("unit").filter(pk=key).first()


def similar_to(case: Case, *, by: Actor, today: date, most: int = MOST) -> list[tuple[Case, float]]:
    """For an officer who thinks of joining: like cases among those the actor may read, with how near each is."""
    from gandan.opinions import queries

    said = list(case.opinions.all())
    text, place = (" ".join(getattr(o, name) for o in said) for name in ("text", "place"))
    readable = queries.visible_to(by).exclude(pk=case.pk).values("pk")
    cases = _near_in_time(case.unit_id, today, FRESHLY).filter(pk__in=readable)
    asks = nearness.Asks(text, place, case.hamlet, nearness.topic_of(case, text), today)
    return nearness.ranked(asks, cases, most=most, internal=True)


def _key(unit: Unit | UUID) -> UUID:
    return unit.pk if isinstance(unit, Unit) else unit


def _near_in_time(unit: UUID, today: date, ended: timedelta = RECENT) -> QuerySet[Case]:
    """Cases of a unit and of those that went into it: in work, or ended not long ago."""
    places = [unit, *past_of([unit])]
    lately = Q(state__in=sorted(LIVING)) | Q(ended_on__gte=today - ended)
    rows = Case.objects.filter(lately, unit__in=places, erased_on=None)
    return rows.exclude(state__in=[State.JOINED, State.WITHDRAWN])


def _shown(found: Sequence[Case]) -> list[Similar]:
    published = {p.case_id: p for p in Publication.objects.filter(case__in=[case.pk for case in found], is_shown=True)}
    shown = []
    for case in found:
        words = published.get(case.pk)
        public = (words.title, case.number, f"/y-kien/so/{case.number}/") if words else ("", "", "")
        one = Similar(
            case=case.pk,
            topic=case.topic,
            topic_name=topics.name_of(case.topic),
            hamlet=str(case.hamlet) if case.hamlet else "",
            state=State(case.state),
            day=case.received_on,
            people=case.senders,
            title=public[0],
            number=public[1],
            url=public[2],
            may_join=case.state in LIVING,
        )
        shown.append(one)
    return shown
