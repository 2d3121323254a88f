"""Random deeds by random people against the table of states: what must hold after any of them."""

from decimal import Decimal

import pytest
from django.db import transaction
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from gandan.core import events
from gandan.core.access import Refusal
from gandan.core.events.verify import verify
from gandan.movement import actions, queries
from gandan.movement.enums import NEXT, PUBLIC, Deed, EvidenceKind, State
from gandan.movement.models import Practice
from tests.movement.ground import CLOCK, at, form, on_day
from tests.people import CAST

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
REASON = "Hộ dân trong hẻm chưa đồng ý"
VERBS = {"written": Deed.WRITE, "submitted": Deed.SUBMIT, "sent_back": Deed.SEND_BACK, "registered": Deed.REGISTER}
VERBS |= {"withdrawn": Deed.WITHDRAW, "measured": Deed.READ_MEASURE, "evidence_added": Deed.ADD_EVIDENCE, "sign_given": Deed.GIVE_SIGN}
VERBS |= {"lapsed": Deed.LAPSE, "revived": Deed.REVIVE, "stopped": Deed.STOP}


def deeds(field):
    """Every deed as somebody would ask for it on a day."""
    return {
        "write": lambda p, by, now: actions.write(p, written=form(field), by=by, now=now),
        "submit": lambda p, by, now: actions.submit(p, by=by, now=now),
        "send_back": lambda p, by, now: actions.send_back(p, reason=REASON, by=by, now=now),
        "register": lambda p, by, now: actions.register(p, by=by, now=now),
        "withdraw": lambda p, by, now: actions.withdraw(p, reason=REASON, by=by, now=now),
        "stop": lambda p, by, now: actions.stop(p, reason=REASON, by=by, now=now),
        "measure": lambda p, by, now: actions.read_measure(p.aims.get(), value=Decimal(3), read_on=now.date(), by=by, now=now),
        "evidence": lambda p, by, now: actions.add_evidence(p, kind=EvidenceKind.NOTE, note="Hẻm sạch cả tuần này", by=by, now=now),
        "sign": lambda p, by, now: actions.give_sign(p, note="Tổ vẫn nhắc giờ mỗi tối", by=by, now=now),
        "revive": lambda p, by, now: actions.revive(p, note="Tổ đã nhắc giờ trở lại", by=by, now=now),
        "lapse": lambda p, by, now: actions.lapse(p, by=by, now=now),
    }


OWNER, REGISTRAR = "committee_officer", "front_officer"
ORDINARY = st.sampled_from(
    [
        *(("write", OWNER), ("submit", OWNER), ("send_back", REGISTRAR), ("register", REGISTRAR), ("register", "leader")),
        *(("withdraw", OWNER), ("stop", OWNER), ("measure", OWNER), ("evidence", OWNER), ("sign", OWNER), ("revive", OWNER)),
        ("lapse", "clock"),
    ]
)
NAMES = sorted(deeds(None))
STEP = st.tuples(
    st.one_of(ORDINARY, st.tuples(st.sampled_from(NAMES), st.sampled_from([*CAST, "clock"]))), st.sampled_from([0, 1, 200, 370])
)
BEGUN = [(("submit", OWNER), 0), (("register", REGISTRAR), 1)]
ALIVE = [(("evidence", OWNER), 300), (("sign", OWNER), 1)]
LAPSED = [(("lapse", "clock"), 370), (("evidence", OWNER), 2), (("revive", OWNER), 0)]
PARTS = st.one_of(STEP.map(lambda s: [s]), st.sampled_from([BEGUN, ALIVE, LAPSED]))
STEPS = st.lists(PARTS, min_size=3, max_size=8).map(lambda parts: [step for part in parts for step in part])


def test_whatever_people_do(begun, field, cast):
    reached: set[str] = set()

    @given(walk=STEPS)
    @example(walk=[*BEGUN, *ALIVE, *LAPSED, (("stop", OWNER), 1)])
    @example(walk=[(("submit", OWNER), 0), (("send_back", REGISTRAR), 0), (("withdraw", OWNER), 0)])
    @settings(max_examples=14, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
    def walks(walk):
        with transaction.atomic():
            _walk(begun(), field, cast, walk, reached)
            transaction.set_rollback(True)

    walks()
    assert set(State) <= reached, "walks that get nowhere prove nothing"


def _walk(practice, field, cast, walk, reached):
    people, all_deeds, day = {**cast, "clock": CLOCK}, deeds(field), 0
    for (name, who), wait in walk:
        day += wait
        before = Practice.objects.get(pk=practice.pk)
        known = events.of(practice).count()
        try:
            with transaction.atomic():
                all_deeds[name](before, on_day(people[who], day), at(day))
        except Refusal:
            after = Practice.objects.get(pk=practice.pk)
            assert (after.state, events.of(practice).count()) == (before.state, known), "a refused deed left something behind"
            continue
        _holds(before, Practice.objects.get(pk=practice.pk), known, cast, day)
        reached.add(Practice.objects.get(pk=practice.pk).state)
    reached.add(State.DRAFT)
    assert verify().ok


def _holds(before, after, known, cast, day):
    new = list(events.of(after).order_by("seq"))[known:]
    assert len(new) == 1, "one deed, one event"
    deed = VERBS[new[0].verb.removeprefix("movement.")]
    assert NEXT[State(before.state)][deed] == after.state
    readers = queries.visible_to(cast["citizen"]).filter(pk=after.pk).exists()
    assert readers == (after.state in PUBLIC), "public exactly from registration on"
    if deed == Deed.REGISTER:
        assert new[0].actor not in {after.written_by, after.submitted_by}, "nobody registers what they wrote or sent in"
    if after.state == State.REGISTERED:
        assert after.alive_until is not None
        assert deed in {Deed.READ_MEASURE, Deed.ADD_EVIDENCE} or after.lives(at(day).date())
    assert (after.registered_on is None) == (after.state not in PUBLIC)
    assert after.made_in_id == before.made_in_id
