"""What an app sends: with a key, one of three ways to say where, and an answer that cannot be told apart whatever became of it."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from gandan.accounts.actions import make_token
from gandan.accounts.queries import actor_for
from gandan.denunciations.models import Denunciation
from gandan.opinions import actions, queries
from gandan.opinions.models import Contact, Opinion
from gandan.opinions.web.open311.tokens import opinion_of
from gandan.units.models import Unit
from tests.opinions.people import case_of, published, sender, speak

pytestmark = pytest.mark.django_db
V2 = "/open311/v2"
FORM = "application/x-www-form-urlencoded"


@pytest.fixture
def key(ground, people) -> str:
    """An app's key: a token of somebody's account."""
    user, now = people["outsider"], timezone.now()
    today = timezone.localdate(now)
    return make_token(user, label="Ứng dụng", last_day=today + timedelta(days=5), by=actor_for(user, today=today), now=now)[1]


@pytest.fixture
def send(client, key):
    from urllib.parse import urlencode

    def post(path: str = "requests.json", expect: int = 201, **more):
        given = {
            "api_key": key,
            "jurisdiction_id": "31120",
            "service_code": "street-lighting",
            "address_string": "Đầu hẻm 132 Nguyễn Trãi",
            "description": "Đèn đường hẻm 132 tắt ba tuần nay.",
        }
        body = {k: v for k, v in {**given, **more}.items() if v is not None}
        answer = client.post(f"{V2}/{path}", urlencode(body, doseq=True), content_type=FORM)
        assert answer.status_code == expect, answer.content.decode()
        return answer.json() if path.endswith("json") else answer

    post.plain = lambda url, **body: client.post(url, urlencode({"api_key": key, **body}), content_type=FORM)
    return post


def paper(notice: str) -> tuple[str, str]:
    """Code and PIN as an app shows them."""
    return re.search(r"Mã riêng ([\w-]{14}), PIN (\d{6})", notice).groups()


def test_it_becomes_an_opinion_and_its_sender_gets_code_and_pin(send, ground):
    (answer,) = send(lat="10.03412", long="105.78231", first_name="Hoa", phone="0912345678", **{"attribute[wish]": "none"})
    assert set(answer) == {"token", "service_notice", "account_id"}, "one of id and token, never both"
    code, pin = paper(answer["service_notice"])
    opinion = queries.of_code(code)
    assert queries.sender_of(opinion, pin=pin).writes
    assert (opinion.channel, opinion.case.topic, str(opinion.latitude)) == ("open311", "street-lighting", "10.03412")
    assert opinion.place == "Đầu hẻm 132 Nguyễn Trãi"
    assert Contact.objects.filter(opinion=opinion).exists()
    assert opinion_of(answer["token"]) == opinion.pk


def test_the_token_leads_to_the_id_once_it_is_public(send, client, committee_officer):
    (answer,) = send()
    token = answer["token"]
    assert client.get(f"{V2}/tokens/{token}.json").json() == [{"service_request_id": None, "token": token}]
    opinion = Opinion.objects.get(pk=opinion_of(token))
    case = opinion.case
    from gandan.opinions.given import Said

    published(Said(opinion, "", ""), committee_officer, now=timezone.now())
    case.refresh_from_db()
    assert client.get(f"{V2}/tokens/{token}.json").json() == [{"service_request_id": case.number, "token": token}]
    assert client.get(f"{V2}/requests/{case.number}.json").json()[0]["status"] == "open"
    assert f"<service_request_id>{case.number}</service_request_id>" in client.get(f"{V2}/tokens/{token}.xml").content.decode()


def test_a_token_opens_nothing(send, client):
    (answer,) = send()
    token = answer["token"]
    assert queries.of_code(token) is None
    for wrong in (token[:-1] + ("a" if token[-1] != "a" else "b"), "x", token.upper() + "=", "0" * 40):
        assert client.get(f"{V2}/tokens/{wrong}.json").status_code in (200, 404)
        assert opinion_of(wrong) in (None, opinion_of(token))
    assert client.get(f"{V2}/tokens/{'a' * 40}.json").status_code == 404


def test_a_denunciation_is_answered_like_any_other_and_appears_nowhere(send, client, ground):
    (usual,) = send()
    (marked,) = send(**{"attribute[denunciation]": "yes"})
    (found,) = send(description="Tôi tố cáo chủ tịch phường nhận hối lộ của nhà thầu.")
    assert Denunciation.objects.count() == 2
    blank = re.compile(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}|\d{6}")
    assert len({blank.sub("", a["service_notice"]) for a in (usual, marked, found)}) == 1
    assert len({len(a["token"]) for a in (usual, marked, found)}) == 1
    for answer in (marked, found):
        seen = client.get(f"{V2}/tokens/{answer['token']}.json").json()
        assert seen == [{"service_request_id": None, "token": answer["token"]}]
    assert len(client.get(f"{V2}/requests.json").json()) == 1
    assert len(client.get(f"{V2}/servicerequestupdates.json").json()) == 1


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"api_key": None}, 403),
        ({"api_key": "gd_wrong"}, 403),
        ({"service_code": None}, 400),
        ({"service_code": "none"}, 404),
        ({"jurisdiction_id": "99999"}, 404),
        ({"jurisdiction_id": None}, 400),
        ({"jurisdiction_id": "92"}, 400),
        ({"address_string": None}, 400),
        ({"address_string": "", "lat": "10.03"}, 400),
        ({"address_string": "", "lat": "910", "long": "105"}, 400),
        ({"address_string": "", "lat": "NaN", "long": "105"}, 400),
        ({"address_id": "x", "address_string": None}, 400),
        ({"description": None}, 400),
        ({"description": "x" * 4001}, 400),
        ({"description": "Đèn\x07 tắt ở hẻm"}, 400),
        ({"media_url": "javascript:alert(1)"}, 400),
        ({"email": "no mail"}, 400),
        ({"attribute[wish]": "pigeon"}, 400),
        ({"phone": "1" * 200}, 400),
    ],
)
def test_what_does_not_fit_is_a_fault_and_nothing_is_kept(send, change, status):
    errors = send(expect=status, **change)
    assert [set(e) for e in errors] == [{"code", "description"}]
    assert Opinion.objects.count() == 0


def test_a_hamlet_is_place_enough_and_names_its_unit(send, ground):
    send(address_string=None, jurisdiction_id=None, address_id=str(ground.hamlet.pk))
    assert Opinion.objects.get().hamlet == ground.hamlet


def test_a_picture_elsewhere_is_kept_as_words_and_never_fetched(send):
    send(media_url="https://anh.example.vn/a.jpg")
    assert Opinion.objects.get().text.endswith("https://anh.example.vn/a.jpg")


def test_a_body_that_is_no_form(client, key, ground):
    answer = client.post(f"{V2}/requests.json", {"api_key": key}, content_type="application/json")
    assert answer.status_code == 400


def test_by_xml_too(send):
    body = send("requests.xml").content.decode()
    assert body.startswith('<?xml version="1.0" encoding="utf-8"?>\n<service_requests><request><token>')


def test_a_browser_elsewhere_cannot_borrow_a_session(client, people, ground):
    client.force_login(people["outsider"])
    assert client.post(f"{V2}/requests.json", {}, content_type=FORM).status_code == 403


def test_a_sender_writes_and_judges_with_code_and_pin(send, client, ground, committee_officer):
    said = speak(ground, now=timezone.now())
    by = {"attribute[code]": said.code, "attribute[pin]": said.pin, "status": "OPEN", "description": "Tối qua vẫn chưa sáng."}
    update = "servicerequestupdates.json"
    (done,) = send(update, update_id="1", **by)
    assert done["update_id"]
    assert case_of(said).letters.get().text == "Tối qua vẫn chưa sáng."
    assert send(update, expect=400, update_id="1", **by)[0]["code"] == "409"
    published(said, committee_officer, now=timezone.now())
    send(update, update_id="2", **{**by, "description": "Vẫn tối, xin mở lại.", "status": "OPEN"})
    assert case_of(said).state == "accepted"


def test_confirmed_through_an_app(send, ground, committee_officer):
    said = speak(ground, now=timezone.now())
    published(said, committee_officer, now=timezone.now())
    by = {"attribute[code]": said.code, "attribute[pin]": said.pin, "description": ""}
    send("servicerequestupdates.json", update_id="3", **{**by, "status": "CLOSED"})
    assert case_of(said).state == "confirmed"


@pytest.mark.parametrize(
    "change", [{"attribute[pin]": "000111"}, {"attribute[code]": "ABCD"}, {"attribute[pin]": None}, {"api_key": "gd_x"}]
)
def test_nobody_else_writes(send, ground, change):
    said = speak(ground, now=timezone.now())
    by = {"attribute[code]": said.code, "attribute[pin]": said.pin, "status": "OPEN", "update_id": "1", **change}
    send("servicerequestupdates.json", expect=403, **by)
    assert not case_of(said).letters.exists()


def test_a_code_speaks_for_its_own_request_alone(send, ground):
    said, other = speak(ground, now=timezone.now()), speak(ground, "Rác tồn đọng sau chợ.", now=timezone.now())
    by = {"attribute[code]": said.code, "attribute[pin]": said.pin, "status": "OPEN", "update_id": "1"}
    send("servicerequestupdates.json", expect=400, service_request_id=str(case_of(other).pk), **by)


def test_keys_are_counted(send, monkeypatch):
    from gandan.opinions.web.open311 import keys

    monkeypatch.setattr(keys, "SENT", 2)
    send()
    send()
    assert send(expect=429)[0]["code"] == "429"


def test_withdrawn_is_closed(client, ground):
    said = speak(ground, now=timezone.now())
    actions.withdraw(said.opinion, by=sender(said), now=timezone.now())
    assert client.get(f"{V2}/requests/{case_of(said).pk}.json").json()[0]["status"] == "closed"


def test_wrong_pins_are_counted_whatever_is_refused_after_them(send, ground):
    """The count of a try outlives the refusal; the right PIN comes too late as well."""
    said = speak(ground, now=timezone.now())
    by = {"attribute[code]": said.code, "status": "OPEN", "description": "Đã xong."}
    right = int(said.pin)
    url = "/open311/v2/servicerequestupdates.json"
    found = []
    for number in range(40):
        answer = send.plain(url, update_id=str(number), **{**by, "attribute[pin]": f"{(right + number + 1) % 10**6:06d}"})
        found.append(answer.status_code)
    assert (found[:10], set(found[10:])) == ([403] * 10, {429})
    assert send.plain(url, update_id="right", **{**by, "attribute[pin]": said.pin}).status_code == 429


def test_an_officer_s_key_makes_a_paper_that_speaks_for_nobody(client, people, ground):
    from urllib.parse import urlencode

    user, now = people["committee_officer"], timezone.now()
    today = timezone.localdate(now)
    token = make_token(user, label="Ứng dụng", last_day=today + timedelta(days=5), by=actor_for(user, today=today), now=now)[1]
    given = {
        "api_key": token,
        "jurisdiction_id": "31120",
        "service_code": "street-lighting",
        "address_string": "Hẻm 132",
        "description": "Đèn tắt ba tuần nay.",
    }
    assert client.post(f"{V2}/requests.json", urlencode(given), content_type=FORM).status_code == 201
    assert Opinion.objects.get().pin_by_office


@pytest.mark.parametrize("more", [{}, {"attribute[denunciation]": "yes"}])
def test_a_point_in_another_country_is_no_point_of_the_ward(ground, send, more):
    """Somewhere in the province, or a little beyond, is believed: nobody knows its border, and a ward's letter may be about a bridge."""
    Unit.objects.filter(pk=ground.commune.pk).update(latitude=10.0331, longitude=105.777)
    Unit.objects.filter(pk=ground.other.pk).update(latitude=9.75, longitude=105.55)
    (error,) = send(expect=400, lat="48.85", long="2.35", **more)
    assert error["description"].startswith("Vị trí trên bản đồ cách Phường Ninh Kiều, Thành phố Cần Thơ khoảng 10130 km")
    assert Opinion.objects.count() == 0
    (error,) = send(expect=400, lat="105.777", long="10.0331", **more)
    assert "lat" in error["description"]
    for lat, lon in (("10.04", "105.78"), ("9.3", "105.5")):
        send(lat=lat, long=lon, **more)
