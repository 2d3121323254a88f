"""`gandan ingest` as a program reads it: one JSON object a line in the order given, from any folder, without a database."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from gandan.cli.main import app
from gandan.ingest.proposal import Proposal

SAMPLES = Path(__file__).parents[3] / "samples" / "reading"
ARTICLE, REPORT = SAMPLES / "tin-truong-xuan.txt", SAMPLES / "bao-cao-quy.docx"


def run(*arguments: str, **more) -> subprocess.CompletedProcess[str]:
    """The command as its own process, with nothing of the tests' environment: no settings, no database, another folder."""
    environment = {"PATH": os.environ["PATH"], "HOME": "/nonexistent", "PYTHONPATH": str(SAMPLES.parents[1] / "src")}
    command = [sys.executable, "-m", "gandan.cli", "ingest", *arguments]
    return subprocess.run(command, capture_output=True, text=True, cwd="/", env=environment, timeout=120, check=False, **more)


def test_one_object_a_line_in_order_from_any_folder():
    answer = run("--json", str(REPORT), str(ARTICLE), str(SAMPLES / "doi-thoai-phuong.html"))
    assert answer.returncode == 0, answer.stderr
    report, article, page = (json.loads(line) for line in answer.stdout.splitlines())
    assert article["title"].startswith("Tháp Mười")
    assert article["published"] == "2024-09-12"
    assert {d["number"] for d in report["documents"]} == {"15/BC-MTTQ", "12-KH/HU"}
    assert page["published"] == "2025-08-19"
    assert all(Proposal.model_validate(one) for one in (report, article, page))


def test_standard_input():
    answer = run("-", "--json", input=ARTICLE.read_text(encoding="utf-8"))
    assert json.loads(answer.stdout) == json.loads(run(str(ARTICLE), "--json").stdout)


def test_what_cannot_be_read_keeps_its_line_and_fails_the_command(tmp_path):
    empty, missing = tmp_path / "trong.txt", tmp_path / "khong-co.txt"
    empty.touch()
    answer = CliRunner().invoke(app, ["ingest", "--json", str(empty), str(ARTICLE), str(missing), str(tmp_path)])
    assert answer.exit_code == 1
    first, article, third, folder = (json.loads(line) for line in answer.stdout.splitlines())
    assert first == {**Proposal().model_dump(mode="json"), "error": "Tệp trống, không có nội dung. Xin mở tệp gốc kiểm tra rồi chọn lại."}
    assert article["people"]
    assert "Không tìm thấy" in third["error"]
    assert "thư mục" in folder["error"]
    assert f"{empty}: Tệp trống" in answer.stderr


def test_a_file_of_50_mb_is_refused_by_its_size(tmp_path):
    large = tmp_path / "lon.pdf"
    with large.open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    answer = CliRunner().invoke(app, ["ingest", "--json", str(large)])
    assert "Tệp nặng 50 MB, quá mức 20 MB." in json.loads(answer.stdout)["error"]


def test_a_person_at_a_terminal_gets_a_summary():
    answer = CliRunner().invoke(app, ["ingest", str(ARTICLE)])
    assert answer.exit_code == 0
    for piece in (
        "✓",
        "Ngày đăng: 12/9/2024",
        "Sự việc: Kiểm tra, giám sát",
        "Số liệu: hơn 1.800.000.000 đồng",
        "Người: Lê Hoàng Phúc",
        "Văn bản được dẫn: 217-QĐ/TW",
        (
            "Khen thưởng: Giấy khen (nơi tặng: Ủy ban nhân dân huyện; cá nhân: 14; tập thể: 6;"
            " khen về việc gì: có thành tích trong phong trào thi đua “Dân vận khéo”)"
        ),
        "Đơn vị: Xã Trường Xuân",
    ):
        assert piece in answer.stdout


def test_a_summary_has_no_codes_of_the_json_and_no_zeros(tmp_path):
    file = tmp_path / "tin.txt"
    file.write_text("Ngày 5/3/2024, UBND xã họp khen 32 cá nhân, tặng Giấy khen cho 32 cá nhân.", encoding="utf-8")
    answer = run(str(file))
    assert answer.returncode == 0, answer.stderr
    assert "Số liệu: 32 (về: cá nhân)" in answer.stdout
    assert all(code not in answer.stdout for code in ("count", "meeting", "ceremony", "exact", "tập thể: 0"))


def test_many_files_come_in_order(tmp_path):
    names = []
    for number in range(320):
        file = tmp_path / f"{number:03}.txt"
        file.write_text(f"Họp dân bàn việc làm đường\n\nNgày 5/3/2024, xã Bình Hòa họp dân với {number + 2} hộ dự.", encoding="utf-8")
        names.append(str(file))
    answer = run("--json", *names)
    counted = [[figure["value"] for figure in json.loads(line)["figures"]] for line in answer.stdout.splitlines()]
    assert counted == [[number + 2] for number in range(320)]


@pytest.mark.shared
def test_shared_articles_have_no_invented_quote():
    folder = SAMPLES.parents[2] / "shared" / "articles"
    if not folder.is_dir():
        pytest.skip("no ../shared beside the checkout")
    files = sorted(folder.glob("*.txt"))
    answer = run("--json", *map(str, files))
    for path, line in zip(files, answer.stdout.splitlines(), strict=True):
        text = " ".join(path.read_text(encoding="utf-8").replace("\u00d0", "\u0110").split())
        found = json.loads(line)
        for kind in ("people", "documents", "figures", "awards", "models", "requests", "activities"):
            assert all(" ".join(one["quote"].split()) in text for one in found[kind]), (path.name, kind)
