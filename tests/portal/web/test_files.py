"""What programs ask for."""

import csv
import io
from collections.abc import Iterator


def table(response) -> list[dict[str, str]]:
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_the_units_of_a_day_as_a_table_that_excel_reads(reader):
    response = reader.get("/don-vi/tai-ve.csv")
    assert response.streaming
    assert isinstance(response.streaming_content, Iterator)
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    first = next(response.streaming_content)
    assert first.startswith(b"\xef\xbb\xbfma,cap,loai,ten,")
    rows = table(reader.get("/don-vi/tai-ve.csv"))
    assert len(rows) == 34 + 3321
    ward = next(r for r in rows if r["ma"] == "31135")
    assert (ward["loai"], ward["ten"], ward["ten_tinh"], ward["tu_ngay"]) == ("Phường", "Ninh Kiều", "Thành phố Cần Thơ", "2025-07-01")


def test_and_of_a_day_before(reader):
    response = reader.get("/don-vi/tai-ve.csv?vao=30/6/2025")
    assert "don-vi-2025-06-30.csv" in response["Content-Disposition"]
    assert len({r["ma_tinh"] for r in table(response)}) == 63


def test_pages_name_the_open_data(reader):
    assert "/don-vi/tai-ve.csv" in (html := reader.get("/don-vi/").content.decode())
    assert "/api/v1/openapi.json" in html
    assert "/api/v1/openapi.json" in reader.get("/").content.decode()
    assert reader.get("/api/v1/openapi.json").status_code == 200


def test_crawlers_and_old_browsers_get_an_answer(reader):
    assert b"Disallow: /lam-viec/" in reader.get("/robots.txt").content
    icon = reader.get("/favicon.ico")
    assert icon.status_code == 302
    assert icon["Location"].endswith(".png")
