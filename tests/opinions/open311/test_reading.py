"""What anyone reads by the standard: both spellings, its statuses, and of a case that is not public nobody's words."""

import json
from datetime import timedelta
from xml.etree import ElementTree as ET

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from gandan.opinions import actions
from gandan.opinions.models import Case
from gandan.opinions.queries import open311
from tests.opinions.people import LAMP, case_of, published, sender, speak

pytestmark = pytest.mark.django_db
V2 = "/open311/v2"
SECRET = "Nguyễn Trãi"


@pytest.fixture
def now():
    """The calls read the clock, so what they are shown happens now."""
    return timezone.now()


def get(client, path: str, status: int = 200):
    answer = client.get(V2 + path)
    assert answer.status_code == status, answer.content
    assert answer["Content-Type"] == ("application/json; charset=utf-8" if ".json" in path else "text/xml; charset=utf-8")
    return answer


def by_json(client, path: str, status: int = 200):
    return get(client, path, status).json()


def by_xml(client, path: str, status: int = 200) -> ET.Element:
    return ET.fromstring(get(client, path, status).content)  # noqa: S314  our own answer


def same(element: ET.Element, value) -> bool:
    """The Spark mapping: an empty element is null, a list drops its name."""
    if isinstance(value, dict):
        return [c.tag for c in element] == list(value) and all(same(c, value[c.tag]) for c in element)
    if isinstance(value, list):
        return len(element) == len(value) and all(same(c, v) for c, v in zip(element, value, strict=True))
    if value is None or value == "":
        return element.text is None
    return element.text == (str(value).lower() if isinstance(value, bool) else str(value))


@pytest.mark.parametrize("path", ["/discovery", "/services", "/services/street-lighting", "/requests", "/servicerequestupdates"])
def test_both_spellings_say_the_same(client, ground, committee_officer, now, path):
    published(speak(ground, now=now), committee_officer, now=now)
    speak(ground, 'Rác chất đống & bốc mùi <ngay> góc chợ "An Bình".', now=now)
    assert same(by_xml(client, f"{path}.xml"), by_json(client, f"{path}.json"))


def test_roots_have_the_names_of_the_standard(client, ground, now):
    speak(ground, now=now)
    for path, root, child in (
        ("/services.xml", "services", "service"),
        ("/requests.xml", "service_requests", "request"),
        ("/servicerequestupdates.xml", "service_request_updates", "request_update"),
    ):
        found = by_xml(client, path)
        assert (found.tag, {c.tag for c in found}) == (root, {child})
    assert by_xml(client, "/discovery.xml").find("endpoints/endpoint/formats/format").text == "text/xml"
    assert by_xml(client, "/requests/none.xml", 404).find("error/code").text == "404"


def test_discovery_names_where_and_how(client, ground):
    found = client.get("/open311/discovery.json").json()
    assert found == by_json(client, "/discovery.json")
    endpoint = found["endpoints"][0]
    assert (endpoint["url"][-12:], endpoint["specification"]) == ("/open311/v2", "http://wiki.open311.org/GeoReport_v2") or endpoint[
        "url"
    ].endswith(V2)
    assert endpoint["formats"] == ["text/xml", "application/json"]


def test_services_are_the_closed_list(client, ground):
    found = by_json(client, "/services.json")
    lamp = next(s for s in found if s["service_code"] == "street-lighting")
    assert (lamp["service_name"], lamp["metadata"], lamp["type"]) == ("Đèn đường", True, "batch")
    assert "đèn đường" in lamp["keywords"]
    assert by_json(client, "/services/none.json", 404)[0]["code"] == "404"
    named = by_json(client, "/services/street-lighting.json?jurisdiction_id=31120")
    hamlet = next(a for a in named["attributes"] if a["code"] == "hamlet")
    assert (hamlet["datatype"], hamlet["values"]) == ("singlevaluelist", [{"key": str(ground.hamlet.pk), "name": "Khu phố 3"}])
    assert [a["order"] for a in named["attributes"]] == [1, 2, 3, 4]


def test_of_a_case_that_is_not_public_nobody_reads_a_word(client, ground, now):
    case = case_of(speak(ground, hamlet=ground.hamlet, latitude="10.03412", longitude="105.78231", now=now))
    for path in ("/requests.json", f"/requests/{case.pk}.json"):
        text = get(client, path).content.decode()
        assert [word for word in ("132", "10.03", "Khu phố", SECRET) if word in text] == []
    one = by_json(client, f"/requests/{case.pk}.json")[0]
    assert (one["service_request_id"], one["status"], one["service_code"]) == (str(case.pk), "open", "street-lighting")
    assert (one["description"], one["address"], one["lat"], one["address_id"]) == (None, None, None, None)
    assert one["agency_responsible"] == "Ủy ban nhân dân phường Ninh Kiều"


def test_public_it_has_its_words_its_number_and_a_blurred_place(client, ground, committee_officer, now):
    case = published(speak(ground, hamlet=ground.hamlet, latitude="10.03412", longitude="105.78231", now=now), committee_officer, now=now)
    one = by_json(client, f"/requests/{case.number}.json")[0]
    assert one["service_request_id"] == case.number
    assert one["description"].startswith("Đèn đường hẻm 132 Nguyễn Trãi\n\nBốn bóng")
    assert one["status_notes"] == "Đã trả lời. Đã thay bốn bóng đèn ngày 20 tháng 11."
    assert one["address"] == "Khu phố 3, Phường Ninh Kiều, Thành phố Cần Thơ"
    assert (one["lat"], one["long"]) == (10.034, 105.782)
    assert by_json(client, f"/requests/{case.pk}.json")[0] == one, "the id from before leads to it"
    assert LAMP not in json.dumps(one, ensure_ascii=False)


def test_the_expected_time_is_the_clocks(client, ground, committee_officer, now):
    case = case_of(speak(ground, now=now))
    one = by_json(client, f"/requests/{case.pk}.json")[0]
    expected = parse_datetime(one["expected_datetime"])
    assert (expected.date(), expected.utcoffset()) == (case.due, timedelta(hours=7))
    assert one["requested_datetime"].endswith("+07:00")
    case = published(speak(ground, now=now), committee_officer, now=now)
    assert by_json(client, f"/requests/{case.number}.json")[0]["expected_datetime"] is None


def test_closed_is_when_people_had_the_last_word(client, ground, committee_officer, now):
    said = speak(ground, now=now)
    case = published(said, committee_officer, now=now)
    assert by_json(client, f"/requests/{case.number}.json")[0]["status"] == "open"
    actions.give_verdict(said.opinion, is_done=True, by=sender(said), now=now)
    one = by_json(client, f"/requests/{case.number}.json")[0]
    assert (one["status"], parse_datetime(one["updated_datetime"]).date()) == ("closed", timezone.localdate(now))


def test_what_was_joined_leads_to_where_it_lies(client, ground, committee_officer, now):
    one, two = case_of(speak(ground, now=now)), case_of(speak(ground, "Bóng đèn hẻm 132 tắt hết rồi.", now=now))
    actions.join(two, into=one, by=committee_officer, now=now)
    assert by_json(client, f"/requests/{two.pk}.json")[0]["service_request_id"] == str(one.pk)
    assert [r["service_request_id"] for r in by_json(client, "/requests.json")] == [str(one.pk)]


def test_filters(client, ground, committee_officer, now):
    lamp, waste = case_of(speak(ground, now=now)), case_of(speak(ground, "Rác tồn đọng sau chợ.", topic="waste", now=now))
    gone = speak(ground, "Loa kéo ồn ào đêm khuya quá.", topic="noise", now=now)
    actions.withdraw(gone.opinion, by=sender(gone), now=now)
    elsewhere = case_of(speak(ground, "Cầu yếu, xe tải vẫn qua.", topic="road-damage", unit=ground.other, now=now))

    def ids(query: str) -> set[str]:
        return {r["service_request_id"] for r in by_json(client, f"/requests.json?{query}")}

    every = {str(k) for k in (lamp.pk, waste.pk, case_of(gone).pk, elsewhere.pk)}
    assert ids("") == every
    assert ids("service_code=street-lighting,waste") == {str(lamp.pk), str(waste.pk)}
    assert ids("status=closed") == {str(case_of(gone).pk)}
    assert ids("status=open,closed") == every
    assert ids("status=open&service_code=") == every - {str(case_of(gone).pk)}, "an empty parameter is an absent one"
    assert ids("jurisdiction_id=31186") == {str(elsewhere.pk)}
    assert ids("jurisdiction_id=92") == every
    assert ids(f"service_request_id={lamp.pk},{waste.pk}&service_code=noise") == {str(lamp.pk), str(waste.pk)}, "ids override"
    before, after = (now - timedelta(days=3)).isoformat(), (now + timedelta(hours=1)).isoformat()
    assert ids(f"start_date={before.replace('+', '%2B')}&end_date={after.replace('+', '%2B')}") == every
    assert ids(f"start_date={before}") == every, "a plus sign that a client forgot to write as %2B"
    assert ids("end_date=2026-01-01T00:00:00Z") == set()


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("service_code=none", 404),
        ("jurisdiction_id=99999", 404),
        ("jurisdiction_id=x'--", 404),
        ("service_request_id=none", 404),
        ("status=half", 400),
        ("start_date=yesterday", 400),
        ("start_date=2026-02-30T00:00:00Z", 400),
        ("start_date=2026-01-01T00:00:00Z&end_date=2026-06-01T00:00:00Z", 400),
        ("start_date=2026-06-01T00:00:00Z&end_date=2026-01-01T00:00:00Z", 400),
    ],
)
def test_faults_have_code_and_sentence(client, ground, query, status):
    errors = by_json(client, f"/requests.json?{query}", status)
    assert [set(e) for e in errors] == [{"code", "description"}]
    assert errors[0]["code"] == str(status)
    assert by_xml(client, f"/requests.xml?{query}", status).tag == "errors"


def test_an_address_and_a_way_that_the_standard_does_not_have(client, ground):
    for path, status in (("/v2/nothing.json", 404), ("/v2/requests", 404), ("/", 404), ("/v2/requests.csv", 404)):
        assert client.get(f"/open311{path}").status_code == status, path
    answer = client.delete(f"{V2}/requests.json")
    assert (answer.status_code, answer["Allow"], answer.json()[0]["code"]) == (405, "GET, POST, HEAD, OPTIONS", "405")
    assert client.head(f"{V2}/requests.json").status_code == 200
    assert client.get(f"{V2}/services.json")["Access-Control-Allow-Origin"] == "*"


def test_updates_tell_states_and_public_answers(client, ground, committee_officer, now):
    case = published(speak(ground, now=now), committee_officer, now=now)
    other = case_of(speak(ground, "Rác tồn đọng sau chợ.", topic="waste", now=now))
    found = by_json(client, "/servicerequestupdates.json")
    mine = [u for u in found if u["service_request_id"] == case.number]
    assert [u["status"] for u in mine] == ["open"] * len(mine)
    assert mine[-1]["description"] == "Đã trả lời. Đã thay bốn bóng đèn ngày 20 tháng 11."
    assert len({u["update_id"] for u in found}) == len(found)
    assert [u["description"] for u in found if u["service_request_id"] == str(other.pk)] == ["Đã nhận"]
    assert by_json(client, f"/servicerequestupdates.json?service_request_id={other.pk}") == [found[-1]]


def test_as_many_questions_for_thirty_as_for_one(client, ground, committee_officer, now):
    def asked(path: str) -> int:
        get(client, path)
        with CaptureQueriesContext(connection) as seen:
            get(client, path)
        return len(seen)

    published(speak(ground, now=now), committee_officer, now=now)
    few = [asked(p) for p in ("/requests.json", "/servicerequestupdates.xml")]
    for n in range(12):
        published(speak(ground, f"Đèn số {n} ở hẻm nhỏ tắt đã lâu.", now=now), committee_officer, now=now)
    assert [asked(p) for p in ("/requests.json", "/servicerequestupdates.xml")] == few
    assert Case.objects.count() == 13


def test_reading_is_paced_widely(client, ground, monkeypatch):
    from gandan.opinions.web.open311 import faults

    monkeypatch.setattr(faults, "READS", 2)
    assert [client.get(f"{V2}/services.json").status_code for _ in range(3)] == [200, 200, 429]


def test_what_came_last_in_the_country_is_found_by_its_moment(now):
    with CaptureQueriesContext(connection) as seen:
        open311.asked(start=now - timedelta(days=90), end=now, topics=(), statuses=(), units=None, most=50)
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")  # a table of a few rows is read whole; without an index it would be all the same
        cursor.execute("EXPLAIN " + seen[0]["sql"])
        plan = "\n".join(row[0] for row in cursor.fetchall())
    assert "case_by_arrival" in plan
    assert "Sort" not in plan
