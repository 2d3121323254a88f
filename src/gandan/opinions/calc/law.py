"""By which rule a date is owed: content × stage × channel × flags → code of a rule in `core.legal`. Nothing here is a number of law."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from gandan.opinions.enums import Channel, Content, Stage

PLEDGE = "opinion.pledge"  # a unit's own word, or the default where it gave none
RECEPTION = "reception.notice"
GOVERNMENT = "remark.government_portal"
GOVERNMENT_NEWS = "remark.government_portal_news"
NEWS = "opinion.news"  # how often who waits too long hears how things stand; on the Government's portal by its own decision
FORWARDING = "remark.forwarding"
ACCEPTANCE = {False: "complaint.acceptance", True: "complaint.acceptance_second"}

BY_CHANNEL = {Channel.RECEPTION: RECEPTION, Channel.GOVERNMENT: GOVERNMENT}


@dataclass(frozen=True)
class Asked:
    """What of a case decides its rule."""

    content: Content
    channel: Channel
    is_accepted: bool = False
    is_second_time: bool = False
    is_complex: bool = False
    is_remote: bool = False
    is_on_rules: bool = False
    """A remark on administrative rules themselves, not on one matter."""


def stage(asked: Asked) -> Stage:
    """What is owed next. Only a complaint is first accepted, then settled; of everything else an answer is owed from the first day."""
    return Stage.ACCEPT if asked.content == Content.COMPLAINT and not asked.is_accepted else Stage.ANSWER


def rule(asked: Asked) -> str:
    """The rule of the date that is owed next.

    A complaint has the terms of its own law however it came in. Anything else, unsorted and mixed too, follows the channel: said at a
    reception the law on receptions, on the Government's portal the decision on it, everywhere else the unit's pledge.
    """
    if asked.content != Content.COMPLAINT:
        return BY_CHANNEL.get(asked.channel, PLEDGE)
    if not asked.is_accepted:
        return ACCEPTANCE[asked.is_second_time]
    return _settling(second=asked.is_second_time, remote=asked.is_remote, difficult=asked.is_complex)


def steps(asked: Asked) -> tuple[tuple[Stage, str], ...]:
    """What is owed besides on the way: who cannot change a rule passes the remark on to who can, within days of its own."""
    return ((Stage.PASS_ON, FORWARDING),) if asked.is_on_rules and asked.content != Content.COMPLAINT else ()


def _settling(*, second: bool, remote: bool, difficult: bool) -> str:
    return "complaint." + ("second" if second else "first") + ("_remote" if remote else "") + ("_complex" if difficult else "")


def codes() -> frozenset[str]:
    """Every rule that a date of this room can follow."""
    settling: Iterator[str] = (_settling(second=s, remote=r, difficult=d) for s, r, d in product((False, True), repeat=3))
    return frozenset({PLEDGE, *BY_CHANNEL.values(), *ACCEPTANCE.values(), *settling, FORWARDING})
