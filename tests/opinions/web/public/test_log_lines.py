"""Who keeps the log of requests learns from no line, and from no missing one, which opinion was set aside."""

import logging
import re

import pytest
from django.test import Client

from tests.opinions.conftest import PIN
from tests.opinions.web.public.conftest import sheet

GOOD = "Đèn đường đầu hẻm 51 tắt đã mười ngày, tối đi rất khó."
BAD = "Tôi tố cáo chủ tịch phường nhận hối lộ 50 triệu đồng để cấp phép xây dựng."


def way(ground, caplog, text: str, deed: str) -> list[object]:
    """From the form to the end as a browser goes it, and the lines of the log."""
    phone = Client()
    opened = phone.get("/y-kien/gui/").content.decode()
    caplog.clear()
    form = {"text": text, "place": "Hẻm 51", "unit": str(ground.commune.pk), "sheet": sheet(opened), "own_pin": PIN}
    paper = phone.post("/y-kien/gui/", form, follow=True).content.decode()
    code = re.findall(r'class="secret"[^>]*>([^<]+)<', paper)[0]
    phone.post("/y-kien/bien-nhan/da-ghi/", follow=True)
    phone.post("/y-kien/tra-cuu/dong/", follow=True)
    phone.post("/y-kien/tra-cuu/", {"code": code}, follow=True)
    phone.get(deed)
    assert phone.post(deed, {"pin": PIN}, follow=True).status_code == 200
    return [record.msg for record in caplog.records if record.name == "gandan.request"]


def plain(line: object) -> dict[str, object]:
    """Without what is another in every line."""
    assert isinstance(line, dict)
    return {key: said for key, said in line.items() if key not in {"request_id", "timestamp"}}


@pytest.mark.django_db
def test_the_way_of_a_letter_is_that_of_an_opinion(ground, caplog):
    caplog.set_level(logging.INFO, logger="gandan.request")
    said = way(ground, caplog, GOOD, "/y-kien/tra-cuu/rut/")
    aside = way(ground, caplog, BAD, "/to-cao/bien-nhan/rut/")
    assert [plain(line) for line in said] == [plain(line) for line in aside]
    assert {plain(line)["route"] for line in said} == {"private"}
    assert not any({"method", "status", "ms"} & set(plain(line)) for line in said)
