"""Proposals as a file: the same records as on the page, for Excel and for programs; nothing is stored."""

import csv
import json
from io import StringIO

import pytest
from django.test import Client

from gandan.ingest import queries
from tests.ingest.web.test_staff import ADDRESS, TEXT
from tests.people import *  # noqa: F403  the fixed cast

DOWNLOAD = ADDRESS + "tai-ve/"


@pytest.fixture
def officer(client, people) -> Client:
    client.force_login(people["front_officer"])
    return client


def rows(officer: Client, text: str) -> list[list[str]]:
    answer = officer.post(DOWNLOAD, {"text": text, "format": "csv"})
    assert answer.status_code == 200
    assert answer["Content-Disposition"] == 'attachment; filename="ban-ghi-de-xuat.csv"'
    assert answer.content.startswith(b"\xef\xbb\xbf"), "Excel needs the mark to see UTF-8"
    return list(csv.reader(StringIO(answer.content.decode("utf-8-sig"), newline="")))


def test_a_table_has_every_record_with_its_sentence(officer):
    head, *records = rows(officer, TEXT)
    assert head == ["Nhãn", "Nhóm", "Nội dung", "Chi tiết", "Câu gốc"]
    person = next(record for record in records if record[0] == "NG1")
    assert person[1:3] == ["Người", "Lê Hoàng Phúc"]
    assert "Chức vụ: Ủy viên Ban Thường vụ Huyện ủy" in person[3]
    assert all(record[4] in TEXT for record in records)


def test_json_is_what_the_command_line_prints(officer):
    answer = officer.post(DOWNLOAD, {"text": TEXT.replace("\n", "\r\n"), "format": "json"})
    assert json.loads(answer.content) == queries.propose_text(TEXT).proposal.model_dump(mode="json")


def test_a_text_that_a_spreadsheet_would_calculate_stays_a_text(officer):
    _head, *records = rows(officer, "=HYPERLINK(1) ông Lê Văn An, Bí thư Đảng ủy xã Bình Hòa dự họp ngày 5/3/2024.")
    cells = [cell for record in records for cell in record]
    assert any("HYPERLINK" in cell for cell in cells)
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)


@pytest.mark.parametrize(
    ("sent", "status"), [({"text": TEXT}, 400), ({"text": TEXT, "format": "exe"}, 400), ({"text": "1", "format": "csv"}, 422)]
)
def test_what_cannot_be_made_is_refused_with_a_sentence(officer, sent, status):
    answer = officer.post(DOWNLOAD, sent)
    assert answer.status_code == status
    assert "Xin " in answer.content.decode()


def test_others_may_not(client, people):
    sent = {"text": TEXT, "format": "csv"}
    signed_out = client.post(DOWNLOAD, sent)
    assert signed_out.status_code == 403
    assert "Phiên làm việc đã hết" in signed_out.content.decode()
    client.force_login(people["hamlet_head"])
    assert client.post(DOWNLOAD, sent).status_code == 403
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(people["front_officer"])
    assert strict.post(DOWNLOAD, sent).status_code == 403


def test_the_page_offers_both(officer):
    page = officer.post(ADDRESS, {"text": TEXT}).content.decode()
    assert f'action="{DOWNLOAD}"' in page
    assert 'value="csv"' in page
    assert 'value="json"' in page
    assert "ở bước sau" not in page
