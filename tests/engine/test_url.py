import pytest

from gandan.core.engine.faults import EngineFault
from gandan.core.engine.server import check, connect
from gandan.core.engine.url import WrongUrl, parse


@pytest.mark.parametrize(
    ("url", "settings"),
    [
        ("postgresql://an:b%40c@db.vn:5433/gd", {"USER": "an", "PASSWORD": "b@c", "HOST": "db.vn", "PORT": "5433", "NAME": "gd"}),
        ("postgres://db/gd?sslmode=require", {"HOST": "db", "NAME": "gd", "OPTIONS": {"sslmode": "require"}}),
        ("postgresql:///gd?host=/run/pg", {"HOST": "/run/pg", "NAME": "gd"}),
    ],
)
def test_what_psql_accepts(url, settings):
    assert parse(url) == settings


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("mysql://a:mật@b/c", "phải bắt đầu bằng postgresql://"),
        ("sqlite:///x", "phải bắt đầu bằng postgresql://"),
        ("localhost/gandan", "phải bắt đầu bằng postgresql://"),
        ("postgresql://a:mật%zz@b/c", "không đọc được"),
        ("postgresql://a:mật@b:99999/c", "cổng không hợp lệ"),
        ("postgresql://a:mật@b", "chưa có tên cơ sở dữ liệu"),
        ("postgresql://a:mật@b/c?nonsense=1", "không đọc được"),
    ],
)
def test_a_wrong_one_is_one_sentence_that_does_not_repeat_it(url, sentence):
    with pytest.raises(WrongUrl, match=sentence) as wrong:
        parse(url)
    assert "mật@" not in str(wrong.value)
    assert "\n" not in str(wrong.value)


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("postgresql://a:b@127.0.0.1:1/c", "không nhận kết nối"),
        ("postgresql://a:b@no-such-host.invalid/c", "Không tìm thấy tên máy chủ"),
        ("postgresql:///c?host=/nowhere", "chưa"),
    ],
)
def test_a_server_out_of_reach_is_one_sentence(url, sentence):
    with pytest.raises(EngineFault, match=sentence):
        check(parse(url))


def test_a_database_that_is_not_there(databases):
    with pytest.raises(EngineFault, match="không có trên máy chủ"):
        connect(databases.server, name="no_such_database")


def test_the_version_is_told(databases):
    assert check({**databases.server, "NAME": "postgres"}) >= 15
