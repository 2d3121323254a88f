"""The record is checked: what was changed, removed, renumbered, inserted or replaced is found and named; what a deed erased is fine."""

from datetime import UTC, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection

from gandan.accounts.models import User
from gandan.core import events
from gandan.core.access import Anyone, Refusal, SystemActor
from gandan.core.events import canonical
from gandan.core.events.actions import checkpoint
from gandan.core.events.models import Checkpoint, Event
from gandan.core.events.report import SENTENCES, Fault
from gandan.core.events.verify import verify
from gandan.core.files import actions as files
from gandan.core.files.models import StoredFile

NOON = datetime(2026, 11, 23, 5, tzinfo=UTC)
SEALER = SystemActor("sealer")
PDF = b"%PDF-1.4\n%%EOF"
pytestmark = pytest.mark.django_db


def by_force(sql: str, *values: object) -> None:
    """As a superuser who switches the triggers off."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(sql, values)
        cursor.execute("SET LOCAL session_replication_role = origin")


@pytest.fixture
def written():
    """Five events: three closed by a checkpoint, two after it."""
    person = User.objects.create(username="an", full_name="An")
    made = [events.record("accounts.seen", person, by=Anyone(), at=NOON, facts={"n": n}) for n in range(3)]
    checkpoint(by=SEALER, now=NOON)
    return made + [events.record("accounts.seen", person, by=Anyone(), at=NOON, facts={"n": n}) for n in (3, 4)]


def faults() -> list[tuple[Fault, str]]:
    return [(p.fault, p.event) for p in sorted(verify().problems)]


def test_a_whole_record(written):
    report = verify()
    assert report.ok
    assert report.first is None
    assert (report.events, report.checkpoints, report.last, report.gaps) == (5, 1, written[-1].seq, 0)
    assert report.head == bytes(Checkpoint.objects.get().digest).hex()


def test_an_empty_record():
    assert verify().as_dict()["ok"] is True


@pytest.mark.parametrize("which", [1, 4])
@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("verb", "accounts.liked"),
        ("at", "2020-01-01"),
        ("actor", "anyoneelse"),
        ("was", "x"),
        ("now", "x"),
        ("facts", '{"n": 9}'),
        ("thing_id", "1"),
        ("thing_type", "units.unit"),
        ("unit", "01890a5d-ac96-774b-bcce-b302099a8057"),
        ("version", "2"),
        ("office", "01890a5d-ac96-774b-bcce-b302099a8057"),
        ("bindings", '[["accounts.user", "1", null]]'),
        ("digest", b"\0" * 32),
    ],
)
def test_a_changed_event_is_named(written, which, column, value):
    by_force(f"UPDATE core_event SET {column} = %s WHERE id = %s", value, written[which].id)  # noqa: S608  column names of this list
    first = verify().first
    assert (first.fault, first.event, first.seq) == (Fault.CHANGED, str(written[which].id), written[which].seq)


def test_the_first_bad_one_comes_first(written):
    for n in (4, 0, 2):
        by_force("UPDATE core_event SET verb = 'a.b' WHERE id = %s", written[n].id)
    report = verify()
    assert [p.seq for p in sorted(report.problems)] == [written[n].seq for n in (0, 2, 4)]
    assert report.as_dict()["problems"][0]["event"] == str(written[0].id)


def test_a_removed_event_is_named(written):
    by_force("DELETE FROM core_event WHERE id = %s", written[1].id)
    assert faults() == [(Fault.REMOVED, str(written[1].id))]


def test_a_gap_after_the_last_checkpoint_is_counted_and_not_accused(written):
    by_force("DELETE FROM core_event WHERE id = %s", written[3].id)
    report = verify()
    assert report.ok
    assert report.gaps == 1


def test_swapped_events_are_named(written):
    one, two = written[0], written[1]
    by_force("UPDATE core_event SET seq = -1 WHERE id = %s", one.id)
    by_force("UPDATE core_event SET seq = %s WHERE id = %s", one.seq, two.id)
    by_force("UPDATE core_event SET seq = %s WHERE id = %s", two.seq, one.id)
    assert {f for f, _ in faults()} == {Fault.RENUMBERED}
    assert {e for _, e in faults()} == {str(one.id), str(two.id)}


def test_an_event_moved_out_of_its_stretch_is_named(written):
    by_force("UPDATE core_event SET seq = %s WHERE id = %s", written[-1].seq + 10, written[0].id)
    assert (Fault.RENUMBERED, str(written[0].id)) in faults()


def test_an_event_put_in_afterwards_is_named(written):
    by_force("DELETE FROM core_event WHERE id = %s", written[1].id)
    forged = Event.objects.get(id=written[3].id)
    by_force("UPDATE core_event SET seq = %s WHERE id = %s", written[1].seq, forged.id)
    assert (Fault.INSERTED, str(forged.id)) in faults()


def test_a_rewritten_event_with_a_fresh_hash_is_named(written):
    event = Event.objects.get(id=written[2].id)
    event.verb = "accounts.liked"
    by_force("UPDATE core_event SET verb = %s, digest = %s WHERE id = %s", event.verb, canonical.digest(event.content()), event.id)
    assert faults() == [(Fault.REPLACED, str(event.id))]


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE core_checkpoint SET count = 2",
        "UPDATE core_checkpoint SET previous = digest",
        "UPDATE core_checkpoint SET number = 7",
        "UPDATE core_checkpoint SET digest = previous",
    ],
)
def test_a_changed_checkpoint_is_found(written, sql):
    by_force(sql)
    assert Fault.CHECKPOINT in [f for f, _ in faults()]


def test_a_checkpoint_taken_out_of_the_chain_is_found(written):
    checkpoint(by=SEALER, now=NOON)
    by_force("DELETE FROM core_checkpoint WHERE number = 1")
    assert Fault.CHECKPOINT in [f for f, _ in faults()]


@pytest.fixture
def kept(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return files.store(SimpleUploadedFile("đơn.pdf", PDF), by=SystemActor("import"), now=NOON)


def test_erasing_by_a_deed_leaves_the_record_whole(kept):
    assert (verify().bound, verify().erased) == (1, 0)
    files.erase(kept, by=SystemActor("retention"), now=NOON)
    report = verify()
    assert report.ok
    assert (report.events, report.bound, report.erased) == (2, 1, 1)


def test_changed_content_is_named(kept):
    StoredFile.objects.filter(pk=kept.pk).update(name="khác.pdf")
    first = verify().first
    assert (first.fault, first.verb, first.row) == (Fault.CONTENT_CHANGED, "core.file_stored", f"core.storedfile {kept.pk}")


def test_changed_content_under_a_fresh_salt_is_named(kept):
    kept.name = "khác.pdf"
    kept.save()
    assert verify().first.fault is Fault.CONTENT_CHANGED


def test_content_moved_to_another_row_is_named(kept):
    other = files.store(SimpleUploadedFile("khác.pdf", PDF), by=SystemActor("import"), now=NOON)
    StoredFile.objects.filter(pk=kept.pk).update(name=other.name, content_salt=other.content_salt, content_mac=other.content_mac)
    assert verify().first.fault is Fault.CONTENT_CHANGED


def test_content_that_vanished_is_named(kept):
    StoredFile.objects.filter(pk=kept.pk).delete()
    assert verify().first.fault is Fault.CONTENT_REMOVED


def test_erasing_without_a_deed_is_named(kept):
    kept.erase_content()
    kept.save()
    assert verify().first.fault is Fault.ERASED_WITHOUT_DEED


def test_content_that_was_not_saved_cannot_be_bound(kept):
    kept.name = "khác.pdf"
    with pytest.raises(ValueError, match="not saved"):
        events.record("core.file_renamed", kept, by=Anyone(), at=NOON, binds=[kept])


def test_the_same_words_have_another_hash_in_another_row(kept):
    other = files.store(SimpleUploadedFile("đơn.pdf", PDF), by=SystemActor("import"), now=NOON)
    assert bytes(other.content_mac) != bytes(kept.content_mac)


def test_every_fault_has_its_sentence():
    assert set(SENTENCES) == set(Fault)


def test_only_the_sealer_closes(written):
    with pytest.raises(Refusal):
        checkpoint(by=Anyone(), now=NOON)
