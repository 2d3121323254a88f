"""Everyone who decides on a text locks it first and its record then: however many press at once, nobody waits for ever."""

import threading

import pytest
from django.db import OperationalError, connection

from gandan.core.access import Refusal
from gandan.core.rest.etags import held
from gandan.ingest import actions
from gandan.ingest.models import ProposedRecord
from gandan.ingest.web.records_api import source_first
from gandan.ingest.web.sources_shown import record_out
from tests.ingest.desk import NOW, records

AT_ONCE, ROUNDS = 5, 10


@pytest.mark.django_db(transaction=True)
def test_fifty_deeds_on_one_text_never_deadlock(source, officer, rf):
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
