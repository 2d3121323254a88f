"""What was read and is not needed is erased after its time; what was accepted keeps its text. The record still verifies."""

from datetime import timedelta

import pytest
from django.db import transaction

from gandan.core import events
from gandan.core.access import Refusal, Role, SystemActor
from gandan.core.events.verify import verify
from gandan.ingest import actions, queries
from gandan.ingest.tasks import forget
from gandan.units import actions as units
from gandan.units.actions import NewUnit
from tests.ingest.desk import INSPECTION, NOW, TODAY, actor, record, records, unit

ADMINISTRATOR = SystemActor("cli")
BY = SystemActor("retention")
LONG = timedelta(days=400)


def test_rejected_words_go_and_the_rest_stays(source, officer):
    actions.accept(record(source, "activity"), by=officer, now=NOW)
    gone = actions.reject(records(source, "person")[0], by=officer, now=NOW)
    assert actions.forget(by=BY, now=NOW + timedelta(days=89)) == 0
    assert actions.forget(by=BY, now=NOW + timedelta(days=91)) == 1
    gone.refresh_from_db()
    assert (gone.payload, gone.quote, gone.state) == ({}, "", "rejected")
    assert events.of(gone).verbs()[-1] == "ingest.record_forgotten"
    with pytest.raises(Refusal, match="đã được xoá theo thời hạn"):
        actions.undo(gone, by=officer, now=NOW)
    source.refresh_from_db()
    assert source.text
    assert actions.forget(by=BY, now=NOW + LONG) == 0


def test_a_text_that_nobody_used_goes_with_everything(source, officer, ward):
    actions.reject(records(source, "person")[0], by=officer, now=NOW)
    assert actions.forget(by=BY, now=NOW + LONG) == 1
    source.refresh_from_db()
    assert (source.text, source.title, source.digest) == ("", "", "")
    assert all(r.payload == {} and r.quote == "" for r in source.records.all())
    assert not queries.visible_to(officer).exists()
    assert verify().ok
    assert not actions.take_in_text(text=INSPECTION, unit=ward, by=officer, now=NOW).known


def test_a_text_of_which_something_stands_is_kept(source, officer):
    actions.accept(record(source, "activity"), by=officer, now=NOW)
    assert actions.forget(by=BY, now=NOW + LONG) == 0
    source.refresh_from_db()
    assert source.text


def test_files_go_with_their_text(ward, officer, settings, tmp_path):
    from django.core.files.base import ContentFile

    from gandan.core.files import queries as kept

    settings.MEDIA_ROOT = tmp_path
    batch = actions.start_batch(uploads=[ContentFile(INSPECTION.encode(), name="bài.txt")], unit=ward, by=officer, now=NOW)
    file = batch.files.get()
    actions.read_batch_file(file, by=SystemActor("ingest"), now=NOW)
    assert kept.of(file).exists()
    assert actions.forget(by=BY, now=NOW + LONG) == 1
    file.refresh_from_db()
    assert (file.name, file.is_kept) == ("", False)
    assert not kept.of(file).exists()


def test_the_nightly_job_runs_it(in_country, db):
    assert forget.func(0) == 0


@pytest.mark.parametrize("person", ["officer", "leader"])
def test_nobody_by_hand(person, request):
    with pytest.raises(Refusal):
        actions.forget(by=request.getfixturevalue(person), now=NOW)


def test_a_merger_of_units_hands_texts_and_batches_over(source, ward, officer, settings, tmp_path):
    from django.core.files.base import ContentFile

    settings.MEDIA_ROOT = tmp_path
    batch = actions.start_batch(
        uploads=[ContentFile(b"Ng\xc3\xa0y 5/6, x\xc3\xa3 h\xe1\xbb\x8dp.", name="a.txt")], unit=ward, by=officer, now=NOW
    )
    into = NewUnit(level="commune", kind="Phường", name="Tây Đô", code="39999", parent=unit("92"))
    with transaction.atomic():
        made = units.merge([ward, unit("31120")], into=into, first_day=TODAY, decree="12/NQ-UBTVQH16", by=ADMINISTRATOR, now=NOW)
    for row in (source, batch):
        row.refresh_from_db()
        assert (row.unit, row.office) == (made, None)
        assert events.of(row).verbs()[-1].endswith("_handed_over")
    assert queries.visible_to(actor(9, Role.OFFICER, made)).get() == source
