"""Whatever an office does with a case, its date is the one that its class has by law, and the days that truly stood still: never later."""

from datetime import date, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gandan.core.access import Anyone, Refusal
from gandan.core.calendar.queries import work_calendar
from gandan.opinions import actions, queries
from gandan.opinions.enums import Content, State
from gandan.opinions.models import Case
from tests.opinions.conftest import LAW, PIN, PLACE, REASON, TEXT, TOPIC, at, fresh, on_day, sent_by
from tests.people import NOW, TODAY

DAY = timedelta(days=1)
WAYS = ["accept", "forward", "remark", "complaint", "ask", "reply", "go_on", "pause", "resume"]
STEPS = st.lists(st.tuples(st.sampled_from(WAYS), st.sampled_from([0, 0, 1, 2, 5, 9])), min_size=2, max_size=14)


class Told:
    """A case and what a reader of the law would count by hand: the day it was first taken up, and the days that stood still."""

    def __init__(self, ground, officer, front):
        self.ground, self.officer, self.front = ground, officer, front
        self.said = actions.say(text=TEXT, place=PLACE, unit=ground.commune, topic=TOPIC, pin=PIN, by=Anyone(), now=NOW)
        self.key, self.n, self.taken_up = self.said.opinion.case_id, 0, None
        self.still: set[date] = set()
        self.since: date | None = None
        self.paused = 0  # days of pauses: thirty in all
        actions.classify(self.case, content=Content.REMARK, topic=TOPIC, by=officer, now=NOW)

    @property
    def case(self) -> Case:
        return Case.objects.get(pk=self.key)

    @property
    def today(self) -> date:
        return TODAY + self.n * DAY

    def do(self, way: str, days: int) -> None:
        self.n += days
        was, due = self.case.state, self.case.due
        here = self.front if self.case.office_id == self.ground.front.pk else self.officer
        by = {"by": on_day(here, self.n), "now": at(self.n)}
        late = was in (State.RECEIVED, State.ACCEPTED) and due < self.today
        try:
            getattr(self, way)(by)
        except Refusal:
            return
        if way == "accept":
            self.taken_up = self.taken_up or self.today
        if way in ("ask", "pause"):
            assert not (late and way == "pause")
            self.since = self.case.stopped_on
            assert self.since in (None, self.today)
            assert not (late and self.since)
        elif self.since is not None and self.case.state not in (State.ASKED, State.PAUSED):
            taken = min(30 - (self.paused if was == State.PAUSED else 0), (self.today - self.since).days)
            self.still |= {self.since + i * DAY for i in range(1, taken + 1)}
            self.paused += taken if was == State.PAUSED else 0
            self.since = None

    def accept(self, by):
        actions.accept(self.case, **by)

    def forward(self, by):
        to = self.ground.committee if self.case.office_id == self.ground.front.pk else self.ground.front
        actions.forward(self.case, to=to, reason=REASON, **by)

    def remark(self, by):
        actions.classify(self.case, content=Content.REMARK, topic=TOPIC, **by)

    def complaint(self, by):
        actions.classify(self.case, content=Content.COMPLAINT, topic=TOPIC, **by)

    def ask(self, by):
        actions.ask_back(self.case, text=REASON, **by)

    def reply(self, by):
        actions.reply(queries.of_code(self.said.code), text=TEXT, by=sent_by(self.said), now=by["now"])

    def go_on(self, by):
        actions.go_on(self.case, **by)

    def pause(self, by):
        actions.pause(self.case, reason=LAW, **by)

    def resume(self, by):
        actions.resume(self.case, **by)

    def by_hand(self) -> date:
        """The term of its class from the day that begins it, later by the days after it that stood still: nothing else."""
        calendar = work_calendar(TODAY, TODAY + 400 * DAY)
        if self.case.content == Content.COMPLAINT and self.taken_up is not None:
            last = self.taken_up + (30 + sum(day > self.taken_up for day in self.still)) * DAY
            return calendar.next_working_day(last)
        days = 7 if self.case.content == Content.COMPLAINT else 10
        return calendar.add_working_days(TODAY, days + sum(calendar.is_working(day) for day in self.still))


@pytest.mark.django_db
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(steps=STEPS)
def test_no_chain_of_deeds_gives_a_date_that_nobody_could_count_by_hand(ground, committee_officer, front_officer, steps):
    with transaction.atomic():
        told = Told(ground, committee_officer, front_officer)
        for way, days in steps:
            told.do(way, days)
            assert told.case.due == told.by_hand(), way
        transaction.set_rollback(True)


def test_a_complaint_that_is_handed_on_and_taken_up_again_keeps_its_first_term(case, committee_officer, leader, ground):
    c = case(State.ACCEPTED, content=Content.COMPLAINT)
    by = {"by": on_day(leader, 25), "now": at(25)}
    actions.forward(c, to=ground.front, reason=REASON, **by)
    actions.forward(fresh(c), to=ground.committee, reason=REASON, **by)
    actions.accept(fresh(c), **by)
    assert (fresh(c).due, fresh(c).accepted_on) == (c.due, TODAY)
