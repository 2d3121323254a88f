"""A council over many models: every card is handed in by its deed, then all are shown and closed by theirs."""

import time
from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from gandan.cli.bench.result import Result

if TYPE_CHECKING:
    from gandan.cli.bench.ground import Ground

TYPE = "movement.practice"


def timed(ground: "Ground", members: int, models: int) -> Iterator[Result]:
    """Cards a second, and the time to show and close everything."""
    from django.utils import timezone

    from gandan.accounts.queries import actor_for
    from gandan.appraisals import actions

    now, leader = timezone.now(), actor_for(ground.leader, today=ground.today)
    sheet, council = _sheet(ground, leader, now), _council(ground, leader, now)
    seats = _seats(ground, council, members, leader, now)
    opened = list(_opened(ground, council, sheet, models, leader, now))
    lines = list(sheet.criteria.all())
    begun = time.perf_counter()
    for n, appraisal in enumerate(opened):
        for who, actor in enumerate(seats):
            marks = {line.pk: Decimal(30 + (n + who) % 5) for line in lines}
            actions.hand_in(appraisal, marks=marks, reason="Số đo trước và sau rõ ràng.", by=actor, now=now)
    spent = time.perf_counter() - begun
    cards = len(opened) * len(seats)
    yield Result("movement_council_cards", cards, "phiếu", f"{members} thành viên, {len(opened)} mô hình")
    yield Result("movement_council_hand_in", round(spent, 1), "giây", f"{cards} phiếu, từng phiếu một việc")
    yield Result("movement_council_hand_in_each", round(1000 * spent / cards, 2), "ms", "", None, "dưới 50 ms")
    begun = time.perf_counter()
    for appraisal in opened:
        actions.close(actions.show(appraisal, by=leader, now=now), by=leader, now=now)
    closing = time.perf_counter() - begun
    yield Result("movement_council_close", round(closing, 1), "giây", f"mở điểm và chốt {len(opened)} mô hình")
    yield Result("movement_council_close_each", round(1000 * closing / len(opened), 2), "ms", "", None, "dưới 100 ms")


def _sheet(ground: "Ground", leader: Any, now: Any) -> Any:
    from gandan.appraisals import actions
    from gandan.appraisals.given import CriterionGiven, GradeGiven
    from gandan.units.models import Unit

    sheet = actions.draft_sheet(
        unit=Unit.objects.get(pk=ground.province),
        purpose=TYPE,
        code="dan-van-kheo",
        title="Bảng điểm",
        source="Phép đo",
        pass_points=Decimal(50),
        members_least=3,
        spread_most=Decimal(20),
        criteria=[CriterionGiven(f"Tiêu chí {n}", Decimal(50)) for n in (1, 2)],
        grades=[GradeGiven("Đạt", Decimal(50))],
        by=leader,
        now=now,
    )
    return actions.put_in_force(sheet, from_day=ground.today, by=leader, now=now)


def _council(ground: "Ground", leader: Any, now: Any) -> Any:
    from gandan.appraisals import actions

    board = ground.boards[ground.province]
    return actions.form_council(office=board, title="Hội đồng đo", formed_by="01-QĐ", formed_on=ground.today, by=leader, now=now)


def _seats(ground: "Ground", council: Any, members: int, leader: Any, now: Any) -> list[Any]:
    """Officers of the board: none of them works where a model is."""
    from gandan.accounts.models import User
    from gandan.accounts.queries import actor_for
    from gandan.appraisals import actions
    from gandan.cli.bench.ground import _hold
    from gandan.core.access import Role

    actors = []
    for n in range(members):
        user = User.objects.create(full_name=f"Thành viên {n}", username=f"thanh.vien.do.{n}")
        _hold(user, Role.OFFICER, ground.boards[ground.province])
        actions.seat(council, user=user, part="chair" if n == 0 else "member", by=leader, now=now)
        actors.append(actor_for(user, today=ground.today))
    return actors


def _opened(ground: "Ground", council: Any, sheet: Any, models: int, leader: Any, now: Any) -> Iterator[Any]:
    from gandan.appraisals import actions
    from gandan.movement.models import Practice
    from gandan.units import queries as units

    rows = Practice.objects.select_related("unit", "office").filter(state="registered", unit__in=units.descendant_ids(ground.province))
    for practice in rows.order_by("pk")[:models]:
        whose: dict[str, Any] = {"unit": practice.unit, "owner_office": practice.office}
        closes = ground.today + timedelta(days=7)
        made = actions.open_appraisal(
            subject_type=TYPE, subject_id=str(practice.pk), **whose, council=council, sheet=sheet, closes_on=closes, by=leader, now=now
        )
        yield actions.begin(made, by=leader, now=now)
