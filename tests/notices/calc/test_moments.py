"""Moments: gathered, out of quiet hours, at the hour of the day; tried again for days and then no more."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gandan.notices.calc.moments import GATHER, RETRIES, Wish, again_after, planned

HOME = ZoneInfo("Asia/Ho_Chi_Minh")
moments = st.integers(1_700_000_000, 1_900_000_000).map(lambda s: datetime.fromtimestamp(s, UTC))
hours = st.times().map(lambda t: t.replace(second=0, microsecond=0))


def at(hour: int, minute: int = 0, day: int = 23) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=HOME)


@pytest.mark.parametrize(
    ("now", "wish", "leaves"),
    [
        (at(9), Wish(), at(9, 1)),
        (at(9), Wish(daily_at=time(7)), at(7, day=24)),
        (at(6), Wish(daily_at=time(7)), at(7)),
        (at(7), Wish(daily_at=time(7)), at(7, day=24)),
        (at(22), Wish(quiet_from=time(21), quiet_to=time(6)), at(6, day=24)),
        (at(3), Wish(quiet_from=time(21), quiet_to=time(6)), at(6)),
        (at(20, 59), Wish(quiet_from=time(21), quiet_to=time(6)), at(6, day=24)),
        (at(12), Wish(quiet_from=time(21), quiet_to=time(6)), at(12, 1)),
        (at(12), Wish(quiet_from=time(11, 30), quiet_to=time(13)), at(13)),
        (at(12), Wish(quiet_from=time(6), quiet_to=time(6)), at(12, 1)),
    ],
)
def test_when_a_message_leaves(now, wish, leaves):
    assert planned(now, wish, urgent=False, zone=HOME) == leaves
    assert planned(now, wish, urgent=True, zone=HOME) == now


@given(moments, hours, hours)
def test_never_in_quiet_hours_never_more_than_a_day_late(now, start, end):
    leaves = planned(now, Wish(quiet_from=start, quiet_to=end), urgent=False, zone=HOME)
    hour = leaves.astimezone(HOME).time()
    quiet = start != end and (start <= hour < end if start < end else hour >= start or hour < end)
    assert not quiet
    assert now + GATHER <= leaves <= now + GATHER + timedelta(days=1)


@given(moments, hours)
def test_a_day_is_gathered_to_its_hour(now, hour):
    leaves = planned(now, Wish(daily_at=hour), urgent=False, zone=HOME)
    assert leaves.astimezone(HOME).time() == hour
    assert now < leaves <= now + timedelta(days=1)


@given(moments, hours, moments)
def test_what_happens_later_never_leaves_earlier(first, hour, second):
    first, second = sorted((first, second))
    wish = Wish(daily_at=hour)
    assert planned(first, wish, urgent=False, zone=HOME) <= planned(second, wish, urgent=False, zone=HOME)


def test_tries_grow_apart_and_end_after_days():
    waits = [again_after(n) for n in range(1, len(RETRIES) + 1)]
    assert waits == sorted(waits)
    assert timedelta(days=4) < sum(waits, timedelta()) < timedelta(days=6)
    assert again_after(len(RETRIES) + 1) is None
