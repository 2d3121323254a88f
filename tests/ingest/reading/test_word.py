"""Word files: order of reading, tracked changes, old fonts, and files that are broken or made to harm."""

import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from samples.reading.make import old

from gandan.ingest.reading import Unreadable, read
from gandan.ingest.reading.kinds import Kind

REPORT = (Path(__file__).parents[3] / "samples" / "reading" / "bao-cao-quy.docx").read_bytes()


def saved(paper) -> bytes:
    out = BytesIO()
    paper.save(out)
    return out.getvalue()


def test_paragraphs_and_tables_come_in_order():
    answer = read(REPORT, name="bao-cao.docx")
    assert answer.kind == Kind.WORD
    order = [
        "XÃ BÌNH HÒA",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 15/BC-MTTQ",
        "486 lượt người",
        "Ấp\tSố hộ",
        "Phú Hòa 1\t34\t128 triệu đồng",
        "CHỦ TỊCH",
    ]
    places = [answer.text.index(piece) for piece in order]
    assert places == sorted(places)


def test_the_header_of_the_first_page_comes_first():
    paper = docx.Document()
    paper.sections[0].header.paragraphs[0].text = "ĐẢNG BỘ TỈNH AN GIANG"
    paper.add_paragraph("Thông báo họp")
    assert read(saved(paper)).text == "ĐẢNG BỘ TỈNH AN GIANG\nThông báo họp"


def test_tracked_changes_are_read_as_accepted():
    paper = docx.Document()
    paragraph = paper.add_paragraph("Tặng ")
    for tag, text in (("del", "<w:delText>30</w:delText>"), ("ins", "<w:t>32</w:t>")):
        paragraph._p.append(parse_xml(f'<w:{tag} {nsdecls("w")} w:id="1" w:author="a"><w:r>{text}</w:r></w:{tag}>'))
    paragraph.add_run(" cá nhân")
    assert read(saved(paper)).text == "Tặng 32 cá nhân"


def test_links_breaks_and_fields():
    paper = docx.Document()
    paragraph = paper.add_paragraph("Xem ")
    link = "<w:hyperlink {0}><w:r><w:t>cổng xã</w:t><w:br/><w:t>Trang </w:t></w:r></w:hyperlink>"
    paragraph._p.append(parse_xml(link.format(nsdecls("w"))))
    field = '<w:r {0}><w:fldChar w:fldCharType="begin"/><w:instrText> PAGE </w:instrText><w:fldChar w:fldCharType="end"/></w:r>'
    paragraph._p.append(parse_xml(field.format(nsdecls("w"))))
    assert read(saved(paper)).text == "Xem cổng xã\nTrang "


def test_runs_in_old_fonts_are_converted_and_others_left():
    paper = docx.Document()
    paragraph = paper.add_paragraph()
    paragraph.add_run("Đồng chí ").font.name = "Times New Roman"
    paragraph.add_run(old("Nguyễn Văn Ấn", "tcvn3").decode("cp1252")).font.name = ".VnTime"
    paragraph.add_run(old(", bí thư", "vni").decode("cp1252")).font.name = "VNI-Times"
    paragraph.add_run(old(" Đảng ủy", "tcvn3").decode("cp1252")).font.name = ".VnTimeH"
    assert read(saved(paper)).text == "Đồng chí Nguyễn Văn ấn, bí thư ĐẢNG ỦY"


def test_an_old_font_set_by_style():
    paper = docx.Document()
    paper.styles["Normal"].font.name = ".VnTime"
    paper.add_paragraph(old("Mặt trận tổ quốc xã", "tcvn3").decode("cp1252"))
    assert read(saved(paper)).text == "Mặt trận tổ quốc xã"


def test_a_damaged_file():
    for broken in (REPORT[:5000], REPORT[:200] + b"\x00" * 500 + REPORT[700:]):
        with pytest.raises(Unreadable, match="hỏng"):
            read(broken, name="hong.docx")


def test_an_archive_that_would_fill_the_machine():
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * (130 * 1024 * 1024))
    with pytest.raises(Unreadable, match="quá lớn"):
        read(out.getvalue())


@pytest.mark.parametrize(
    ("names", "sentence"), [(["xl/workbook.xml"], "bảng tính"), (["ppt/presentation.xml"], "trình chiếu"), (["a.txt"], "tệp nén")]
)
def test_other_archives(names, sentence):
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    with pytest.raises(Unreadable, match=sentence):
        read(out.getvalue())


@pytest.mark.parametrize(
    ("head", "sentence"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "đời cũ"),
        (b"{\\rtf1 a}", "RTF"),
        (b"\x89PNG\r\n\x1a\n", "ảnh"),
        (b"\xff\xd8\xff\xe0", "ảnh"),
        (b"RIFF\x00\x00\x00\x00WEBP", "ảnh"),
        (b"Rar!\x1a\x07\x00", "nén"),
    ],
)
def test_other_files_say_what_to_do(head, sentence):
    with pytest.raises(Unreadable, match=sentence) as refused:
        read(head + bytes(50))
    assert "Xin " in refused.value.sentence
