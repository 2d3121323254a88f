"""REST: kinds, calls and the roll without a token; an office proposes with one, once under a key; no name comes out anywhere."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from gandan.accounts.actions import make_token
from gandan.accounts.queries import actor_for
from gandan.awards.enums import CallState, Whom
from gandan.awards.models import Holder, Nomination
from tests.awards.conftest import collective, person

pytestmark = pytest.mark.django_db
API = "/api/v1/awards"
TOLD = {"name": "Trần Thị Mộng Thu", "workplace": "Ủy ban MTTQ phường", "deeds": "Vận động hiến đất mở hẻm 51.", "born": 1970, "years": 12}


@pytest.fixture
def call(people, opens):
    tokens: dict[str, str] = {}

    def ask(who: str, method: str, address: str, body=None, **headers):
        if who != "citizen" and who not in tokens:
            opens(who)
            today = timezone.localdate()
            by = actor_for(people[who], today=today)
            tokens[who] = make_token(people[who], label="thử", last_day=today + timedelta(days=30), by=by, now=timezone.now())[1]
        given = {"Authorization": f"Bearer {tokens[who]}"} if who != "citizen" else {}
        kind = {} if body is None else {"data": body, "content_type": "application/json"}
        return getattr(Client(), method)(API + address, headers={**given, **headers}, **kind)

    return ask


def test_everybody_reads_kinds_calls_and_counts_and_nobody_a_name(since, call):
    house = since(45)
    done = house.through(CallState.DECIDED, person("Nguyễn Thị Mộng Hoà"), collective("Tổ hoà giải khu phố 3"))
    house.plan(title="Đợt chưa mở")
    kinds = call("citizen", "get", "/kinds").json()["items"]
    medal = next(k for k in kinds if k["code"] == "medal.dan_van")
    assert (medal["conditions"]["years"], medal["conditions"]["checked"], medal["once_a_person"]) == (15, False, True)
    rows = call("citizen", "get", "/calls").json()
    assert [r["id"] for r in rows["items"]] == [str(done.pk)]
    one = call("citizen", "get", f"/calls/{done.pk}")
    assert (one.json()["state"], one.json()["decision"]) == ("decided", done.decision.number)
    assert call("citizen", "get", f"/calls/{done.pk}", **{"If-None-Match": one["ETag"]}).status_code == 304
    counts = call("citizen", "get", f"/roll/counts?unit={done.unit_id}&kind={done.kind.code}&year={done.year}").json()
    assert counts == {"persons": 1, "collectives": 1, "conferrals": 1, "grounds": [{"ground": "", "persons": 1, "collectives": 1}]}
    roll = call("citizen", "get", "/roll?limit=1")
    assert (roll.json()["items"][0]["persons"], roll.json()["next"]) == (1, None)
    feed = Client().get("/khen-thuong/atom.xml")
    for answer in (roll, one, feed):
        assert "Mộng" not in answer.content.decode()
        assert "khu phố 3" not in answer.content.decode()
    at = house.world
    for asked, persons in ((f"unit={at.commune.pk}", 1), (f"unit={at.other.pk}", 0), (f"decided_in={at.commune.pk}", 0), ("level=base", 0)):
        assert call("citizen", "get", f"/roll/counts?{asked}").json()["persons"] == persons, asked
    Holder.objects.filter(whom=Whom.COLLECTIVE).update(unit=at.other)
    here = Client().get(reverse("awards-public:unit_feed", args=[at.commune.pk])).content.decode()
    title = re.search(r"<entry>.*?<title[^>]*>([^<]+)<", feed.content.decode(), re.DOTALL).group(1)
    assert "1 tập thể, 1 cá nhân" in title
    assert f"{title}</title>" in here, "one id, one title: the whole in each feed"
    assert re.search(r"Công tác tại [^:]*Ninh Kiều: 1 cá nhân", here)
    for wrong in ("/roll?name=Hoà", "/roll?cursor=x", "/roll/counts?year=1", "/calls?state=none"):
        assert call("citizen", "get", wrong).status_code == 422, wrong
    assert call("citizen", "get", "/roll?kind=none").status_code == 404


def test_an_office_proposes_once_under_a_key_and_gets_no_name_back(since, call):
    house = since(0)
    taking = house.open()
    begin = {"office": str(house.world.front.pk)}
    first = call("front_officer", "post", f"/calls/{taking.pk}/nominations", begin, **{"Idempotency-Key": "k1"})
    again = call("front_officer", "post", f"/calls/{taking.pk}/nominations", begin, **{"Idempotency-Key": "k1"})
    assert (first.status_code, again.status_code, Nomination.objects.count()) == (201, 201, 1)
    where = f"/nominations/{first.json()['id']}"
    assert call("outsider", "get", where).status_code == 404
    assert call("citizen", "get", where).status_code == 401
    stale = call("front_officer", "get", where)["ETag"]
    added = call("front_officer", "post", f"{where}/persons", TOLD, **{"If-Match": stale})
    assert added.status_code == 200
    assert "Mộng" not in added.content.decode()
    assert call("front_officer", "post", f"{where}/persons", {**TOLD, "name": "Khác"}, **{"If-Match": stale}).status_code == 412
    twice = call("front_officer", "post", f"{where}/persons", TOLD)
    assert (twice.status_code, "cùng tên, cùng năm sinh" in twice.json()["detail"]) == (422, True)
    both = call("front_officer", "post", f"{where}/collectives", {"name": "Tổ 5", "deeds": "Giữ hẻm sạch."}).json()
    assert [n["whom"] for n in both["nominees"]] == ["person", "collective"]
    less = call("front_officer", "post", f"{where}/nominees/{both['nominees'][1]['id']}/removal").json()
    assert len(less["nominees"]) == 1
    sent = call("front_officer", "post", f"{where}/submission", {"number": "12/TTr-MTTQ"}).json()
    assert (sent["state"], sent["number"], bool(sent["nominees"][0]["checks"])) == ("submitted", "12/TTr-MTTQ", True)
    assert [n["id"] for n in call("provincial_leader", "get", "/nominations").json()["items"]] == [sent["id"]]
    assert call("provincial_leader", "post", f"{where}/withdrawal").status_code == 403
    gone = call("front_officer", "post", f"{where}/withdrawal").json()
    assert (gone["state"], gone["nominees"]) == ("withdrawn", [])
