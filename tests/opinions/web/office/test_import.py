"""The pages of a spreadsheet: preview, taking, receipts once, bad rows as a file; only its officer sees it."""

import io

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from gandan.opinions.actions import importing
from gandan.opinions.models import Opinion, Sheet
from tests.opinions.importing.conftest import GOOD, book
from tests.people import CAST

pytestmark = pytest.mark.django_db


def hand_in(desk, *rows, raw=None):
    upload = SimpleUploadedFile("y-kien.xlsx", raw or book(*rows))
    return desk.post(reverse("opinions:sheets"), {"upload": upload}, follow=True)


@pytest.fixture
def desk(ground, opens):
    return opens("front_officer")


class TestPreview:
    def test_faults_stand_by_row_and_cell(self, desk):
        page = hand_in(desk, GOOD, {**GOOD, "place": "", "hamlet": "Ấp Mới"}).content.decode()
        assert "Dòng 3" in page
        assert "Nơi xảy ra" in page
        assert "Ấp Mới" in page
        assert "Nhận 1 dòng đúng" in page
        assert not Opinion.objects.exists()

    def test_a_contact_is_never_shown(self, desk):
        assert "0912345678" not in hand_in(desk, {**GOOD, "contact": "0912345678"}).content.decode()

    def test_words_of_a_row_are_no_markup(self, desk):
        page = hand_in(desk, {**GOOD, "text": "<script>alert(1)</script> đèn tắt"}).content.decode()
        assert "<script>alert(1)" not in page
        assert "&lt;script&gt;" in page

    def test_a_hostile_file_is_a_sentence_beside_the_field(self, desk):
        page = hand_in(desk, raw=b"PK\x03\x04 broken")
        assert page.status_code == 422
        assert "bị hỏng" in page.content.decode()
        assert not Sheet.objects.exists()

    @pytest.mark.parametrize("raw", [b"\xff\xd8\xff\xe0\x00\x10JFIF\x00", b"%PDF-1.4\n%%EOF\n", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"])
    def test_a_photo_is_called_no_spreadsheet(self, desk, raw):
        page = hand_in(desk, raw=raw)
        assert page.status_code == 422
        assert "không phải bảng tính" in page.content.decode()

    def test_the_list_costs_the_same_for_one_and_thirty(self, desk):
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        def many() -> int:
            with CaptureQueriesContext(connection) as asked:
                desk.get(reverse("opinions:sheets"))
            return len(asked)

        hand_in(desk, GOOD)
        one = many()
        for n in range(12):
            hand_in(desk, {**GOOD, "place": f"hẻm {n}"})
        assert many() == one

    def test_so_does_a_sheet_of_two_rows_and_of_fifty(self, desk):
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        def queries_of(*rows) -> int:
            url = hand_in(desk, *rows).redirect_chain[-1][0]
            with CaptureQueriesContext(connection) as asked:
                desk.get(url)
            return len(asked)

        assert queries_of({**GOOD, "place": "a"}) == queries_of(*({**GOOD, "place": f"b{n}"} for n in range(50)))


class TestTemplate:
    def test_the_empty_sheet_can_be_filled_in_and_handed_in(self, desk):
        raw = desk.get(reverse("opinions:sheet_template")).content
        made = openpyxl.load_workbook(io.BytesIO(raw))
        assert [cell.value for cell in made.worksheets[0][1]][1:3] == ["Nội dung ý kiến", "Nơi xảy ra"]
        lists = made["Danh muc"]
        assert lists.sheet_state == "hidden"
        assert lists["A1"].value == "Khu phố 3"
        made.worksheets[0]["B2"], made.worksheets[0]["C2"] = GOOD["text"], GOOD["place"]
        out = io.BytesIO()
        made.save(out)
        assert "Nhận 1 dòng đúng" in hand_in(desk, raw=out.getvalue()).content.decode()

    def test_where_nothing_can_be_taken_nothing_is_promised(self, desk):
        assert "Nhận xong thì mỗi dòng" in hand_in(desk, GOOD).content.decode()
        page = hand_in(desk, {"text": "x"}).content.decode()
        assert "Không có dòng nào để nhận; chưa có gì được ghi." in page
        assert "Nhận xong thì mỗi dòng" not in page

    def test_as_it_is_it_holds_no_opinion(self, desk):
        page = hand_in(desk, raw=desk.get(reverse("opinions:sheet_template")).content)
        assert page.status_code == 422
        assert "chưa có dòng ý kiến nào" in page.content.decode()


class TestTaking:
    @pytest.fixture
    def sheet(self, desk):
        hand_in(desk, GOOD, {**GOOD, "text": "=1+1", "place": "+84 hẻm"}, {"text": "x"})
        return Sheet.objects.get()

    def test_good_rows_go_in_receipts_follow_once(self, desk, sheet):
        page = desk.post(reverse("opinions:take_sheet", args=[sheet.pk]), follow=True).content.decode()
        assert "Đã nhận 2 ý kiến" in page or "Đã nhận 1 ý kiến" in page
        slips = desk.post(reverse("opinions:sheet_receipts", args=[sheet.pk])).content.decode()
        assert slips.count('class="slip"') == Opinion.objects.count()
        assert desk.post(reverse("opinions:sheet_receipts", args=[sheet.pk]))["Cache-Control"].count("no-store")

    def test_bad_rows_come_back_with_why_and_run_nowhere(self, desk, sheet):
        raw = desk.get(reverse("opinions:sheet_wrong", args=[sheet.pk])).content
        table = openpyxl.load_workbook(io.BytesIO(raw)).worksheets[0]
        assert table.cell(1, 8).value == "Vì sao chưa nhận"
        assert all(cell.data_type != "f" for row in table.iter_rows(min_row=2) for cell in row)
        assert any("Nơi xảy ra" in str(row[7].value) for row in table.iter_rows(min_row=2))

    def test_mended_the_same_file_is_taken(self, desk, sheet):
        desk.post(reverse("opinions:take_sheet", args=[sheet.pk]))
        before = Opinion.objects.count()
        made = openpyxl.load_workbook(io.BytesIO(desk.get(reverse("opinions:sheet_wrong", args=[sheet.pk])).content))
        for row in made.worksheets[0].iter_rows(min_row=2):
            row[1].value, row[2].value = "Nắp cống vỡ trước cổng chợ, xe máy dễ sụp.", f"cổng chợ {row[0].row}"
        out = io.BytesIO()
        made.save(out)
        page = hand_in(desk, raw=out.getvalue())
        desk.post(page.redirect_chain[-1][0] + "nhan/")
        assert Opinion.objects.count() > before

    def test_a_job_is_followed_and_found_again(self, desk, monkeypatch):
        monkeypatch.setattr(importing.taking, "AT_ONCE", 0)
        hand_in(desk, GOOD)
        sheet = Sheet.objects.get()
        page = desk.post(reverse("opinions:take_sheet", args=[sheet.pk]), follow=True).content.decode()
        assert "Đang nhận: 0/1" in page
        assert 'data-waiting="1"' in page
        assert "Đang nhận: 0/1" in desk.get(reverse("opinions:sheets")).content.decode()
        from gandan.opinions.tasks import take_sheet

        take_sheet(sheet_id=str(sheet.pk))
        take_sheet(sheet_id=str(sheet.pk))
        assert Opinion.objects.count() == 1
        assert 'data-waiting="0"' in desk.get(reverse("opinions:sheet", args=[sheet.pk])).content.decode()

    @pytest.mark.parametrize("who", [who for who in CAST if who not in ("front_officer", "citizen")])
    def test_nobody_else_finds_it(self, desk, sheet, opens, who):
        other = opens(who)
        for name, method in (
            ("sheet", "get"),
            ("sheet_wrong", "get"),
            ("take_sheet", "post"),
            ("drop_sheet", "post"),
            ("sheet_receipts", "post"),
        ):
            assert getattr(other, method)(reverse(f"opinions:{name}", args=[sheet.pk])).status_code in (403, 404)
        assert not Opinion.objects.exists()
        assert Sheet.objects.exists()
