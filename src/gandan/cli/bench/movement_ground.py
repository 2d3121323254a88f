"""Very many models in the whole country: rows made in bulk in the bench's own database, with all constraints and triggers in force."""

import random
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from gandan.cli.bench import movement_words as words
from gandan.cli.bench.ground import BULK, _bound, _moment

if TYPE_CHECKING:
    from gandan.cli.bench.ground import Ground
    from gandan.movement.calc.alike import Form

FIELDS = ("Kinh tế", "Văn hoá - xã hội", "Quốc phòng - an ninh", "Xây dựng hệ thống chính trị")
OLDEST = 900
EFFECTIVE, LAPSED = 0.5, 0.1
BUSY = 0.02  # of all models stand in one ward, so that its pages are those of a busy place


def drive(ground: "Ground") -> Any:
    """A drive of the busy province's board, which everybody registers in."""
    from gandan.movement.models import Drive, Field

    row = Drive.objects.create(
        unit_id=ground.province,
        office=ground.boards[ground.province],
        state="launched",
        title="Dân vận khéo",
        sheet_code="dan-van-kheo",
        starts_on=date(ground.today.year - 2, 1, 1),
        ends_on=date(ground.today.year + 2, 12, 31),
        launched_on=date(ground.today.year - 2, 1, 1),
        changed_at=_moment(ground.today),
    )
    Field.objects.bulk_create(Field(drive=row, name=name, order=n) for n, name in enumerate(FIELDS))
    return row


def fill(ground: "Ground", in_drive: Any, count: int, *, seed: int) -> None:
    """So many registered models more, half of them found effective, and the finder's index over all."""
    from django.db import connection

    from gandan.movement import index
    from gandan.movement.models import Practice, Review

    chance, fields = random.Random(seed), list(in_drive.fields.all())  # noqa: S311  the same rows each time
    for start in range(0, count, BULK):
        rows = [_practice(ground, in_drive, chance.choice(fields), chance) for _ in range(start, min(start + BULK, count))]
        Practice.objects.bulk_create(rows)
        Review.objects.bulk_create([_review(row) for row in rows if chance.random() < EFFECTIVE])
    index.rebuild()
    with connection.cursor() as cursor:
        cursor.execute("vacuum analyze")


def plant(ground: "Ground", in_drive: Any, form: "Form") -> Any:
    """A labelled model among the others, registered somewhere."""
    from gandan.movement.models import Practice

    chance = random.Random(form.title)  # noqa: S311
    row = _practice(ground, in_drive, in_drive.fields.first(), chance)
    row.title, row.problem, row.way, row.output, row.aim = form.title, form.problem, form.way, form.output, ""
    Practice.objects.bulk_create([_bound(row)])
    return row


def _practice(ground: "Ground", in_drive: Any, field: Any, chance: random.Random) -> Any:
    from gandan.movement.models import Practice

    office = ground.fronts[0] if chance.random() < BUSY else chance.choice(ground.fronts)
    said = words.said(chance)
    day = ground.today - timedelta(days=chance.randrange(1, OLDEST))
    lapsed = chance.random() < LAPSED
    row = Practice(
        drive=in_drive,
        field=field,
        state="lapsed" if lapsed else "registered",
        unit_id=office.unit_id,
        made_in_id=office.unit_id,
        office=office,
        title=said.title[:200],
        place="Khu phố 3",
        problem=said.problem,
        aim=said.aim,
        way=said.way,
        output=said.output,
        written_by="system:bench",
        written_at=_moment(day),
        submitted_on=day,
        submitted_by="system:bench",
        registered_on=day,
        alive_until=ground.today - timedelta(days=1) if lapsed else ground.today + timedelta(days=200),
        changed_at=_moment(day),
    )
    return _bound(row)


def _review(practice: Any) -> Any:
    from gandan.movement.models import Review

    day = practice.registered_on
    row = Review(practice=practice, office=practice.office, year=day.year, result="effective", reason="Có số đo trước và sau.")
    row.given_on, row.given_at = day, _moment(day)
    return _bound(row)
