"""Registering, correcting, withdrawing."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from gandan.core import events, search
from gandan.core.access import Anyone, Refusal
from gandan.core.files import queries as files
from gandan.directives import actions, queries
from gandan.directives.enums import Origin, State
from gandan.directives.models import Document
from tests.directives.making import document
from tests.people import CAST, NOW, TODAY

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
KEEPERS = {"front_officer", "committee_officer", "leader", "provincial_specialist", "provincial_leader"}


def test_a_number_is_kept_as_the_norm_writes_it(world, front_officer):
    row = document("quyet dinh so 290 – qd/tw", by=front_officer, issuer="Bộ Chính trị", issued_on=date(2010, 2, 25))
    assert (row.number, row.key, row.kind, row.form) == ("290-QĐ/TW", "290-qđ-tw", "Quyết định", "party")
    assert (row.year, row.unit, row.origin, row.state) == (2010, world.commune, Origin.OFFICE, State.RECORDED)
    event = events.of(row).get()
    assert (event.verb, event.actor, event.unit) == ("directives.document_registered", front_officer.key, world.commune.pk)
    assert event.facts == {"number": "290-QĐ/TW", "issued_on": "2010-02-25", "public": False, "file": False}
    assert event.bindings[0][1] == str(row.pk)


def test_what_the_number_says_needs_no_typing(world, front_officer):
    row = document("59/2023/nd-cp", by=front_officer)
    assert (row.kind, row.issuer, row.year) == ("Nghị định", "Chính phủ", 2023)


def test_an_office_of_ours_issues_it(world, front_officer):
    row = document("12/KH-MTTQ-BTT", by=front_officer, issuer="Ủy ban MTTQ Việt Nam phường Ninh Kiều", issuer_office=world.front)
    assert (row.issuer_office, row.issuer_unit, row.unit) == (world.front, world.commune, world.commune)


def test_its_file_is_open_to_who_sees_it(world, front_officer, outsider):
    upload = SimpleUploadedFile("vb.pdf", PDF)
    row = document("12/KH-MTTQ-BTT", by=front_officer, upload=upload)
    file = files.of(row).get()
    assert files.visible(file.pk, actor=front_officer)
    assert files.visible(file.pk, actor=outsider) is None
    assert files.visible(file.pk, actor=Anyone()) is None
    actions.correct_document(row, is_public=True, by=front_officer, now=NOW)
    assert files.visible(file.pk, actor=Anyone())


@pytest.mark.parametrize("who", CAST)
def test_who_registers(world, cast, who):
    if who in {*KEEPERS, "outsider"}:
        assert document("12/KH-UBND", by=cast[who]).pk
    elif who == "administrator":
        assert document("12/KH-UBND", by=cast[who], is_public=True).unit is None
    else:
        with pytest.raises(Refusal, match="chưa được giao quyền"):
            document("12/KH-UBND", by=cast[who])


@pytest.mark.parametrize("who", CAST)
def test_who_keeps_the_record(world, cast, front_officer, who):
    row = document("12/KH-UBND", by=front_officer)
    if who in KEEPERS:
        assert actions.correct_document(row, abstract="Khác", by=cast[who], now=NOW).abstract == "Khác"
    else:
        with pytest.raises(Refusal):
            actions.correct_document(row, abstract="Khác", by=cast[who], now=NOW)


def test_what_belongs_to_all_is_kept_by_administrators(world, front_officer, provincial_leader, administrator):
    row = document("23-QĐ/TW")
    for actor in (front_officer, provincial_leader):
        with pytest.raises(Refusal):
            actions.correct_document(row, abstract="x", by=actor, now=NOW)
    assert actions.correct_document(row, abstract="Đúng", by=administrator, now=NOW).origin == Origin.OFFICE


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"number": "văn bản nọ"}, "Chưa đọc được số"),
        ({"number": "249/MTTQ-BTT"}, "Hãy ghi tên loại"),
        ({"kind": "K" * 61}, "Tên loại dài quá 60"),
        ({"abstract": "a" * 1001}, "Trích yếu dài quá 1000"),
        ({"issued_on": TODAY + timedelta(days=1)}, "sau hôm nay"),
        ({"issued_on": date(1929, 1, 1)}, "trước năm 1930"),
        ({"number": "59/2023/NĐ-CP", "issued_on": date(2022, 1, 1)}, "ghi năm 2023"),
    ],
)
def test_refusals_say_what_to_do(world, front_officer, given, sentence):
    with pytest.raises(Refusal, match=sentence) as refused:
        document(**{"number": "12/KH-UBND", "by": front_officer, **given})
    assert refused.value.status == 422
    assert not Document.objects.exists()


def test_internal_without_a_unit_is_refused(world, administrator):
    with pytest.raises(Refusal, match="nội bộ phải thuộc một đơn vị"):
        document("12/KH-UBND", by=administrator, is_public=False)


class TestOnce:
    def test_the_same_document_is_registered_once(self, world, front_officer, committee_officer):
        document("12/KH-UBND", by=front_officer, issuer="UBND phường Ninh Kiều", issued_on=date(2026, 3, 1))
        with pytest.raises(Refusal, match="Sổ đã có Kế hoạch 12/KH-UBND") as refused:
            document("12 kh ubnd", by=committee_officer, issuer="ubnd phuong ninh kieu", issued_on=date(2026, 4, 1))
        assert refused.value.status == 409

    def test_another_year_or_issuer_is_another_document(self, world, front_officer):
        document("12/KH-UBND", by=front_officer, issuer="UBND phường Ninh Kiều", issued_on=date(2026, 3, 1))
        document("12/KH-UBND", by=front_officer, issuer="UBND phường Ninh Kiều", issued_on=date(2025, 8, 1))
        document("12/KH-UBND", by=front_officer, issuer="UBND thành phố Cần Thơ", issued_on=date(2026, 3, 1))
        assert len(queries.find_number("12 kh ubnd", actor=front_officer)) == 3

    def test_unknown_year_or_issuer_counts_as_the_same(self, world, front_officer):
        document("12/KH-UBND", by=front_officer, issuer="UBND phường Ninh Kiều", issued_on=date(2026, 3, 1))
        for more in ({"issuer": "UBND phường Ninh Kiều"}, {"issued_on": date(2026, 5, 1)}, {}):
            with pytest.raises(Refusal, match="Sổ đã có"):
                document("12/KH-UBND", by=front_officer, **more)

    def test_what_one_may_not_see_does_not_stand_in_the_way_nor_shows(self, world, front_officer, outsider):
        document("12/KH-UBND", by=front_officer, issuer="A", issued_on=date(2026, 3, 1))
        assert document("12/KH-UBND", by=outsider, issuer="A", issued_on=date(2026, 3, 1)).unit == world.other

    def test_after_withdrawal_it_may_come_again(self, world, front_officer):
        row = document("12/KH-UBND", by=front_officer)
        actions.withdraw_document(row, reason="Ghi nhầm số", by=front_officer, now=NOW)
        assert document("12/KH-UBND", by=front_officer).pk != row.pk


class TestCorrect:
    def test_only_what_is_given_changes(self, world, front_officer):
        row = document("12/KH-UBND", by=front_officer, issuer="A", abstract="Cũ", issued_on=date(2026, 3, 1))
        done = actions.correct_document(row, number="13/KH-UBND", by=front_officer, now=NOW)
        assert (done.number, done.plain, done.issuer, done.abstract, done.issued_on) == (
            "13/KH-UBND",
            "13-kh-ubnd",
            "A",
            "Cũ",
            date(2026, 3, 1),
        )
        event = events.of(row).last()
        assert (event.verb, event.facts) == ("directives.document_corrected", {"number": "13/KH-UBND"})

    def test_it_cannot_become_another(self, world, front_officer):
        document("12/KH-UBND", by=front_officer)
        row = document("13/KH-UBND", by=front_officer)
        with pytest.raises(Refusal, match="Sổ đã có"):
            actions.correct_document(row, number="12 kh ubnd", by=front_officer, now=NOW)

    def test_a_bare_number_keeps_its_kind(self, world, front_officer):
        row = document("02", kind="Hướng dẫn", by=front_officer)
        done = actions.correct_document(row, abstract="x", by=front_officer, now=NOW)
        assert done.number == "02"


class TestWithdraw:
    def test_it_is_found_no_more_but_its_keepers_see_why(self, world, front_officer):
        row = document("12/KH-UBND", by=front_officer, is_public=True)
        assert len(search.find("12 kh ubnd", actor=Anyone())) == 1
        done = actions.withdraw_document(row, reason="  Ghi trùng  ", by=front_officer, now=NOW)
        assert (done.state, done.withdrawn_for) == (State.WITHDRAWN, "Ghi trùng")
        assert len(search.find("12 kh ubnd", actor=Anyone())) == 0
        assert not queries.visible_to(Anyone()).exists()
        assert queries.visible_to(front_officer).get() == row
        event = events.of(row).last()
        assert (event.verb, event.was, event.now) == ("directives.document_withdrawn", "recorded", "withdrawn")
        assert "trùng" not in str(event.facts)

    def test_once_and_with_a_reason(self, world, front_officer):
        row = document("12/KH-UBND", by=front_officer)
        with pytest.raises(Refusal, match="Hãy ghi lý do"):
            actions.withdraw_document(row, reason="  ", by=front_officer, now=NOW)
        actions.withdraw_document(row, reason="Ghi nhầm", by=front_officer, now=NOW)
        for deed in (
            lambda: actions.withdraw_document(row, reason="Ghi nhầm", by=front_officer, now=NOW),
            lambda: actions.correct_document(row, abstract="x", by=front_officer, now=NOW),
            lambda: actions.attach_file(row, upload=SimpleUploadedFile("a.pdf", PDF), by=front_officer, now=NOW),
        ):
            with pytest.raises(Refusal, match="đã được rút khỏi sổ"):
                deed()


class TestFiles:
    def test_one_more_and_away_again(self, world, front_officer):
        row = document("12/KH-UBND", by=front_officer)
        file = actions.attach_file(row, upload=SimpleUploadedFile("a.pdf", PDF), by=front_officer, now=NOW)
        actions.remove_file(row, file=file, by=front_officer, now=NOW)
        assert not files.of(row).exists()
        assert events.of(row).verbs() == ["directives.document_registered", "directives.file_attached", "directives.file_removed"]

    def test_nobody_removes_a_file_of_another_document(self, world, front_officer, outsider):
        row, other = document("12/KH-UBND", by=front_officer), document("12/KH-UBND", by=outsider)
        file = actions.attach_file(other, upload=SimpleUploadedFile("a.pdf", PDF), by=outsider, now=NOW)
        with pytest.raises(Refusal):
            actions.remove_file(row, file=file, by=front_officer, now=NOW)
        assert files.of(other).exists()
