"""`gandan unit`, without a database."""

import json

import pytest
from typer.testing import CliRunner

from gandan.cli.main import app

run = CliRunner()


def lines(*words):
    told = run.invoke(app, ["unit", *words, "--json"])
    return told.exit_code, [json.loads(x) for x in told.stdout.splitlines()], told.stderr


def test_find():
    code, (best, *_rest), _err = lines("find", "phuong xuan khanh, ninh kieu")
    assert code == 0
    assert {k: best[k] for k in ("code", "name", "level", "province", "valid_from", "valid_to")} == {
        "code": "31144", "name": "Phường Xuân Khánh", "level": "commune",
        "province": "Cần Thơ", "valid_from": None, "valid_to": "2025-06-30",
    }  # fmt: skip


def test_found_nothing():
    assert lines("find", "zzzz") == (1, [], "Không tìm thấy đơn vị nào cho “zzzz”.\n")


@pytest.mark.parametrize(
    ("day", "level", "count"), [("30/6/2025", "district", 696), ("2025-07-01", "province", 34), ("1-7-2025", "commune", 3321)]
)
def test_tree(day, level, count):
    code, units, err = lines("tree", "--on", day, "--level", level)
    assert (code, len(units), err) == (0, count, "")


@pytest.mark.parametrize("what", ["phường Xuân Khánh, quận Ninh Kiều", "31144"])
def test_became(what):
    code, units, _err = lines("became", what, "--on", "2025-06-30")
    assert [(code, u["code"], u["name"], u["share"], u["basis"]) for u in units] == [(0, "31135", "Phường Ninh Kiều", 1.0, "whole")]


def test_became_several():
    _code, units, _err = lines("became", "xã Hòa Liên, huyện Hòa Vang", "--on", "2025-06-30")
    assert [(u["name"], u["main"]) for u in units] == [("Phường Liên Chiểu", True), ("Phường Hải Vân", False)]
    assert sum(u["share"] for u in units) == pytest.approx(1)


def test_one_of_many_namesakes_is_not_guessed():
    code, units, err = lines("became", "phường 1", "--on", "2025-06-30")
    assert (code, units) == (1, [])
    assert "Có 20 đơn vị cùng tên" in err
    assert "Thành phố Mỹ Tho" in err


def test_before_the_data_begin():
    _code, units, err = lines("became", "916", "--on", "2024-06-18")
    assert [u["share"] for u in units] == [None] * 4
    assert "trước ngày đó tên và địa giới có thể khác (chưa rõ)" in err


@pytest.mark.parametrize("words", [["tree", "--on", "31/2/2025"], ["find", "x", "--on", "hôm nay"], ["find", "x", "--level", "thôn"]])
def test_wrong_words(words):
    assert run.invoke(app, ["unit", *words]).exit_code == 2


def test_tree_without_a_day_means_today():
    code, units, _err = lines("tree", "--level", "province")
    assert (code, len(units)) == (0, 34)


def test_a_long_question_is_not_echoed_whole():
    _code, _units, err = lines("find", "zq " * 500)
    assert len(err) < 130


def test_a_province_is_named_once():
    told = run.invoke(app, ["unit", "tree", "--level", "province"]).stdout
    assert "01  Thành phố Hà Nội  (đến nay, chưa rõ có từ bao giờ)" in told
    assert "31144  Phường Xuân Khánh, Cần Thơ  (đến 30/06/2025, chưa rõ có từ bao giờ)" in run.invoke(app, ["unit", "find", "31144"]).stdout


def test_for_people():
    told = run.invoke(app, ["unit", "became", "xã Hòa Liên, Hòa Vang"])
    assert "20197  Phường Liên Chiểu, Đà Nẵng  (từ 01/07/2025 đến nay)  60,6%  (ước tính)" in told.stdout
