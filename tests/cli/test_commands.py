"""The command line: quick, Vietnamese, one sentence and an exit code for what an operator can mend."""

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def gandan(*arguments: str, cwd: Path = ROOT, **env: str) -> subprocess.CompletedProcess:
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("GANDAN_", "DATABASE_URL", "DJANGO_"))}
    return subprocess.run(
        [sys.executable, "-m", "gandan.cli", *arguments], env=clean | env, cwd=cwd, capture_output=True, text=True, check=False
    )


def test_help_loads_nothing_heavy():
    heavy = "{'django', 'psycopg', 'pydantic', 'rich', 'psutil'}"
    script = f"import sys, gandan.cli.main; print(sorted({{m.split('.')[0] for m in sys.modules}} & {heavy}))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_help_is_vietnamese_and_names_every_command():
    told = gandan("--help").stdout
    assert "công tác dân vận" in told
    for command in "demo web worker migrate createuser ingest unit backup restore verify doctor bench".split():
        assert f"\n  {command} " in told


@pytest.mark.parametrize("arguments", [["no-such-command"], ["restore"], ["web", "--port", "70000"], ["bench", "no-such-bench"]])
def test_wrong_arguments_end_with_2(arguments):
    assert gandan(*arguments).returncode == 2


@pytest.mark.parametrize("command", ["web", "worker", "migrate"])
def test_without_keys_nothing_starts(command, tmp_path):
    done = gandan(command, GANDAN_HOME=str(tmp_path / "home"))
    assert done.returncode == 3
    assert done.stderr.startswith("GANDAN_SECRET_KEY chưa đặt")
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "home").exists()


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("mysql://root:bimat@h/x", "DATABASE_URL phải bắt đầu bằng postgresql://"),
        ("postgresql://an:bimat@127.0.0.1:1/x", "không nhận kết nối"),
    ],
)
@pytest.mark.parametrize("command", [["verify"], ["backup", "x.tar"], ["demo", "--port", "18999"]])
def test_a_wrong_url_is_one_sentence(command, url, sentence, tmp_path):
    done = gandan(*command, DATABASE_URL=url, GANDAN_HOME=str(tmp_path))
    assert done.returncode == 3
    assert sentence in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert "bimat" not in done.stderr


def test_a_folder_that_cannot_be_written(tmp_path):
    (tmp_path / "file").write_text("")
    done = gandan("demo", GANDAN_HOME=str(tmp_path / "file" / "home"))
    assert (done.returncode, len(done.stderr.strip().splitlines())) == (3, 1)
    assert "GANDAN_HOME" in done.stderr


def test_a_refused_trial_leaves_nothing_behind(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = gandan("demo", "--port", str(taken.getsockname()[1]), GANDAN_HOME=str(tmp_path))
    assert done.returncode == 3
    assert list(tmp_path.iterdir()) == []


def test_doctor_tells_programs_line_by_line(tmp_path):
    done = gandan("doctor", "--json", GANDAN_HOME=str(tmp_path))
    findings = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 1
    assert {f["check"] for f in findings} >= {"hosts", "keys", "home", "database"}
    assert all(f.keys() == {"check", "state", "sentence", "advice"} for f in findings)


def test_every_bench_says_what_it_measures():
    told = gandan("bench").stdout.splitlines()
    assert told
    assert all(len(line.split()) > 2 for line in told)


@pytest.mark.django_db(transaction=True)
def test_the_first_administrator(databases, database_url):
    from django.db import connection

    from gandan.accounts.models import User

    url = database_url(connection.settings_dict["NAME"])
    env = {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "tests.settings", "PYTHONPATH": str(ROOT)}
    env["GANDAN_PASSWORD"] = "một câu dài 12 từ không ai đoán"
    made = gandan("createuser", "quantri", "--name", "Trần Văn Quản", "--administrator", **env)
    assert made.returncode == 0, made.stderr
    assert User.objects.get().check_password("một câu dài 12 từ không ai đoán")
    again = gandan("createuser", "quantri", "--name", "Trần Văn Quản", **env)
    assert again.returncode == 4
    assert "Traceback" not in again.stderr
    assert User.objects.count() == 1
