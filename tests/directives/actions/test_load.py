"""The shipped register."""

from datetime import date

import pytest

from gandan.core import events
from gandan.core.access import Anyone, Refusal, SystemActor
from gandan.directives import actions, queries
from gandan.directives.adapters import shipped
from gandan.directives.models import Document, Relation
from tests.directives.making import document
from tests.people import NOW, TODAY

INSTALL = SystemActor("install")


@pytest.fixture
def loaded(db):
    return actions.load(by=INSTALL, now=NOW)


def test_what_comes_with_the_program(loaded):
    known, links = shipped()
    assert (loaded.documents, loaded.relations) == (len(known), len(links)) == (Document.objects.count(), Relation.objects.count())
    assert all(d.is_public and d.unit is None and d.source for d in Document.objects.all())
    assert events.Event.objects.filter(verb="directives.loaded").count() == 1


def test_again_changes_nothing(loaded):
    before = events.Event.objects.count()
    again = actions.load(by=INSTALL, now=NOW)
    assert (again.documents, again.changed, again.relations) == (0, 0, 0)
    assert events.Event.objects.count() == before


@pytest.mark.parametrize(
    ("old", "new", "day"),
    [
        ("290-QĐ/TW", "23-QĐ/TW", date(2021, 7, 30)),
        ("66 qd tw", "399-QĐ/TW", date(2026, 1, 9)),
        ("223-QĐ/TW", "399-QĐ/TW", date(2026, 1, 9)),
        ("36-HD/VPTW", "05-HD/VPTW", date(2026, 5, 27)),
        ("64/2014/NĐ-CP", "154/2026/NĐ-CP", date(2026, 7, 1)),
    ],
)
def test_what_was_replaced(loaded, old, new, day):
    (row,) = queries.find_number(old)
    standing = queries.standings([row], on=TODAY)[row.pk]
    assert ([d.number for d in standing.in_place], standing.until) == ([new], day)


def test_11_qdi_is_amended_and_holds(loaded):
    (row,) = queries.find_number("11 qdi tw")
    assert [r.document.number for r in queries.related(row, actor=Anyone())[1] if r.kind == "amends"] == ["215-KL/TW"]
    assert queries.standings([row], on=TODAY)[row.pk].holds


def test_what_was_not_read_in_its_own_text_says_so(loaded):
    checked = {d.number: d.checked for d in Document.objects.all()}
    assert not checked["290-QĐ/TW"]
    assert checked["154/2026/NĐ-CP"]


def test_what_an_office_did_stays(loaded, administrator):
    first, second, third = (queries.find_number(n)[0] for n in ("290-QĐ/TW", "23-QĐ/TW", "16/CT-TTg"))
    actions.correct_document(second, abstract="Của chúng tôi", checked=True, by=administrator, now=NOW)
    actions.take_back_relation(first.undergoes.get(), by=administrator, now=NOW)
    actions.withdraw_document(third, reason="Không dùng", by=administrator, now=NOW)
    again = actions.load(by=INSTALL, now=NOW)
    assert (again.documents, again.changed, again.relations) == (0, 0, 0)
    second.refresh_from_db()
    assert second.abstract == "Của chúng tôi"


def test_what_only_the_file_wrote_follows_the_file(loaded):
    row = queries.find_number("290-QĐ/TW")[0]
    Document.objects.filter(pk=row.pk).update(abstract="Bản cũ")
    assert actions.load(by=INSTALL, now=NOW).changed == 1
    row.refresh_from_db()
    assert row.abstract != "Bản cũ"
    assert row.is_bound


def test_an_office_was_quicker(world, front_officer):
    mine = document("23-QĐ/TW", by=front_officer, is_public=True, issuer="Bộ Chính trị", issued_on=date(2021, 7, 30))
    actions.load(by=INSTALL, now=NOW)
    assert queries.find_number("23-QĐ/TW") == [mine]
    assert [d.number for d in queries.current(queries.find_number("290-QĐ/TW")[0], on=TODAY)] == ["23-QĐ/TW"]


def test_not_by_anybody(db):
    with pytest.raises(Refusal):
        actions.load(by=Anyone(), now=NOW)
