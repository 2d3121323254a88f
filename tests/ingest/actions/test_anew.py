"""What two texts tell stays while one of them is accepted, whichever is undone first, and with the sentence of the one that is left."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from itertools import combinations, count, permutations

import pytest
from django.db import transaction

from gandan.activities.models import Activity, ActivityDocument, ActivityFigure, ActivityPlace, Participant
from gandan.awards.models import Conferral
from gandan.core import events
from gandan.core.access import Role
from gandan.directives.models import Document
from gandan.indicators.models import Statement
from gandan.ingest import actions
from gandan.ingest.enums import RecordKind, RecordState
from gandan.ingest.models import Made, ProposedRecord
from gandan.movement.models import Practice
from tests.ingest.actions.test_models_and_awards import AWARD, MODEL, board_leader, drive, province
from tests.ingest.desk import INSPECTION, NOW, actor, record, records, take, unit

__all__ = ["board_leader", "drive", "province"]


def standing() -> dict[str, list[tuple[object, ...]]]:
    """What stands in the rooms, with its sentences and without ids."""
    forms = Practice.objects.exclude(state="withdrawn")
    roll = Conferral.objects.filter(removed_at=None).select_related("persons_figure")
    by_number = [c.persons_figure for c in roll if c.persons_figure is not None]
    rows = {
        "awards": [(c.name, c.persons, c.collectives, c.quote, c.source_title) for c in roll],
        "counted": [(figure.value, figure.quote, figure.is_retracted) for figure in by_number],
        "figures": [(s.value, s.measure, s.quote, s.source_title) for s in Statement.objects.living()],
        "forms": [(p.title, p.state) for p in forms],
        "sentences": [(m.quote, m.is_public) for p in forms for m in p.mentions.filter(removed_at=None)],
        "documents": [(d.number,) for d in Document.objects.filter(state="recorded")],
        "cited": [(c.document.number, c.quote) for c in ActivityDocument.objects.filter(removed_at=None)],
        "hung": [(f.statement.value, f.statement.quote) for f in ActivityFigure.objects.filter(removed_at=None)],
        "places": [(p.unit_id, p.quote) for p in ActivityPlace.objects.filter(removed_at=None)],
        "people": [(p.name, p.quote) for p in Participant.objects.filter(removed_at=None)],
    }
    return {name: sorted(found, key=str) for name, found in rows.items()}


@contextmanager
def tried() -> Iterator[None]:
    sid = transaction.savepoint()
    try:
        yield
    finally:
        transaction.savepoint_rollback(sid)


def holds_in_every_order(rows: list[ProposedRecord], bring: Callable[[ProposedRecord], object], who, orders=()) -> None:
    """Accepted one after the other and undone in every order: after each undoing there stands what stands where only the others were ever
    accepted; and after all there is nothing. What was undone and is accepted again stands again."""
    only = {(): standing()}
    for some in [part for n in range(1, len(rows) + 1) for part in combinations(rows, n)]:
        with tried():
            for row in some:
                bring(row)
            only[some] = standing()
    for out in orders or permutations(rows):
        with tried():
            for row in rows:
                bring(row)
            for n, row in enumerate(out, 1):
                actions.undo(row, **who)
                assert standing() == only[tuple(r for r in rows if r not in out[:n])], out[:n]
            assert not Made.objects.filter(record__in=rows).exists()
            if out == tuple(rows):
                for row in rows:
                    bring(row)
                assert standing() == only[tuple(rows)]


@pytest.fixture
def who(officer):
    return {"by": officer, "now": NOW}


def by_merging(who) -> Callable[[ProposedRecord], ProposedRecord]:
    """Accepted; into what another text put onto the roll, where there is such a line."""

    minutes = count()

    def bring(row: ProposedRecord) -> ProposedRecord:
        row.refresh_from_db()
        said = {**who, "now": NOW + timedelta(minutes=next(minutes))}
        there = Conferral.objects.filter(removed_at=None).first() if row.kind == RecordKind.AWARD else None
        return actions.merge(row, into=there, **said) if there else actions.accept(row, **said)

    return bring


def test_an_award_of_three_texts(province, ward, officer, who):
    texts = [take(AWARD.replace("Dịp này", start), ward, officer) for start in ("Dịp này", "Nhân dịp này", "Tại đây")]
    first, second, third = (record(t, "award") for t in texts)
    holds_in_every_order([first, second, third], by_merging(who), who, orders=[(first, second, third), (second, first, third)])


def test_an_award_and_its_figure_and_another_text(province, ward, officer, who):
    first, second = take(AWARD, ward, officer), take(AWARD.replace("Dịp này", "Tại đây"), ward, officer)
    award, figure, other = record(first, "award"), record(first, "figure", "32"), record(second, "award")
    holds_in_every_order([figure, award, other], by_merging(who), who)
    holds_in_every_order([award, figure, other], by_merging(who), who, orders=[(award, other, figure), (other, figure, award)])


def test_who_tells_it_afterwards_is_said(province, ward, officer, who):
    bring = by_merging(who)
    first, second = (bring(record(take(AWARD.replace("Dịp này", start), ward, officer), "award")) for start in ("Dịp này", "Tại đây"))
    actions.undo(first, **who)
    second.refresh_from_db()
    there = Conferral.objects.get(removed_at=None)
    assert (second.state, second.thing_id, second.decided_by) == (RecordState.ACCEPTED, str(there.pk), officer.key)
    assert there.quote.startswith("Tại đây")
    assert events.of(second).verbs() == ["ingest.record_merged", "ingest.record_taken_anew"]


def test_of_another_unit_it_waits_again_for_its_own_desk(province, ward, officer, who):
    by_merging(who)(record(take(AWARD, ward, officer), "award"))
    there = unit("00004")
    other = actor(31, Role.OFFICER, there)
    second = record(take(AWARD.replace("Dịp này", "Tại đây"), there, other), "award")
    Conferral.objects.update(is_public=True)
    actions.merge(second, into=Conferral.objects.get(), by=other, now=NOW)
    actions.undo(ProposedRecord.objects.get(kind="award", state="accepted"), **who)
    second.refresh_from_db()
    assert (second.state, second.thing_id, second.decided_by) == (RecordState.WAITING, "", "")
    assert not Conferral.objects.filter(removed_at=None).exists()


def test_a_model_of_two_texts(drive, ward, officer, who, board_leader):
    for place, by in ((ward, officer), (unit("92"), board_leader[0])):  # a form of the own ward; told of a ward below
        texts = [take(MODEL.replace("Sáng", start), place, by) for start in ("Sáng", "Buổi sáng")]
        its = {"by": by, "now": NOW}
        holds_in_every_order([record(t, "model") for t in texts], lambda row, its=its: actions.accept(row, **its), its)


def test_what_hangs_on_one_activity(source, ward, officer, who):
    """A document, a person, a place and a figure that two texts tell of the same activity."""
    actions.accept(record(source, "activity"), **who)
    here = Activity.objects.get()
    second = take(INSPECTION.replace("Ngày 18-6", "Vào ngày 18-6"), ward, officer)
    actions.merge(record(second, "activity"), into=here, **who)
    for kind in ("document", "person", "unit", "figure"):
        first, again = records(source, kind), records(second, kind)
        assert first, kind
        assert again, kind
        holds_in_every_order([first[0], again[0]], by_figure(here, who), who)


def by_figure(here: Activity, who) -> Callable[[ProposedRecord], ProposedRecord]:
    """Accepted; a figure that hangs on the activity already is merged into."""

    def bring(row: ProposedRecord) -> ProposedRecord:
        row.refresh_from_db()
        hung = ActivityFigure.objects.filter(activity=here, removed_at=None).first() if row.kind == RecordKind.FIGURE else None
        return actions.merge(row, into=hung.statement, **who) if hung else actions.accept(row, **who)

    return bring
