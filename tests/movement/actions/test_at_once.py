"""Deeds and reorganisations at the same time: nobody waits in a circle, nothing is left with what has ended.

Each goes over a connection of its own. A reorganisation is stopped half way, its unit held and its models not yet asked for, by a lock on a
promise that it hands over before them.
"""

import time
from datetime import timedelta
from threading import Event

import pytest
from django.db import transaction

from gandan.commitments import actions as commitments
from gandan.core.access import Refusal
from gandan.movement import actions, stamp
from gandan.movement.enums import LIVING, EvidenceKind, State
from gandan.movement.models import Drive, Practice
from gandan.units import actions as units
from tests.at_once import LONG, aside, stopped, until_waiting
from tests.movement.actions.test_reorganise import HANDOVER, new
from tests.movement.ground import at, form
from tests.people import NOW, TODAY

pytestmark = pytest.mark.django_db(transaction=True)
NOTE = "Hẻm sạch cả tuần này"


def test_deeds_and_a_merger_never_wait_for_each_other(in_state, ground, drive, field, administrator, committee_officer, front_officer):
    promise = commitments.promise(
        title="Thay đèn", deliverable="12 bóng", due=TODAY + timedelta(days=30), lead=ground.committee, by=committee_officer, now=NOW
    )
    draft, sent, model = in_state(State.DRAFT, 1), in_state(State.SUBMITTED, 2), in_state(State.REGISTERED, 3)
    deeds = [
        lambda: actions.submit(draft, by=committee_officer, now=NOW),
        lambda: actions.register(sent, by=front_officer, now=NOW),
        lambda: actions.add_evidence(model, kind=EvidenceKind.NOTE, note=NOTE, by=committee_officer, now=NOW),
    ]
    with stopped(promise):
        merged = aside(
            lambda: units.merge(
                [ground.commune, ground.other], into=new(ground), first_day=TODAY, decree="12/NQ", by=administrator, now=NOW
            )
        )
        until_waiting()
        late = aside(
            lambda: actions.begin(drive=Drive.objects.get(), office=ground.committee, written=form(field, 9), by=committee_officer, now=NOW)
        )
        done = [aside(deed) for deed in deeds]
        time.sleep(0.5)
    assert merged.exception(LONG) is None
    assert [one.exception(LONG) for one in done] == [None, None, None]
    assert isinstance(late.exception(LONG), Refusal), "begun for an office that has just ended"
    for practice in Practice.objects.filter(state__in=sorted(LIVING)):
        assert practice.pending.filter(settled_on=None).count() == 1, "nothing is left with what has ended"
    assert actions.settle_handovers(by=HANDOVER, now=at(1)) == 0


def test_two_that_do_several_deeds_each_never_wait_in_a_circle(in_state, committee_officer):
    """The first has done a deed and wants the model that the second holds; the second does its deed meanwhile and is done."""
    one, other = in_state(State.REGISTERED, 1), in_state(State.REGISTERED, 2)
    said = {"kind": EvidenceKind.NOTE, "note": NOTE, "by": committee_officer, "now": NOW}
    before, held, done = stamp.current(), Event(), Event()

    def second():
        with transaction.atomic():
            actions.add_evidence(other, **said)
            held.set()
            assert done.wait(LONG)
            until_waiting()

    with transaction.atomic():
        actions.add_evidence(one, **said)
        late = aside(second)
        assert held.wait(LONG), "the second waits for the first: they write one row"
        done.set()
        actions.add_evidence(other, **said)
    assert late.exception(LONG) is None
    assert stamp.current() != before, "who counts everything counts anew"
