"""When a call can be marked as made: every channel and state."""

import pytest

from gandan.notices import policies
from gandan.notices.enums import Channel, State
from gandan.notices.models import Message

SAID = {State.QUEUED: None, State.DONE: "Đã có người gọi báo rồi", State.VOID: "không cần nữa", State.SENT: "không cần nữa"}
SAID[State.FAILED] = "không cần nữa"


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("channel", Channel)
def test_only_a_call_that_waits(channel, state):
    refusal = policies.call(Message(channel=channel, state=state))
    expected = SAID[state] if channel == Channel.CALL else "không phải là việc gọi báo"
    assert (refusal is None) == (expected is None)
    assert refusal is None or expected in refusal.sentence
