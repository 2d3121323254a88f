"""What LibreOffice makes of the file: how many pages, and where on them the parts stand. The least that Word must agree with."""

import shutil
import subprocess
from pathlib import Path

import pytest
from pypdf import PdfReader

from gandan.core.access import SystemActor
from gandan.core.legal import actions
from gandan.core.word import Form, sizes
from tests.core.word.papers import ROWS, decision
from tests.people import NOW, TODAY

POINT = 25.4 / 72  # millimetres
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed (apt-get install libreoffice-writer-nogui)"),
]


def printed(content: bytes, folder: Path) -> PdfReader:
    """The file as LibreOffice prints it, with a profile of its own so that runs beside each other do not meet."""
    source = folder / "paper.docx"
    source.write_bytes(content)
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf", "--outdir", folder, source],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return PdfReader(folder / "paper.pdf")


def places(page) -> list[tuple[float, float, float, str]]:
    """Millimetres from the left and from the top, size of letters, and text, for each piece."""
    found: list[tuple[float, float, float, str]] = []
    height = float(page.mediabox.height)

    def piece(text, cm, tm, font, size):
        if text.strip():
            found.append(((tm[4] * cm[0] + cm[4]) * POINT, (height - tm[5] * abs(cm[3]) - cm[5]) * POINT, abs(size * tm[0]), text.strip()))

    page.extract_text(visitor_text=piece)
    return found


@pytest.mark.parametrize("form", Form)
def test_a_decision_with_a_list_prints_as_it_should(form, db, tmp_path):
    actions.load(by=SystemActor("install"), now=NOW)
    wanted = sizes(form, on=TODAY)
    pdf = printed(decision(form).content(), tmp_path)
    texts = [" ".join(page.extract_text().split()) for page in pdf.pages]
    assert 3 <= len(texts) <= 5
    first, second = texts[0], texts[1]
    # the whole decision is on the first page, the list begins the second
    for part in ("05 tháng 02 năm 2026", "Điều 2.", "Nơi nhận:", "Võ Minh Tâm"):
        assert part in first
    assert "DANH SÁCH MÔ HÌNH" in second
    assert "DANH SÁCH MÔ HÌNH" not in first
    # the heading of the table comes again; every row is there once and on one page
    assert all("Tên mô hình" in t and "Xếp loại" in t for t in texts[1:])
    assert sum(t.count("87,50") for t in texts) == len(ROWS)
    # page numbers: none on the first page, in the middle of the top margin on the others
    for n, page in enumerate(pdf.pages, start=1):
        top = [p for p in places(page) if p[1] < wanted.top - 1]
        assert [p[3] for p in top] == ([] if n == 1 else [str(n)])
        for x, _y, _size, _text in top:
            assert abs(x - (wanted.left + wanted.width / 2)) < 3
    # nothing stands outside the margins
    for page in pdf.pages:
        for x, y, _size, text in places(page):
            assert x >= wanted.left - 0.5, text
            assert y <= 297 - wanted.bottom + 0.5, text
    # the two names stand beside each other on one line each, the one who signs to the right of the recipients
    head = {text: (x, y) for x, y, _s, text in places(pdf.pages[0])}
    name = "ĐẢNG CỘNG SẢN VIỆT NAM" if form is Form.PARTY else "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert name in head, "the name keeps to one line"
    assert head[name][0] > wanted.left + wanted.width * 0.37
    assert head["Võ Minh Tâm"][0] > head["Nơi nhận:"][0] + 70
