"""Whatever people do, in whatever order: nothing the database refuses, no code lost, one event for each deed, no word in any of them."""

import random
from collections import Counter
from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gandan.core import events
from gandan.core.access import Anyone, Refusal
from gandan.core.events.models import Event
from gandan.core.events.verify import verify
from gandan.opinions import actions, queries
from gandan.opinions.enums import ENDED, LIVING, NEXT, OWED, Channel, Content, Deed, State
from gandan.opinions.given import ContactGiven
from gandan.opinions.models import Case, Opinion, Pause
from tests.opinions.conftest import CLOCK, KEEPER, LAW, NOW, PIN, TOPIC, on_day, sent_by

SECRET = "Cầu Sậy"  # stands in every word that anybody says here
WORDS = f"Ở {SECRET} nước ngập đã ba hôm rồi."

WAYS = {  # which methods of the house try a deed of the table
    Deed.CLASSIFY: ("classify", "complain"),
    Deed.FORWARD: ("forward", "back"),
    Deed.ACCEPT: ("accept",),
    Deed.ASK_BACK: ("ask",),
    Deed.REPLY: ("reply",),
    Deed.GO_ON: ("go_on",),
    Deed.REFUSE: ("refuse",),
    Deed.PAUSE: ("pause",),
    Deed.RESUME: ("resume",),
    Deed.ANSWER_PARTLY: ("part",),
    Deed.ANSWER: ("answer",),
    Deed.REPORT_DONE: ("report",),
    Deed.CONFIRM: ("yes",),
    Deed.REOPEN: ("no", "rate"),
    Deed.ORDER_REOPEN: ("order",),
    Deed.ESCALATE: ("escalate", "up"),
    Deed.WITHDRAW: ("withdraw",),
    Deed.CLOSE: ("close",),
    Deed.JOIN: ("join",),
    Deed.SPLIT: ("split",),
    Deed.PUBLISH: ("publish",),
    Deed.UNPUBLISH: ("unpublish",),
    Deed.ERASE: ("erase",),
}
BESIDE = ("say", "me_too", "news", "write", "contact", "open_contact")
EVERY = sorted({way for ways in WAYS.values() for way in ways} | set(BESIDE))
STEPS = st.lists(st.tuples(st.integers(0, 999), st.integers(0, 2), st.sampled_from([0, 0, 1, 4, 33])), min_size=1, max_size=30)


class House:
    """The deeds by name, on whichever case or sender comes next. A refusal is an answer; anything else is a defect."""

    def __init__(self, ground, officer, front, leader, above):
        self.ground, self.people = ground, {"officer": officer, "front": front, "leader": leader, "above": above}
        self.day, self.home = 0, []

    @property
    def now(self):
        return NOW + timedelta(days=self.day)

    def who(self, name):
        return on_day(self.people[name], self.day)

    def run(self, pick: int, n: int, days: int) -> str:
        """One step on one of the cases: mostly what its state allows, one time in four anything at all. Answers what was done, or ""."""
        self.day += days
        cases = list(Case.objects.filter(state__in=LIVING).order_by("pk")) if pick % 5 else list(Case.objects.exclude(senders=0))
        if not cases:
            self.say()
            return "say"
        case = cases[n % len(cases)]
        theirs = [said for said in self.home if queries.of_code(said.code).case_id == case.pk]
        said = theirs[pick % len(theirs)]
        fit = [way for deed in NEXT[State(case.state)] for way in WAYS[deed]]
        ways = EVERY if pick % 4 == 0 or not fit else [*fit, *fit, *fit, *BESIDE]
        deed = ways[pick // 4 % len(ways)]
        before = Event.objects.count()
        try:
            getattr(self, deed)(case, queries.of_code(said.code), sent_by(said), {"by": self.mine(case), "now": self.now})
        except Refusal:
            assert Event.objects.count() == before
            return ""
        assert Event.objects.count() == before + 1, deed
        return deed

    def mine(self, case):
        return self.who("front" if case.office_id == self.ground.front.pk else "officer")

    def say(self, case=None, opinion=None, by=None, o=None):
        self.home.append(
            actions.say(text=WORDS, place=SECRET, unit=self.ground.commune, pin=PIN, channel=Channel.PORTAL, by=Anyone(), now=self.now)
        )

    def me_too(self, c, opinion, by, o):
        self.home.append(actions.join_in(c, by=Anyone(), now=self.now, place=SECRET))

    def classify(self, c, opinion, by, o):
        actions.classify(c, content=Content.REMARK, topic=TOPIC, **o)

    def complain(self, c, opinion, by, o):
        actions.classify(c, content=Content.COMPLAINT, topic=TOPIC, **o)

    def forward(self, c, opinion, by, o):
        actions.forward(c, to=self.ground.front, reason=WORDS, **o)

    def back(self, c, opinion, by, o):
        actions.forward(c, to=self.ground.committee, reason=WORDS, **o)

    def accept(self, c, opinion, by, o):
        actions.accept(c, **o)

    def ask(self, c, opinion, by, o):
        actions.ask_back(c, text=WORDS, **o)

    def reply(self, c, opinion, by, o):
        actions.reply(opinion, text=WORDS, by=by, now=self.now)

    def go_on(self, c, opinion, by, o):
        actions.go_on(c, **o)

    def refuse(self, c, opinion, by, o):
        actions.refuse(c, reason=WORDS, law=LAW, **o)

    def pause(self, c, opinion, by, o):
        actions.pause(c, reason=WORDS, **o)

    def resume(self, c, opinion, by, o):
        actions.resume(c, **o)

    def part(self, c, opinion, by, o):
        actions.answer(c, text=WORDS, partial=True, **o)

    def answer(self, c, opinion, by, o):
        actions.answer(c, text=WORDS, **o)

    def report(self, c, opinion, by, o):
        actions.report_done(c, summary=WORDS, **o)

    def yes(self, c, opinion, by, o):
        actions.give_verdict(opinion, is_done=True, by=by, now=self.now)

    def no(self, c, opinion, by, o):
        actions.give_verdict(opinion, is_done=False, text=WORDS, by=by, now=self.now)

    def rate(self, c, opinion, by, o):
        actions.give_verdict(opinion, is_done=None, rating=3, by=by, now=self.now)

    def escalate(self, c, opinion, by, o):
        actions.escalate(opinion.case, reason=WORDS, by=by, now=self.now)

    def order(self, c, opinion, by, o):
        actions.order_reopen(c, reason=WORDS, by=self.who("above"), now=self.now)

    def up(self, c, opinion, by, o):
        actions.escalate(c, reason=WORDS, by=self.who("leader"), now=self.now)

    def withdraw(self, c, opinion, by, o):
        actions.withdraw(opinion, by=by, now=self.now)

    def close(self, c, opinion, by, o):
        actions.close(c, by=CLOCK, now=self.now)

    def join(self, c, opinion, by, o):
        into = Case.objects.exclude(pk=c.pk).order_by("due", "pk").first() or c
        actions.join(c, into=into, by=self.who("leader"), now=self.now)

    def split(self, c, opinion, by, o):
        actions.split([opinion], by=self.who("leader"), now=self.now)

    def publish(self, c, opinion, by, o):
        actions.publish(c, title="Ngập nước", question="Đường bị ngập.", answer="Đã khơi cống.", **o)

    def unpublish(self, c, opinion, by, o):
        actions.unpublish(c, reason=WORDS, **o)

    def news(self, c, opinion, by, o):
        actions.send_news(c, text=WORDS, **o)

    def write(self, c, opinion, by, o):
        actions.write(opinion, text=WORDS, by=by, now=self.now)

    def contact(self, c, opinion, by, o):
        actions.leave_contact(opinion, contact=ContactGiven(name=SECRET, mail="a@vidu.vn"), wish="none", by=by, now=self.now)

    def open_contact(self, c, opinion, by, o):
        actions.open_contact(opinion, reason=WORDS, by=self.who("leader"), now=self.now)

    def erase(self, c, opinion, by, o):
        actions.erase(c, by=KEEPER, now=self.now + timedelta(days=1200))

    def holds(self) -> None:
        for c in Case.objects.all():
            owed = c.state in OWED
            assert (c.due is not None) == owed, c.state
            assert (c.ended_on is not None) == (c.state in ENDED)
            assert (c.asked_from != "") == (c.state == State.ASKED)
            assert c.senders == c.opinions.count()
            assert (c.senders == 0) == (c.state == State.JOINED)
            open_pauses = Pause.objects.filter(case=c, ended_on=None).count()
            assert open_pauses == (c.stopped_on is not None), c.state
            assert c.stopped_on is None or c.state in (State.ASKED, State.PAUSED)
            assert c.stopped_on is not None or c.state != State.PAUSED
            assert c.round >= 1 + c.reopened_by_sender
            if owed:
                assert c.due_dates.filter(round=c.round).exists()
            assert events.of(c).exists() or Opinion.objects.filter(joinings__to=c).exists()
        for said in self.home:
            there = queries.of_code(said.code)
            assert there is not None
            assert there.case.state != State.JOINED
        for event in Event.objects.all():
            for word in (SECRET, "vidu", *(s.code for s in self.home)):
                assert word not in f"{event.facts}{event.bindings}{event.was}{event.now}"
        assert verify().ok


def test_the_steps_are_mostly_done_and_go_deep(ground, committee_officer, front_officer, leader, provincial_leader):
    """The test below would prove little if its steps were always refused."""
    chance, walked = random.Random(4), Counter()  # noqa: S311  no secret
    for _ in range(4):
        with transaction.atomic():
            house = House(ground, committee_officer, front_officer, leader, provincial_leader)
            house.say()
            walked.update(house.run(chance.randrange(1000), chance.randrange(2), chance.choice([0, 0, 1, 4, 33])) for _ in range(30))
            transaction.set_rollback(True)
    assert walked[""] < walked.total() * 2 / 3
    assert len(walked) > len(EVERY) / 2


@pytest.mark.django_db
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(steps=STEPS)
def test_any_sequence_of_deeds_keeps_the_house_in_order(ground, committee_officer, front_officer, leader, provincial_leader, steps):
    with transaction.atomic():
        house = House(ground, committee_officer, front_officer, leader, provincial_leader)
        house.say()
        for pick, n, days in steps:
            house.run(pick, n, days)
        house.holds()
        transaction.set_rollback(True)
