"""Everyone who decides on a text locks it first and its record then: however many press at once, nobody waits for ever."""

import threading

import pytest
from django.db import OperationalError, connection

from gandan.awards.models import Conferral
from gandan.core.access import Refusal
from gandan.core.rest.etags import held
from gandan.indicators.models import Statement
from gandan.ingest import actions
from gandan.ingest.models import ProposedRecord
from gandan.ingest.web.records_api import source_first
from gandan.ingest.web.sources_shown import record_out
from tests.at_once import LONG, aside, stopped, until_waiting
from tests.ingest.actions.test_models_and_awards import AWARD, province
from tests.ingest.desk import NOW, record, records, take

__all__ = ["province"]

AT_ONCE, ROUNDS = 5, 10


@pytest.mark.django_db(transaction=True)
def test_fifty_deeds_on_one_text_never_deadlock_nor_two_across_texts(source, province, ward, officer, rf):
    row = records(source, "figure")[0]
    stuck: list[BaseException] = []

    def over_rest() -> None:
        with held(rf.post("/"), ProposedRecord.objects.all(), row.pk, show=record_out, first=source_first) as one:
            actions.accept(one, by=officer, now=NOW)

    deeds = (
        over_rest,
        lambda: actions.undo(row, by=officer, now=NOW),
        lambda: actions.accept_all(source, by=officer, now=NOW),
        lambda: actions.accept(row, by=officer, now=NOW),
        lambda: actions.reject(row, by=officer, now=NOW),
    )

    def often(deed) -> None:
        try:
            for _round in range(ROUNDS):
                try:
                    deed()
                except Refusal:
                    continue
                except OperationalError as error:
                    stuck.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=often, args=(deed,)) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    assert len(deeds) == AT_ONCE
    assert stuck == []
    assert not any(thread.is_alive() for thread in threads)
    two_undo_across_two_texts(ward, officer)


def two_undo_across_two_texts(ward, officer) -> None:
    """The award of the one stands in the other, the figure of the other in the one: each needs both texts."""
    who = {"by": officer, "now": NOW}
    first, second = (take(AWARD.replace("Dịp này", start), ward, officer) for start in ("Dịp này", "Tại đây"))
    figure = actions.accept(record(second, "figure", "32"), **who)
    award = actions.accept(record(first, "award"), **who)
    actions.merge(record(first, "figure", "32"), into=Statement.objects.get(pk=figure.thing_id), **who)
    actions.merge(record(second, "award"), into=Conferral.objects.get(pk=award.thing_id), **who)
    with stopped(first):
        one = aside(lambda: actions.undo(award, **who))
        until_waiting(1)
        two = aside(lambda: actions.undo(figure, **who))
        until_waiting(2)
    assert {row.result(LONG).state for row in (one, two)} == {"waiting"}
    living = [*_living(Conferral), *_living(Statement)]
    told = ProposedRecord.objects.filter(source__in=(first, second), kind__in=("award", "figure"), thing_id__in=living)
    assert {(row.source_id, row.kind) for row in told} == {(first.pk, "figure"), (second.pk, "award")}


def _living(model) -> list[str]:
    rows = model.objects.filter(removed_at=None) if model is Conferral else model.objects.living()
    return [str(pk) for pk in rows.values_list("pk", flat=True)]
