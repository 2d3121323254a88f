"""One case of the demo, lived through its deeds: a generator that yields each next moment and does the deed when that moment has come.

All stories run side by side in the order of time (`demo.fill`), so that the record, the public numbers and the merger fall where they would
have fallen. A story that is not over by today stops where it stands: that is how cases of the demo are open, waiting or late.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from random import Random
from typing import Any

from django.utils import timezone

from gandan.commitments import actions as commitments
from gandan.commitments.enums import EvidenceKind
from gandan.commitments.models import Commitment
from gandan.core.access import Actor, Anyone
from gandan.core.calendar.calc import WorkCalendar
from gandan.opinions import actions, queries
from gandan.opinions.actor import Sender
from gandan.opinions.calc.masking import propose
from gandan.opinions.demo_ground import MERGED, Cast, Ward
from gandan.opinions.demo_words import Words, paper
from gandan.opinions.enums import LIVING, Channel, Content, Wish
from gandan.opinions.given import ContactGiven, PromiseGiven
from gandan.opinions.models import Case, Opinion
from gandan.opinions.topics import name_of

CHANNELS = (*(Channel.PORTAL,) * 13, *(Channel.DESK,) * 4, Channel.RECEPTION, Channel.OPEN311, Channel.GOVERNMENT)
HOURS = (8, 13, 19)  # at which others meet the same
PROOF = "Biên bản có chữ ký của tổ trưởng và ảnh trước, sau lưu ở văn phòng."
OPENED = "Cần hẹn người gửi để hỏi rõ thêm về việc đã nêu."


@dataclass
class Story:
    """One case and its senders. `at` is the moment the story has come to; `dice` are loaded: the same number, the same story."""

    n: int
    ward: Ward
    words: Words
    at: datetime
    path: "Callable[[Story], Iterator[datetime]]"
    cast: Cast
    calendar: WorkCalendar
    joining: int = 0
    hamlet: str = ""
    own_paper: tuple[str, str] | None = None
    dice: Random = field(init=False)
    opinion: Opinion = field(init=False)
    others: list[Opinion] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.dice = Random(self.n)  # noqa: S311  a story, no secret

    def play(self) -> Iterator[datetime]:
        """From what was said to where it ends."""
        self.at = self._awake(self.at)
        yield self.at
        self._say()
        yield from self.path(self)

    def joiners(self) -> "Iterator[tuple[datetime, Iterator[datetime]]]":
        """Who met the same thing, each with a moment of their own soon after."""
        for k in range(self.joining):
            day = datetime.combine(timezone.localdate(self.at), time(HOURS[k % 3], 11), timezone.get_default_timezone())
            moment = day + timedelta(days=1 + k // 3)
            yield moment, self._join_in(k, moment)

    # moments

    def later(self, least: float, most: float, *, office: bool = True) -> datetime:
        """So many days later: an office works when offices do, people write when they are awake."""
        moment = self.at + timedelta(days=self.dice.uniform(least, most))
        self.at = self._at_work(moment) if office else self._awake(moment)
        return self.at

    def _awake(self, moment: datetime) -> datetime:
        return self._hour(moment, self.dice.choice((6, 7, 8, 11, 12, 17, 18, 19, 20, 21)))

    def _at_work(self, moment: datetime) -> datetime:
        day = timezone.localdate(moment)
        if not self.calendar.is_working(day):
            moment += self.calendar.next_working_day(day) - day
        return self._hour(moment, self.dice.choice((7, 8, 9, 10, 13, 14, 15, 16)))

    def _hour(self, moment: datetime, hour: int) -> datetime:
        """At that hour of the day, but never before what happened last."""
        day = timezone.localdate(moment)
        found = datetime.combine(day, time(hour, self.dice.randrange(2, 58)), timezone.get_default_timezone())
        return max(found, self.at + timedelta(minutes=self.dice.randrange(9, 50)))

    # deeds

    @property
    def case(self) -> Case:
        """The case in which the opinion lies now."""
        return Case.objects.select_related("office", "unit", "hamlet").get(opinions=self.opinion)

    def do(self, deed: Callable[..., Any], *, by: Actor | None = None, **more: Any) -> Any:
        """A deed on the case, by who works in its office unless somebody else does it."""
        case = self.case
        return deed(case, by=by or self.cast.officer(case.office), now=self.at, **more)

    def sender(self, opinion: Opinion | None = None) -> Sender:
        """Whoever holds code and PIN."""
        opinion = opinion or self.opinion
        return Sender(opinion.pk, opinion.case_id, writes=True)

    def speak(self, deed: Callable[..., Any], opinion: Opinion | None = None, **more: Any) -> Any:
        """A deed of a sender."""
        row = Opinion.objects.get(pk=(opinion or self.opinion).pk)
        return deed(row, by=self.sender(row), now=self.at, **more)

    def speak_case(self, deed: Callable[..., Any], **more: Any) -> Any:
        """A deed of the sender on the case."""
        row = Opinion.objects.get(pk=self.opinion.pk)
        return self.do(deed, by=self.sender(row), **more)

    def speak_office(self, deed: Callable[..., Any], **more: Any) -> Any:
        """A deed of the office on the opinion."""
        return deed(self.opinion, by=self.cast.officer(self.case.office), now=self.at, **more)

    def _say(self) -> None:
        today, code_pin = timezone.localdate(self.at), self.own_paper or paper(self.n)
        unit = self.ward.unit_on(today, self.n)
        channel = Channel.PORTAL if self.own_paper else CHANNELS[self.n % len(CHANNELS)]
        hamlet = self.ward.hamlets.get(self.hamlet) if today >= MERGED else None
        office = unit.offices.get(kind="people_committee") if channel in (Channel.DESK, Channel.RECEPTION, Channel.GOVERNMENT) else None
        said = actions.say(
            text=self.words.text,
            unit=unit,
            place=self.words.place,
            hamlet=hamlet,
            topic=self.words.matter["topic"] if self.n % 5 or self.own_paper else "",
            channel=channel,
            contact=self._contact(),
            wish=Wish.MAIL if self.n % 4 == 0 else Wish.NONE,
            code=code_pin[0],
            pin=code_pin[1],
            by=self.cast.officer(office) if office else Anyone(),
            now=self.at,
        )
        if said.opinion is None:
            raise ValueError(f"set aside: {self.words.text}")
        self.opinion = said.opinion

    def _contact(self) -> ContactGiven | None:
        """One in four leaves a way to be reached; nobody's."""
        return ContactGiven("", f"09000{self.n:05}", f"nguoi.gui.{self.n}@example.vn") if self.n % 4 == 0 else None

    def _join_in(self, k: int, moment: datetime) -> Iterator[datetime]:
        yield moment
        case = self.case
        if case.state in LIVING:
            code, pin = paper(10_000 + 100 * self.n + k)
            said = actions.join_in(case, place=self.words.place, code=code, pin=pin, by=Anyone(), now=moment)
            if said.opinion is not None:
                self.others.append(said.opinion)

    def take_up(self, *, slow: float = 1.0) -> Iterator[datetime]:
        """Sorted, then taken up."""
        yield self.later(0.1, 1.5 * slow)
        self.do(actions.classify, content=self.words.matter.get("c", Content.REMARK), topic=self.words.matter["topic"])
        yield self.later(0.2, 1.5 * slow)
        self.do(actions.accept)

    def answer(self, *, text: str = "", promise_in: int = 0) -> Commitment | None:
        """The answer, with a promise due in so many days."""
        case, promise = self.case, None
        if promise_in:
            due = timezone.localdate(self.at) + timedelta(days=promise_in)
            promise = PromiseGiven(self.words.said("promise"), self.words.said("product"), due, case.office)
        self.do(actions.answer, text=text or self.words.said("a"), promise=promise)
        return queries.promises_of(case).order_by("-recorded_at").first() if promise else None

    def publish(self) -> None:
        """What everybody may read, with private persons covered as the page would propose it."""
        case = self.case
        title = propose(f"{name_of(case.topic)}: {self.words.place}").text
        self.do(actions.publish, title=title, question=propose(self.words.text).text, answer=propose(self.words.said("a")).text)

    def keep_promise(self, promise: Commitment) -> None:
        """Evidence, and the report, of what was promised."""
        promise.refresh_from_db()
        by = self.cast.officer(promise.lead)
        commitments.add_evidence(promise, kind=EvidenceKind.NOTE, note=PROOF, by=by, now=self.at)
        commitments.report_done(promise, summary=self.words.said("d"), by=by, now=self.at)
