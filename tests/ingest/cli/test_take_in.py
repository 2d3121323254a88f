"""`gandan take-in`: at somebody's desk or not at all; what is wrong is a sentence. The whole way: tests/journeys/test_record.py."""

import json

import pytest
from typer.testing import CliRunner

from gandan.cli import take_in
from gandan.cli.main import app
from gandan.ingest.models import Batch
from tests.ingest.desk import INSPECTION, NOW, unit
from tests.people import hold, make_office, make_user


@pytest.fixture
def desk(in_country, db, settings, tmp_path, monkeypatch):
    """In the tests' own installation and transaction."""
    from contextlib import nullcontext

    settings.MEDIA_ROOT = tmp_path / "files"
    monkeypatch.setattr(take_in, "installation", nullcontext)
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    hold(make_user("Nguyễn Thị Mai", "mai"), "officer", office=make_office(unit("31135"), "front", "Ủy ban MTTQ phường Ninh Kiều"))


def run(*arguments: str):
    return CliRunner().invoke(app, ["take-in", *arguments])


def test_a_folder_becomes_a_batch(desk, tmp_path):
    folder = tmp_path / "bài"
    (folder / "quý 1").mkdir(parents=True)
    (folder / "quý 1" / "b.txt").write_text(INSPECTION, encoding="utf-8")
    (folder / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 20)
    (folder / ".DS_Store").write_bytes(b"x")
    done = run(str(folder), "--unit", "31135", "--by", "mai", "--public", "--json")
    told = json.loads(done.stdout)
    assert done.exit_code == 1  # one could not be read
    assert (told["files"], told["waiting"], told["failed"]) == (2, 1, 1)
    assert told["errors"][0]["name"] == "a.png"
    batch = Batch.objects.get(pk=told["batch"])
    assert (batch.is_public, batch.title) == (True, "bài")
    assert batch.office is not None


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        (["--unit", "31135", "--by", "ai"], "Không có tài khoản này"),
        (["--unit", "99998", "--by", "mai"], "Không có đơn vị mang mã này"),
        (["--unit", "31186", "--by", "mai"], "chưa được giao quyền"),
    ],
)
def test_refusals_are_sentences(desk, tmp_path, more, sentence):
    (tmp_path / "a.txt").write_text(INSPECTION, encoding="utf-8")
    done = run(str(tmp_path / "a.txt"), *more)
    assert sentence in str(done.exception)
    assert not Batch.objects.exists()


def test_a_path_that_is_not_there(desk, tmp_path):
    assert "Không tìm thấy" in str(run(str(tmp_path / "không có"), "--unit", "31135", "--by", "mai").exception)
