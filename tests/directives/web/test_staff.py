"""The register's pages at work."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from gandan.core.files import queries as files
from gandan.directives import actions
from gandan.directives.models import Advice, Document, Relation
from tests.directives.actions.test_document import PDF
from tests.directives.making import document, replaces
from tests.people import NOW

HOME = "/lam-viec/van-ban/"


@pytest.fixture
def as_(people):
    """A signed-in browser of one of the cast."""

    def sign_in(who: str) -> Client:
        client = Client()
        client.force_login(people[who])
        return client

    return sign_in


def test_the_way_of_a_document(world, as_, front_officer):
    officer = as_("front_officer")
    assert "Hãy ghi văn bản đầu tiên" in officer.get(HOME).content.decode()
    first = officer.get(HOME + "them/?so=quyet dinh so 12 - qd/ubnd").content.decode()
    assert "12/QĐ-UBND" in first
    assert "Quyết định" in first
    given = {
        "number": "12 qd ubnd",
        "kind": "Quyết định",
        "issuer_office": str(world.committee.pk),
        "issued_on": "2026-03-01",
        "is_public": "no",
    }
    upload = SimpleUploadedFile("qd.pdf", PDF, content_type="application/pdf")
    answer = officer.post(HOME + "them/", {**given, "abstract": "Lập tổ dân vận", "upload": upload}, follow=True)
    row = Document.objects.get()
    assert (row.number, row.issuer, row.issuer_office) == ("12/QĐ-UBND", "Ủy ban nhân dân phường Ninh Kiều", world.committee)
    assert files.of(row).count() == 1
    page = answer.content.decode()
    for said in (
        "Đã ghi Quyết định 12/QĐ-UBND vào sổ",
        "Lập tổ dân vận",
        "Chưa bị thay thế",
        "1/3/2026",
        "Chưa đối chiếu",
        "qd.pdf",
        "Đã ghi vào sổ",
    ):
        assert said in page, said
    again = officer.get(HOME + "them/?so=12 QĐ UBND").content.decode()
    assert "Sổ đã có văn bản cùng số" in again


def test_a_number_that_cannot_be_read_is_told_and_kept(world, as_):
    answer = as_("front_officer").get(HOME + "them/?so=văn bản hôm nọ")
    assert answer.status_code == 422
    assert "Chưa đọc được số" in answer.content.decode()
    assert "văn bản hôm nọ" in answer.content.decode()


def test_a_refusal_loses_nothing(world, as_, front_officer):
    document("12/QĐ-UBND", by=front_officer)
    given = {"number": "12 qd ubnd", "kind": "Quyết định", "abstract": "Chữ đã gõ", "is_public": "no"}
    answer = as_("front_officer").post(HOME + "them/", {**given, "upload": SimpleUploadedFile("qd.pdf", PDF)})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Chữ đã gõ" in page
    assert "Sổ đã có" in page
    assert "xin chọn lại tệp" in page
    assert Document.objects.count() == 1


@pytest.mark.parametrize(
    "who", ["citizen", "hamlet_head", "supervisor", "denunciation_handler", "central_analyst", "administrator", "outsider"]
)
def test_whose_desk_it_is(world, as_, people, front_officer, who):
    row = document("12/QĐ-UBND", by=front_officer)
    client = Client() if who == "citizen" else as_(who)
    status = client.get(HOME).status_code
    no_second_factor = {"administrator", "denunciation_handler"}  # sent to set it up before any page of work
    assert status == (302 if who in {"citizen", *no_second_factor} else 200 if who == "outsider" else 403)
    for deed in ("", "sua/", "tep/", "quan-he/", "tham-muu/", "rut/"):
        assert client.get(f"{HOME}{row.pk}/{deed}").status_code in (302, 403, 404), deed


class TestDeeds:
    @pytest.fixture
    def row(self, world, front_officer):
        return document("12/QĐ-UBND", by=front_officer, is_public=True, issued_on=date(2026, 3, 1))

    def test_correct(self, row, as_):
        officer = as_("front_officer")
        assert 'value="12/QĐ-UBND"' in officer.get(f"{HOME}{row.pk}/sua/").content.decode()
        given = {"number": "13/QĐ-UBND", "kind": "Quyết định", "issued_on": "2026-03-01", "is_public": "yes", "checked": "on"}
        officer.post(f"{HOME}{row.pk}/sua/", given)
        row.refresh_from_db()
        assert (row.number, row.checked) == ("13/QĐ-UBND", False)  # that it was compared is no office's word

    def test_relate_by_number_however_typed_in_either_direction(self, row, as_, front_officer):
        old = document("11/QĐ-UBND", by=front_officer, issued_on=date(2025, 9, 1))
        officer = as_("front_officer")
        officer.post(f"{HOME}{row.pk}/quan-he/", {"what": "replaces", "number": "11 qd ubnd", "from_day": "2026-03-01"})
        assert Relation.objects.get().other == old
        newer = document("14/QĐ-UBND", by=front_officer, issued_on=date(2026, 8, 1))
        officer.post(f"{HOME}{row.pk}/quan-he/", {"what": "by_amends", "number": "14 qd ubnd"})
        assert Relation.objects.get(kind="amends").document == newer
        page = officer.get(f"{HOME}{row.pk}/").content.decode()
        assert "Được sửa đổi, bổ sung bởi" in page
        assert "chưa rõ từ ngày nào" in page
        page = officer.get(f"{HOME}{old.pk}/").content.decode()
        assert "Đã được thay thế" in page
        officer.post(f"{HOME}quan-he/{Relation.objects.get(kind='amends').pk}/bo/")
        assert Relation.objects.count() == 1

    def test_one_of_several_is_chosen(self, row, as_, front_officer):
        first = document("11/QĐ-UBND", by=front_officer, issued_on=date(2025, 9, 1))
        document("11/QĐ-UBND", by=front_officer, issued_on=date(2024, 9, 1))
        officer = as_("front_officer")
        asked = officer.post(f"{HOME}{row.pk}/quan-he/", {"what": "replaces", "number": "11 qd ubnd"})
        assert asked.status_code == 422
        assert "1/9/2024" in asked.content.decode()
        officer.post(f"{HOME}{row.pk}/quan-he/", {"what": "replaces", "number": "11 qd ubnd", "other": str(first.pk)})
        assert Relation.objects.get().other == first

    @pytest.mark.parametrize(("number", "said"), [("xyz", "Chưa đọc được"), ("99 kh tu", "Sổ chưa có văn bản này")])
    def test_an_unknown_number_is_told(self, row, as_, number, said):
        answer = as_("front_officer").post(f"{HOME}{row.pk}/quan-he/", {"what": "replaces", "number": number})
        assert answer.status_code == 422
        assert said in answer.content.decode()

    def test_advice_and_its_outcome(self, world, row, as_):
        officer = as_("front_officer")
        officer.post(
            f"{HOME}{row.pk}/tham-muu/", {"office": str(world.front.pk), "given_on": "2026-02-20", "adopted": "unknown", "note": "Góp ý"}
        )
        advice = Advice.objects.get()
        officer.post(f"{HOME}tham-muu/{advice.pk}/", {"adopted": "yes", "decided_on": "2026-03-01", "note": "Góp ý"})
        page = officer.get(f"{HOME}{row.pk}/").content.decode()
        assert "Được tiếp thu" in page
        assert "Góp ý" not in Client().get(f"/van-ban/{row.pk}/").content.decode()

    def test_files(self, row, as_):
        officer = as_("front_officer")
        officer.post(f"{HOME}{row.pk}/tep/", {"upload": SimpleUploadedFile("a.pdf", PDF)})
        file = files.of(row).get()
        assert Client().get(f"/tep/{file.pk}/").status_code == 200
        officer.post(f"{HOME}{row.pk}/tep/{file.pk}/bo/")
        assert not files.of(row).exists()

    def test_withdraw(self, row, as_):
        officer = as_("front_officer")
        assert officer.post(f"{HOME}{row.pk}/rut/", {"reason": ""}).status_code == 422
        officer.post(f"{HOME}{row.pk}/rut/", {"reason": "Ghi nhầm văn bản"})
        assert "Ghi nhầm văn bản" in officer.get(f"{HOME}{row.pk}/").content.decode()
        assert str(row.pk) not in officer.get(HOME).content.decode()
        assert str(row.pk) in officer.get(HOME + "?da-rut=1").content.decode()
        assert Client().get(f"/van-ban/{row.pk}/").status_code == 404

    def test_others_see_a_public_one_and_do_nothing_to_it(self, row, as_):
        outsider = as_("outsider")
        page = outsider.get(f"{HOME}{row.pk}/")
        assert page.status_code == 200
        assert "Sửa thông tin" not in page.content.decode()
        for deed in ("sua/", "tep/", "tham-muu/", "rut/"):
            assert outsider.post(f"{HOME}{row.pk}/{deed}", {}).status_code == 404


def test_lists_ask_as_often_for_one_row_as_for_thirty(world, as_, front_officer):
    officer = as_("front_officer")

    def asked(address: str) -> int:
        officer.get(address)
        with CaptureQueriesContext(connection) as seen:
            assert officer.get(address).status_code == 200
        return len(seen)

    rows = [document(f"{n}/QĐ-UBND", by=front_officer, issued_on=date(2025, 8, n)) for n in (1, 2, 3)]
    replaces(rows[1], rows[0], by=front_officer)
    replaces(rows[2], rows[1], by=front_officer)
    few = asked(HOME), asked(f"{HOME}{rows[1].pk}/")
    for n in range(4, 30):
        new = document(f"{n}/QĐ-UBND", by=front_officer, issued_on=date(2025, 9, n))
        replaces(new, rows[1], kind="amends", by=front_officer)
        actions.note_advice(rows[1], office=world.front, given_on=date(2026, 1, n), by=front_officer, now=NOW)
    many = asked(HOME), asked(f"{HOME}{rows[1].pk}/")
    assert many[0] == few[0]
    assert many[1] <= few[1] + 2
