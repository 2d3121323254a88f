"""What went wrong is said in a sentence, in the reader's language, without needing the database."""

import re

import pytest
from django.db import OperationalError
from django.test import Client, RequestFactory

from gandan.core.access import Refusal
from gandan.core.secrets import Undecipherable
from gandan.core.ui import errors
from gandan.core.ui.refusals import RefusalMiddleware


@pytest.fixture
def request_():
    return RequestFactory().get("/đâu-đó/")


def unmasked(response):
    """The page without the code against forgery, which is masked anew each time."""
    return re.sub(rb'name="csrfmiddlewaretoken" value="[^"]*"', b"", response.content)


def answer(request_, exception):
    return RefusalMiddleware(lambda r: None).process_exception(request_, exception)


def test_a_refusal_is_its_sentence_and_its_law(request_):
    response = answer(request_, Refusal("Chưa đến hạn.", law="khoản 2 Điều 13"))
    assert response.status_code == 403
    assert "Chưa đến hạn." in response.content.decode()
    assert "khoản 2 Điều 13" in response.content.decode()


def test_what_may_not_be_known_about_is_like_any_missing_page(request_):
    hidden = answer(request_, Refusal("Bí mật.", status=404))
    assert hidden.status_code == 404
    assert unmasked(hidden) == unmasked(errors.missing(request_))


def test_a_silent_database_is_back_soon(request_, caplog):
    response = answer(request_, OperationalError("connection refused to 10.0.0.1"))
    assert response.status_code == 503
    assert response["Retry-After"]
    assert "10.0.0.1" not in response.content.decode()


def test_keys_that_do_not_fit_are_told_to_the_operator(request_, caplog):
    response = answer(request_, Undecipherable("token"))
    assert response.status_code == 503
    assert "Khóa giải mã của cài đặt này không khớp" in response.content.decode()
    assert "keys do not open" in caplog.text


def test_a_defect_is_left_to_django(request_):
    assert answer(request_, ValueError("x")) is None


@pytest.mark.parametrize(
    ("page", "status", "sentence"),
    [
        (errors.unreadable, 400, "Yêu cầu chưa đọc được"),
        (errors.forbidden, 403, "Chưa làm được việc này"),
        (errors.stale_form, 403, "Trang đã mở quá lâu"),
        (errors.missing, 404, "Không tìm thấy trang này"),
        (errors.broken, 500, "Hệ thống gặp lỗi"),
        (errors.resting, 503, "Tạm nghỉ để bảo trì"),
    ],
)
def test_each_error_has_its_page(request_, page, status, sentence):
    response = page(request_)
    assert response.status_code == status
    assert sentence in response.content.decode()


def test_a_form_that_was_open_too_long_says_the_way_back(request_):
    page = errors.stale_form(request_).content.decode()
    assert 'target="_blank"' in page
    assert "chưa mất" in page
    assert "gửi lần nữa" in page


def test_maintenance_closes_pages_and_leaves_health_open(settings, tmp_path):
    settings.HOME = tmp_path
    (tmp_path / "maintenance").touch()
    client = Client(raise_request_exception=False)
    assert client.get("/gioi-thieu/").status_code == 503
    assert client.get("/healthz").status_code == 200
    (tmp_path / "maintenance").unlink()
    assert client.get("/gioi-thieu/").status_code == 200


@pytest.mark.django_db
def test_who_works_stays_in_the_workspace_when_something_is_refused_or_missing(client):
    from tests.people import make_user

    client.force_login(make_user("Lê Thị Mai", "mai.le"))
    for path, status in (("/lam-viec/nguoi-va-vai-tro/", 403), ("/lam-viec/khong-co/", 404), ("/tai-khoan/vai-tro/", 405)):
        answered = client.get(path)
        page = answered.content.decode()
        assert (answered.status_code, 'class="masthead work"' in page, "Lê Thị Mai" in page) == (status, True, True), path
        assert "no-store" in answered["Cache-Control"], path
    assert 'class="masthead work"' not in client.get("/khong-co/").content.decode()


@pytest.mark.django_db
def test_the_address_of_a_button_says_that_it_is_one(client):
    answered = client.get("/tai-khoan/vai-tro/")
    assert (answered.status_code, answered["Allow"]) == (405, "POST")
    assert "chỉ nhận một nút bấm" in answered.content.decode()
    assert client.post("/healthz").content == b""
