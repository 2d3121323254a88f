"""Builds the samples that are not plain text: `python samples/reading/make.py`. Needs Chromium for the PDF."""

import shutil
import subprocess
import tempfile
import unicodedata
from pathlib import Path

import docx
from viparse.normalize.encodings import CHARMAPS

HERE = Path(__file__).parent
REPORT_HEAD = (("ỦY BAN MTTQ VIỆT NAM\nXÃ BÌNH HÒA", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"),)
REPORT = (
    "BÁO CÁO",
    "Kết quả công tác dân vận quý III năm 2024",
    (
        "Thực hiện Kế hoạch số 12-KH/HU ngày 15/01/2024 của Ban Thường vụ Huyện ủy Châu Thành, Ủy ban Mặt trận Tổ quốc Việt Nam "
        "xã Bình Hòa báo cáo kết quả quý III như sau:"
    ),
    "1. Tuyên truyền, vận động",
    "Trong quý đã tổ chức 9 cuộc họp dân với 486 lượt người dự. Nhân dân đóng góp hơn 320 triệu đồng và 1.150 m2 đất để làm 2 tuyến đường.",
    "2. Kết quả theo ấp",
)
TABLE = (("Ấp", "Số hộ đóng góp", "Tiền"), ("Phú Hòa 1", "34", "128 triệu đồng"), ("Phú Hòa 2", "27", "192 triệu đồng"))
REPORT_END = (
    "3. Khen thưởng",
    "Ủy ban nhân dân xã tặng Giấy khen cho 3 tập thể và 8 cá nhân.",
    "TM. BAN THƯỜNG TRỰC",
    "CHỦ TỊCH",
    "Phan Thị Mỹ Linh",
)
LETTER = """<html lang="vi"><meta charset="utf-8"><style>@page {{ size: A4; margin: 25mm 20mm 20mm 30mm }}
body {{ font: 14pt/1.5 "Liberation Serif", "Noto Serif", serif; text-align: justify }}</style>{body}</html>"""
PLAN = (
    "Thông báo kết luận kiểm tra",
    (
        "Ngày 05/3/2024, Đoàn kiểm tra do ông Đỗ Quốc Việt, Phó Trưởng Ban Dân vận Tỉnh ủy An Giang làm trưởng đoàn đã kiểm tra việc "
        "thực hiện Quy chế dân chủ ở cơ sở tại huyện Thoại Sơn theo Kế hoạch số 45-KH/BDVTU ngày 10/01/2024 của Ban Dân vận Tỉnh ủy."
    ),
    (
        "Qua kiểm tra, 17/17 xã, thị trấn của huyện đã kiện toàn ban chỉ đạo; 96,4% số ấp có hương ước, quy ước được công nhận. "
        "Tuy vậy, việc công khai tài chính ở một số ấp còn chậm, có nơi niêm yết chưa đủ thời gian."
    ),
    "Đoàn kiểm tra đề nghị Ban Thường vụ Huyện ủy Thoại Sơn chỉ đạo khắc phục trước ngày 30/4/2024 và báo cáo kết quả bằng văn bản.",
)


def old(text: str, alphabet: str) -> bytes:
    """Text in an alphabet of before Unicode, as a machine of that time would have saved it (TCVN3 has no accented capitals)."""
    table: dict[str, str] = {}
    for seen, letter in CHARMAPS[alphabet].pairs:
        table.setdefault(letter, seen)
    return "".join(table.get(c) or table.get(c.lower(), c) for c in unicodedata.normalize("NFC", text)).encode("cp1252", "replace")


def report() -> None:
    """A report as an office writes it: heading in a borderless table, figures in a table."""
    paper = docx.Document()
    head = paper.add_table(rows=1, cols=2)
    for cell, text in zip(head.rows[0].cells, REPORT_HEAD[0], strict=True):
        cell.text = text
    for line in ("Số: 15/BC-MTTQ", "Bình Hòa, ngày 25 tháng 9 năm 2024", *REPORT):
        paper.add_paragraph(line)
    table = paper.add_table(rows=0, cols=3)
    for row in TABLE:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    for line in REPORT_END:
        paper.add_paragraph(line)
    paper.save(str(HERE / "bao-cao-quy.docx"))


def printed() -> None:
    """A page printed to PDF, with a text layer."""
    body = "".join(f"<{'h2' if i == 0 else 'p'}>{text}</{'h2' if i == 0 else 'p'}>" for i, text in enumerate(PLAN))
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        page.write_text(LETTER.format(body=body), encoding="utf-8")
        chromium = shutil.which("chromium") or "chromium"
        out = HERE / "thong-bao-kiem-tra.pdf"
        command = [
            chromium,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-pdf-header-footer",
            f"--print-to-pdf={out}",
            page.as_uri(),
        ]
        subprocess.run(command, check=True, capture_output=True)


def main() -> None:
    """Make them all."""
    text = (HERE / "tin-truong-xuan.txt").read_text(encoding="utf-8")
    (HERE / "tin-truong-xuan.utf16.txt").write_bytes(text.encode("utf-16"))
    (HERE / "tin-truong-xuan.tcvn3.txt").write_bytes(old(text, "tcvn3"))
    (HERE / "tin-truong-xuan.vni.txt").write_bytes(old(text, "vni"))
    report()
    printed()


if __name__ == "__main__":
    main()
