"""PDF: a text layer is read and its lines joined; scans, locked and broken files are refused."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter
from samples.reading.make import PLAN

from gandan.ingest.reading import Unreadable, read
from gandan.ingest.reading.kinds import Kind
from gandan.ingest.reading.reflow import reflow

NOTICE = (Path(__file__).parents[3] / "samples" / "reading" / "thong-bao-kiem-tra.pdf").read_bytes()


def written(writer: PdfWriter) -> bytes:
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def test_sentences_broken_at_the_margin_are_whole_again():
    answer = read(NOTICE, name="thong-bao.pdf")
    assert answer.kind == Kind.PDF
    assert answer.text.split("\n") == list(PLAN)


def test_a_scan_is_refused():
    out = BytesIO()
    Image.new("L", (600, 800), 255).save(out, "PDF")
    with pytest.raises(Unreadable, match="scan"):
        read(out.getvalue())


def test_a_locked_file_is_refused_and_one_locked_only_for_changes_is_read():
    for password, algorithm in (("mat-khau", "AES-256"), ("mat-khau", "RC4-128")):
        writer = PdfWriter(clone_from=PdfReader(BytesIO(NOTICE)))
        writer.encrypt(password, algorithm=algorithm)
        with pytest.raises(Unreadable, match="mật khẩu"):
            read(written(writer))
    writer = PdfWriter(clone_from=PdfReader(BytesIO(NOTICE)))
    writer.encrypt("", "chu", algorithm="AES-256")
    assert "Thoại Sơn" in read(written(writer)).text


@pytest.mark.parametrize("broken", [b"%PDF-1.7\n", NOTICE[:900], b"%PDF-1.4 " + b"rubbish " * 200], ids=["head", "cut", "rubbish"])
def test_a_broken_file_is_refused(broken):
    with pytest.raises(Unreadable, match=r"hỏng|scan"):
        read(broken)


def test_too_many_pages():
    writer = PdfWriter()
    for _ in range(301):
        writer.add_blank_page(200, 200)
    with pytest.raises(Unreadable, match="300 trang"):
        read(written(writer))


def test_page_numbers_and_lists_keep_apart():
    first = "Ủy ban nhân dân xã đã tổ chức họp dân ở tất cả các ấp để bàn việc\nlàm đường."
    first += "\n- Ấp 1 góp 20 công.\n- Ấp 2 góp 12 công và vận động thêm được\n1"
    second = "2\n30 triệu đồng.\nNơi nhận:\n- Như trên;"
    assert reflow([first, second]).split("\n") == [
        "Ủy ban nhân dân xã đã tổ chức họp dân ở tất cả các ấp để bàn việc làm đường.", "- Ấp 1 góp 20 công.",
        "- Ấp 2 góp 12 công và vận động thêm được", "30 triệu đồng.", "Nơi nhận:", "- Như trên;",
    ]  # fmt: skip
