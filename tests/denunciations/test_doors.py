"""Every door is tried by everyone of the cast, before and after a denunciation was set aside: nothing shows but to its handler.

The doors are walked from the resolver, so that an address or a call of the API that is added tomorrow is tried without a line here: alone,
with the letter's own ids wherever an address takes one, and with the marker word in every question by which pages are narrowed. What is
compared is the whole answer: a page that named the letter, its unit, or counted one more would differ. Then something is sent through every
door as well, as a form and to the API, with the letter's own words in it; whatever that did is undone before the next door.
"""

import io
import json
import re
import zipfile
from collections.abc import Callable
from copy import deepcopy
from datetime import timedelta
from urllib.parse import urlencode

import pytest
from django.core import mail
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from gandan.accounts import actions as accounts
from gandan.accounts.queries import actor_for
from gandan.core.access import Anyone
from gandan.core.events import Event
from gandan.core.events.verify import verify
from gandan.core.files.models import StoredFile
from gandan.core.search.models import SearchDocument
from gandan.denunciations.models import Denunciation
from gandan.notices.models import Message, Notice
from gandan.opinions import actions as opinions
from gandan.opinions.given import ContactGiven
from gandan.opinions.models import Case, Contact, Opinion
from tests.architecture.routes import Route, routes
from tests.denunciations.actions.test_set_aside import photo
from tests.people import CAST

pytestmark = pytest.mark.django_db
MARK = "Hoatrangnguyen"
TEXT = f"Ông {MARK}, phó chủ tịch phường, nhận hối lộ của nhà thầu đào hẻm {MARK}."
PLACE = f"Trụ sở {MARK}"
ASKED = urlencode(dict.fromkeys(("q", "tim", "text", "tu-khoa", "place", "search", "description", "address_string"), MARK))
ASKING = {"citizen", "committee_officer", "leader", "provincial_specialist", "administrator"}  # try narrowed lists as well
LEAVING = {"account_logout"}  # would end the session that tries the other doors
NEVER_TWICE = {  # addresses whose answer is another one each time, whatever happened: what differs is checked for the marker alone
    "metrics": "counts the very requests that this test makes"
}
RANDOM = re.compile(rb"[A-Za-z0-9_\-:.=%/+]{24,}|\b[0-9A-HJKMNP-TV-Z]{4}(?:-?[0-9A-HJKMNP-TV-Z]{4}){2}\b|\b[0-9]{6}\b|\d+([.,]\d+)? ?ms")
NOBODY = "0198f0a0-0000-7000-8000-00000000000a"
SENT = {  # one body for every form and call: fields that a door does not know are passed over
    **dict.fromkeys(("text", "description", "question", "answer", "summary", "title", "name"), TEXT),
    **dict.fromkeys(("reason", "note", "q", "tim"), f"Vì {MARK} nhận hối lộ"),
    **dict.fromkeys(("place", "address_string"), PLACE),
    "jurisdiction_id": "31120",
    "service_code": "street-lighting",
    "update_id": "1",
    "status": "open",
    "language": "vi",
    "kind": "remark",
    "code": "0000-0000-0000",
    "pin": "000000",
    "attribute[code]": "0000-0000-0000",
    "attribute[pin]": "000000",
}
IDS = {"UUIDConverter", "StringConverter", "SlugConverter", "PathConverter"}


def readable(answer: object) -> bytes:
    """The body; what streams is read to its end, and an office file (an archive with the hour in it) as the parts that say something."""
    streaming = getattr(answer, "streaming", False)
    body = b"".join(answer.streaming_content) if streaming else answer.content  # type: ignore[attr-defined]
    if not body.startswith(b"PK"):
        return body
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        return b"\n".join(archive.read(name) for name in sorted(archive.namelist()) if not name.startswith("docProps/"))


def steady(body: bytes) -> bytes:
    """Without what is random in every answer: tokens against forged forms, fresh codes and PINs, milliseconds."""
    return RANDOM.sub(b"*", body)


def filled(route: Route, ids: dict[str, str]) -> str | None:
    """The address with an id for each name it takes, the letter's own where no other is known; numbers get one."""
    pattern = route.pattern.replace("^", "").replace("$", "").replace("\\Z", "").replace("\\.", ".")
    for name, kind in route.required:
        value = ids.get(name, ids["letter"]) if kind in IDS else "1"
        pattern = re.sub(rf"<(?:\w+:)?{name}>|\(\?P<{name}>[^)]*\)", value, pattern)
    pattern = re.sub(r"\(\?P<\w+>[^)]*\)", "x", pattern)  # what takes whatever is left over
    return None if re.search(r"[<>()\[\]|*?]", pattern) else "/" + pattern


def addresses(ids: dict[str, str], *, narrowed: bool = False) -> list[tuple[str, str]]:
    """Every address of the installation with its route; one that takes nothing also narrowed by the marker."""
    found = []
    for route in routes():
        if route.name in LEAVING or route.pattern.startswith("static/") or (url := filled(route, ids)) is None:
            continue
        found += [(url, route.pattern)] + ([] if route.required or not narrowed else [(f"{url}?{ASKED}", route.pattern)])
    return found


def told_of(answer: object) -> bytes:
    """What an answer says beside its body: where it leads, and the sentence that the next page shows."""
    said = getattr(getattr(answer, "wsgi_request", None), "_messages", ())
    return f"{answer.headers.get('Location', '')} {[str(m) for m in getattr(said, '_queued_messages', ())]}".encode()  # type: ignore[attr-defined]


@pytest.fixture
def tried(clients, people, ground) -> Callable[..., dict[tuple[str, str], tuple[int, bytes]]]:
    """Somebody's answers, by address; programs come with a token of theirs. `sends`: something is sent, and undone."""
    tokens: dict[str, str] = {}

    def token(who: str) -> str:
        if who not in tokens:
            now = timezone.now()
            actor = actor_for(people[who], today=timezone.localdate(now))
            last = timezone.localdate(now) + timedelta(days=30)
            tokens[who] = accounts.make_token(people[who], label="thu", last_day=last, by=actor, now=now)[1]
        return tokens[who]

    def ask(who: str, url: str) -> tuple[int, bytes]:
        headers = {"HTTP_AUTHORIZATION": f"Bearer {token(who)}"} if url.startswith("/api/") and who in people else {}
        answer = clients[who].get(url, **headers)
        return answer.status_code, readable(answer)

    def send(who: str, url: str) -> tuple[int, bytes]:
        key, jar = token(who) if who in people else "", deepcopy(clients[who].cookies)
        sent = {**SENT, "unit": str(ground.commune.pk), "api_key": key}
        with transaction.atomic():
            if url.startswith("/api/"):
                headers = {"HTTP_AUTHORIZATION": f"Bearer {key}"} if key else {}
                answer = clients[who].post(url, json.dumps(sent), content_type="application/json", **headers)
            else:
                answer = clients[who].post(url, sent)
            found = answer.status_code, readable(answer) + told_of(answer)
            transaction.set_rollback(True)
        clients[who].cookies = jar  # a session that began or ended went with the rest
        return found

    return lambda who, doors, sends=False: {door: (send if sends else ask)(who, door[0]) for door in doors}


@pytest.fixture
def ids(ground) -> dict[str, str]:
    """What stands for the names in addresses; the letter's id is added to them."""
    return {"unit": str(ground.commune.pk), "office": str(ground.front.pk), "hamlet": str(ground.hamlet.pk), "letter": NOBODY}


@pytest.fixture
def an_opinion(ground):
    """So that lists, counts and maps have something to count."""
    said = {"text": "Đèn đường hẻm 51 hỏng ba hôm nay", "place": "Hẻm 51", "unit": ground.commune}
    return opinions.say(**said, by=Anyone(), now=timezone.now()).opinion


def set_aside(ground, **more) -> Denunciation:
    """Through the door by which people come."""
    said = {"text": TEXT, "place": PLACE, "unit": ground.commune, "contact": ContactGiven(f"Người {MARK}", "0912345678", "")}
    given = opinions.say(**{**said, "uploads": [photo(f"{MARK}.jpg")], "by": Anyone(), "now": timezone.now(), **more})
    assert given.is_set_aside
    assert given.opinion is None
    return Denunciation.objects.latest("id")


def told() -> None:
    """What the worker does with the event."""
    from gandan.core.access import SystemActor
    from gandan.notices import actions as notices

    for event in Event.objects.filter(verb__startswith="denunciations."):
        notices.make(event.pk, by=SystemActor("notices"), now=timezone.now())


def compared(before: dict[tuple[str, str], tuple[int, bytes]], later: dict[tuple[str, str], tuple[int, bytes]]) -> list[str]:
    """Addresses whose answer is another one."""
    return [
        url
        for (url, route), (status, body) in later.items()
        if route not in NEVER_TWICE and (status, steady(body)) != (before[url, route][0], steady(before[url, route][1]))
    ]


@pytest.mark.slow
@pytest.mark.parametrize("who", CAST)
def test_nothing_that_is_sent_is_answered_otherwise(ground, an_opinion, tried, ids, quiet, who):
    first = set_aside(ground, unit=ground.other)
    told()
    doors = addresses({**ids, "letter": str(first.pk)})
    tried(who, doors[:3], sends=True)
    before = tried(who, doors, sends=True)
    mine = set_aside(ground)
    told()
    later = tried(who, doors, sends=True)
    assert len({status for status, _body in before.values()}) > 3, "some are read, some refused, some have no such way"
    assert Denunciation.objects.count() == 2, "what was sent is undone"
    assert [url for (url, _route), (_status, body) in later.items() if str(mine.pk).encode() in body] == []
    if who != "denunciation_handler":
        assert compared(before, later) == []


@pytest.mark.slow
@pytest.mark.parametrize("who", CAST)
def test_no_door_shows_it_but_to_its_handler(ground, an_opinion, tried, ids, quiet, who):
    first = set_aside(ground, unit=ground.other)  # lies there before and after: its id is tried at both times
    told()
    doors = addresses({**ids, "letter": str(first.pk)}, narrowed=who in ASKING)
    tried(who, doors[:3])  # what is made at the first look (a session, the picture of the units) is made
    before = tried(who, doors)
    mine = set_aside(ground)
    told()
    later = tried(who, doors)
    shows = [url for (url, _route), (_status, body) in later.items() if MARK.encode() in body and "?" not in url]
    differing = compared(before, later)
    named = [url for (url, _route), (_status, body) in later.items() if str(mine.pk).encode() in body]
    own = [(u, r) for u, r in addresses({**ids, "letter": str(mine.pk)}) if str(mine.pk) in u and r.startswith("lam-viec/to-cao/")]
    statuses = {status for status, _body in tried(who, own).values()}
    assert shows == [], "not even the handler is shown words before the letter is opened"
    if who == "denunciation_handler":
        assert {reverse("denunciations:desk"), reverse("workspace:home")} <= set(differing), "there is one more"
        assert 200 in statuses
        return
    assert differing == named == []
    assert statuses <= ({302, 405} if who == "citizen" else {404, 405})


def test_it_is_kept_nowhere_else(ground, an_opinion):
    tables = (Opinion, Case, Contact, StoredFile, SearchDocument)
    before = [t.objects.count() for t in tables]
    set_aside(ground)
    assert [t.objects.count() for t in tables] == before


def test_only_the_handler_is_told(ground, people):
    set_aside(ground)
    told()
    assert set(Notice.objects.filter(event__verb__startswith="denunciations").values_list("user", flat=True)) == {
        people["denunciation_handler"].pk
    }
    assert all(MARK not in f"{m.subject}{m.body}" for m in mail.outbox)


def test_no_colleague_is_asked_to_call(ground, people):
    """A handler who has neither mail nor telephone reads it in the workspace: whoever called would know."""
    people["denunciation_handler"].email = ""
    people["denunciation_handler"].save()
    set_aside(ground)
    told()
    assert Notice.objects.filter(user=people["denunciation_handler"]).exists()
    assert not Message.objects.filter(user=people["denunciation_handler"]).exists()


def test_logs_tell_nothing(ground, caplog, client):
    caplog.set_level("DEBUG")
    set_aside(ground)
    assert MARK not in caplog.text
    assert "denunciation" not in caplog.text.lower()


def test_checking_the_record_tells_nothing(ground):
    set_aside(ground)
    report = verify()
    assert report.problems == []
    assert MARK not in str(report)
    assert "denunciation" not in str(report)


def test_the_similar_are_not_looked_up_in_it(ground, an_opinion, clients):
    from gandan.opinions.queries.similar import similar

    today = timezone.localdate()
    before = similar(TEXT, unit=ground.commune, hamlet=None, today=today)
    set_aside(ground)
    assert similar(TEXT, unit=ground.commune, hamlet=None, today=today) == before


def test_a_desk_s_officer_leaves_no_trace_of_the_unit(ground, committee_officer):
    set_aside(ground, by=committee_officer, channel="desk")
    said = str(list(Event.objects.filter(verb__startswith="denunciations").values()))
    assert str(ground.commune.pk) not in said
    assert str(ground.committee.pk) not in said
    assert committee_officer.key not in said


def test_an_address_that_is_added_is_tried(ids):
    found = {route for _url, route in addresses(ids)}
    missed = {r.pattern for r in routes()} - found - {r.pattern for r in routes() if r.name in LEAVING or r.pattern.startswith("static/")}
    assert missed == set(), "no address could be made for these"
    assert len(found) > 100
