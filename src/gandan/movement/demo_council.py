"""How a council of the demo comes to a result, and what is decided on it."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from random import Random
from uuid import UUID

from gandan.appraisals import actions as appraisals
from gandan.appraisals.enums import Level, Part
from gandan.appraisals.models import Appraisal, Criterion, Posting
from gandan.core.access import Anyone
from gandan.directives.numbers import Form, Number
from gandan.movement import actions
from gandan.movement.demo_tale import Ground, Tale
from gandan.movement.models import Recognition
from gandan.units.enums import OfficeKind
from gandan.units.models import Office


@dataclass(frozen=True)
class Signs:
    """How an office's decisions are numbered, and in which post its leader signs them."""

    mark: str
    form: Form
    post: str


SIGNS = {
    OfficeKind.PARTY_COMMITTEE: Signs("ĐU", Form.PARTY, "Bí thư"),
    OfficeKind.PEOPLE_COMMITTEE: Signs("UBND", Form.STATE, "Chủ tịch"),
    OfficeKind.DAN_VAN_BOARD: Signs("BTGDVTU", Form.PARTY, "Trưởng Ban"),
}
SPLIT = frozenset({"dongvan-nuoc", "hem-sang"})  # councils that lay too far apart at first
SAID = {
    "high": "Cách làm rõ, số đo có trước có sau, đã đến xem và hỏi bà con.",
    "low": "Số đo còn dựa vào người làm tự báo, chưa rõ ai giữ việc về sau.",
}


def council(tale: Tale, level: Level, *, until: str = "close") -> Iterator[datetime]:
    """From putting it before the council to the closed result, or to `until`: "cards" leaves those owing whom the row names in `owed`."""
    body, _office, head = tale.level(level)
    appraisal = actions.appraise(tale.practice, council=body, closes_on=tale.today + timedelta(days=14), by=head, now=tale.at)
    yield tale.later(3)
    appraisals.score_self(appraisal, marks=_own(appraisal, tale.dice), by=tale.owner, now=tale.at)
    yield tale.later(1)
    appraisals.begin(appraisal, by=head, now=tale.at)
    split = tale.row["key"] in SPLIT
    yield from _cards(tale, appraisal, far=split, owed=tale.row.get("owed", ()) if until == "cards" else ())
    if until == "cards":
        return
    yield tale.later(1)
    appraisals.show(appraisal, by=head, now=tale.at)
    if split:
        yield tale.later(2)
        appraisals.score_again(appraisal, closes_on=tale.today + timedelta(days=7), by=head, now=tale.at)
        yield from _cards(tale, appraisal, far=False, owed=())
        yield tale.later(1)
        appraisals.show(appraisal, by=head, now=tale.at)
    yield tale.later(1)
    appraisals.close(appraisal, by=head, now=tale.at)


def posted(tale: Tale, level: Level, *, objected: bool = False) -> Posting:
    """The result is on the board; somebody may have said why not."""
    _body, office, head = tale.level(level)
    posting = actions.post(tale.practice, office=office, by=head, now=tale.at)
    if objected:
        appraisals.object_to(posting, text=tale.row["objection"], by=Anyone(), now=tale.at + timedelta(days=2))
    return posting


def recognised(tale: Tale, level: Level) -> Iterator[datetime]:
    """Council, the days on the board, decision."""
    yield from council(tale, level)
    yield tale.later(1)
    posting = posted(tale, level)
    yield tale.later((posting.until - tale.today).days + 1)
    _body, office, head = tale.level(level)
    actions.recognise(
        [tale.practice],
        level=level,
        office=office,
        number=number(office, tale.ground, tale.at),
        decided_on=tale.today,
        signed_as=SIGNS[OfficeKind(office.kind)].post,
        by=head,
        now=tale.at,
    )


def revoked(tale: Tale) -> None:
    """Taken back: what the form said was not so."""
    _body, office, head = tale.level(Level.BASE)
    actions.revoke(
        Recognition.objects.get(practice=tale.practice, revoked_by=None),
        number=number(office, tale.ground, tale.at),
        office=office,
        decided_on=tale.today,
        reason="Đoàn thăm lại thấy hồ sơ giao tại nhà đã ngừng từ ba tháng trước mà không báo.",
        signed_as=SIGNS[OfficeKind(office.kind)].post,
        by=head,
        now=tale.at,
    )


def number(office: Office, ground: Ground, at: datetime) -> str:
    """The next number of the office's decisions as its own norm writes it: the Party counts through the term, the State by the year."""
    signs = SIGNS[OfficeKind(office.kind)]
    key = (office.pk, at.year if signs.form is Form.STATE else 0)
    ground.numbers[key] = ground.numbers.get(key, 11) + 1
    return Number(str(ground.numbers[key]), "QĐ", signs.mark, form=signs.form).text


def _own(appraisal: Appraisal, dice: Random) -> dict[UUID, tuple[Decimal, str]]:
    return {c.pk: (_points(c, dice, Decimal("0.9"), Decimal(1)), "") for c in appraisal.sheet.criteria.all()}


def _cards(tale: Tale, appraisal: Appraisal, *, far: bool, owed: Collection[str]) -> Iterator[datetime]:
    tied = set(appraisal.conflicts.values_list("seat", flat=True))
    seats = [s for s in appraisal.council.seats.filter(until=None).exclude(part=Part.SECRETARY).select_related("user") if s.pk not in tied]
    for n, seat in enumerate(s for s in seats if s.user.username not in owed):
        yield tale.later(0.3)
        low = far and n == 0
        span = (Decimal("0.45"), Decimal("0.6")) if low else (Decimal("0.8"), Decimal("0.95"))
        marks = {c.pk: _points(c, tale.dice, *span) for c in appraisal.sheet.criteria.all()}
        appraisals.hand_in(appraisal, marks=marks, reason=SAID["low" if low else "high"], by=tale.ground.user(seat.user), now=tale.at)


def _points(criterion: Criterion, dice: Random, least: Decimal, most: Decimal) -> Decimal:
    """Half points between two shares of the line; nothing is taken away, little is added as a bonus."""
    if criterion.most <= 0:
        return Decimal(0)
    share = Decimal(0) if criterion.is_bonus else least + (most - least) * Decimal(dice.randrange(101)) / 100
    return (criterion.most * share * 2).quantize(Decimal(1)) / 2
