"""WHEN: each rule over all states and kinds."""

import pytest

from gandan.ingest import policies
from gandan.ingest.decided import Figure
from gandan.ingest.enums import FILE_NEXT, NEXT, FileState, RecordKind, RecordState
from gandan.ingest.models import BatchFile, ProposedRecord
from gandan.ingest.policies.record import INTO
from tests.ingest.desk import NOW


@pytest.mark.parametrize("state", list(RecordState))
@pytest.mark.parametrize("deed", ["accept", "merge", "reject", "undo"])
def test_deciding_follows_the_table(state, deed):
    refusal = policies.decide(ProposedRecord(state=state), deed)
    assert (refusal is None) == (deed in NEXT[state])
    assert refusal is None or (refusal.status == 409 and refusal.sentence.endswith("."))


@pytest.mark.parametrize("deed", ["accept", "merge", "reject", "undo"])
def test_nothing_is_decided_of_what_was_erased(deed):
    refusal = policies.decide(ProposedRecord(state=RecordState.REJECTED, erased_at=NOW), deed)
    assert refusal is not None
    assert refusal.status == 410


@pytest.mark.parametrize("state", list(FileState))
@pytest.mark.parametrize("kept", [True, False])
def test_only_what_failed_and_was_kept_is_read_again(state, kept):
    refusal = policies.retry(BatchFile(state=state, is_kept=kept))
    assert (refusal is None) == ("retry" in FILE_NEXT[state] and kept)


@pytest.mark.parametrize(("files", "fine"), [(0, False), (1, True), (500, True), (501, False)])
def test_how_many_files(files, fine):
    assert (policies.batch_size(files) is None) == fine


@pytest.mark.parametrize(("source", "thing", "fine"), [(True, True, True), (True, False, True), (False, False, True), (False, True, False)])
def test_internal_words_never_get_onto_what_is_public(source, thing, fine):
    assert (policies.published_elsewhere(source_public=source, thing_public=thing) is None) == fine


@pytest.mark.parametrize(
    ("document", "activity", "fine"), [(True, True, True), (True, False, True), (False, False, True), (False, True, False)]
)
def test_what_is_public_cites_nothing_internal(document, activity, fine):
    assert (policies.citable(document_public=document, activity_public=activity) is None) == fine


@pytest.mark.parametrize(("positions", "fine"), [([], False), (["", "  "], False), (["Trưởng ấp"], True)])
def test_only_office_holders_are_named(positions, fine):
    assert (policies.holds_office(positions) is None) == fine


@pytest.mark.parametrize(
    ("value", "measure", "fine"),
    [(40, "count", True), (0, "count", False), (1.5, "count", False), (40, "percent", False), (-3, "count", False)],
)
def test_people_are_counted_whole(value, measure, fine):
    assert (policies.counts_people(Figure(value=value, measure=measure, quote="x")) is None) == fine


@pytest.mark.parametrize(
    ("url", "fine"), [("", True), ("https://a.vn/1", True), ("http://a.vn", True), ("ftp://a.vn", False), ("javascript:1", False)]
)
def test_an_address_can_be_opened(url, fine):
    assert (policies.describe(url=url) is None) == fine


@pytest.mark.parametrize("kind", list(RecordKind))
def test_only_a_request_is_merged_into_nothing(kind):
    assert (kind in INTO) == (kind is not RecordKind.REQUEST)


def test_every_kind_has_its_list_in_a_proposal():
    from gandan.ingest.proposal import Proposal

    assert {kind.listed for kind in RecordKind} == set(Proposal.model_fields) - {"title", "published", "happened"}
