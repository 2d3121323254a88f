"""HTML as it lies on a page: the article comes out, what stands around it does not, and nothing is fetched."""

from pathlib import Path

import pytest

from gandan.ingest.reading import Unreadable, page, read
from gandan.ingest.reading.kinds import Kind

PAGE = (Path(__file__).parents[3] / "samples" / "reading" / "doi-thoai-phuong.html").read_text(encoding="utf-8")


def test_title_date_and_body_come_out_in_this_order():
    answer = read(PAGE.encode(), name="trang.html")
    assert answer.kind == Kind.HTML
    lines = answer.text.split("\n")
    assert lines[0] == "Phường Ninh Kiều đối thoại với nhân dân về chỉnh trang hẻm"
    assert lines[1] == "Thứ Ba, 19/08/2025 09:40"
    assert lines[2].startswith("Ngày 18/8, Ủy ban nhân dân phường Ninh Kiều")
    assert answer.text.count("Thứ Ba, 19/08/2025 09:40") == 1


@pytest.mark.parametrize("around", ["Quảng cáo", "Tin liên quan", "Lượt truy cập", "document.title", "Liên hệ"])
def test_what_stands_around_stays_out(around):
    assert around not in read(PAGE.encode()).text


def test_every_sentence_is_verbatim():
    for line in read(PAGE.encode()).text.split("\n")[2:]:
        assert line in PAGE.replace("<strong>", "").replace("</strong>", "")


def test_a_date_only_in_the_head_is_told_in_figures():
    assert "\n19/8/2025\n" in read(PAGE.replace('<p class="ngay">Thứ Ba, 19/08/2025 09:40</p>', "").encode()).text


def test_a_page_saved_under_another_name_or_alphabet():
    assert read(PAGE.encode(), name="bai.doc").kind == Kind.HTML
    wide = PAGE.replace('charset="utf-8"', 'charset="utf-16"').encode("utf-16")
    assert "hiến 415 m2 đất" in read(wide).text


@pytest.mark.parametrize(
    "fragment",
    [
        "<div>Ngày 3/2, xã Bình Hòa tổ chức họp dân.</div>",
        "<p>Ngày 3/2, xã Bình Hòa tổ chức họp dân.</p>",
        "<!-- a --><html><body><table><tr><td>Ngày 3/2, xã Bình Hòa tổ chức họp dân.</td></tr></table></body></html>",
    ],
)
def test_a_fragment_is_read_whole(fragment):
    assert "Ngày 3/2, xã Bình Hòa tổ chức họp dân." in read(fragment.encode()).text


@pytest.mark.parametrize("empty", ["<html><body></body></html>", "<html><script>var a = 1</script></html>", "<!doctype html><p></p>"])
def test_a_page_without_words_is_refused(empty):
    with pytest.raises(Unreadable, match="Xin "):
        read(empty.encode())


def test_text_about_less_and_more_is_text():
    assert read("Tỷ lệ hộ nghèo < 3 % và > 97 % hộ khá".encode()).kind == Kind.TEXT


def test_a_page_far_too_long_is_refused_before_it_is_taken_apart(monkeypatch):
    def never(_: str) -> None:
        raise AssertionError

    monkeypatch.setattr(page, "_tree", never)
    with pytest.raises(Unreadable, match=r"quá mức 400\.000 ký tự"):
        page.article("<p>Xã họp dân bàn việc làm đường.</p>" * 60_000)


def test_scripts_and_pictures_inside_of_a_page_are_not_its_length():
    hidden = f"<script>{'x' * 1_500_000}</script><img src='data:,{'y' * 1_500_000}'>"
    source = f"<html><body>{hidden}<p>Xã họp dân bàn việc làm đường.</p></body></html>"
    assert "Xã họp dân" in page.article(source)
