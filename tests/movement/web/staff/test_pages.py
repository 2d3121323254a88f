"""Who opens what, and that every page stands, empty and full."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gandan.movement.enums import Deed, State
from gandan.movement.models import Practice
from gandan.movement.web.staff.deeds import DEEDS
from gandan.movement.web.staff.drive_deeds import DEEDS as DRIVE_DEEDS
from tests.movement.web.staff.conftest import text, to
from tests.people import CAST

pytestmark = pytest.mark.django_db
OTHERS = {Deed.REGISTER, Deed.SEND_BACK, Deed.REVIEW, Deed.APPRAISE, Deed.POST}
PLAIN = ("desk", "list", "find", "counts", "drives")
DESK = {
    "hamlet_head",
    "supervisor",
    "front_officer",
    "committee_officer",
    "leader",
    "provincial_specialist",
    "provincial_leader",
    "central_analyst",
}
DESK |= {"outsider"}


def test_who_opens_what(opens, in_state, drive):
    """Whoever works with models opens the desk; a form that waits is read by its office, who registers it, and those above."""
    waiting, shown = in_state(State.SUBMITTED), in_state(n=2)
    reads = {"committee_officer", "front_officer", "leader", "provincial_specialist", "provincial_leader"}
    for who in CAST:
        browser = opens(who)
        answer = browser.get(to("desk"))
        assert answer.status_code == (302 if who in ("citizen", "hamlet_head") else 200 if who in DESK else 403), who
        if who == "hamlet_head":
            assert answer.url == to("hamlet"), "the menu leads them to the hamlet's own page"
        if who in DESK:
            assert browser.get(to("one", waiting.pk)).status_code == (200 if who in reads else 404), who
    for url in (to("one", shown.pk), to("drive", drive.pk), *(to(name) for name in PLAIN)):
        assert opens("outsider").get(url).status_code == 200, url
        assert opens("administrator").get(url).status_code == 403, url


def test_a_deed_is_not_there_for_who_may_not(opens, in_state, drive):
    browser, p = opens("outsider"), in_state()
    for deed in DEEDS:
        if deed.slug == "niem-yet":  # asked of the office that posts, when it is picked
            continue
        answer = browser.get(to("deed", p.pk, deed.slug))
        assert (answer.status_code, "Ông/Bà chưa được giao quyền" in text(answer)) == (403, True), deed.slug
    for deed in DRIVE_DEEDS:
        assert browser.get(to("drive_deed", drive.pk, deed.slug)).status_code == 403, deed.slug
    assert browser.get(to("deed", p.pk, "khong-co")).status_code == 404
    assert browser.get(to("drive_deed", drive.pk, "khong-co")).status_code == 404


def test_every_deed_has_a_page_in_every_state(opens, in_state, begun):
    """Whoever may do it sees the form or the sentence that says why not now; nothing falls over."""
    owner, registrar = opens("committee_officer"), opens("front_officer")
    things = [begun(1), *(in_state(s, n) for n, s in enumerate((State.SUBMITTED, State.REGISTERED, State.LAPSED), 2))]
    for p in things:
        for deed in DEEDS:
            browser = registrar if deed.kind in OTHERS else owner
            assert browser.get(to("deed", p.pk, deed.slug)).status_code == (403 if deed.slug == "niem-yet" else 200), (p.state, deed.slug)
        for name in ("one", "use", "tie"):
            assert owner.get(to(name, p.pk)).status_code == 200, (p.state, name)
        assert registrar.get(to("visit", p.pk)).status_code == 200


def test_lists_cost_the_same_for_1_and_30(opens, in_state):
    browser, counts = opens("front_officer"), []
    in_state(State.SUBMITTED)
    in_state(n=2)
    wanted = {"desk": "", "list": "?cua=tat-ca", "drives": "", "counts": ""}
    for many in (2, 30):
        for n in range(Practice.objects.count(), many):
            in_state(State.SUBMITTED if n % 2 else State.REGISTERED, n + 10)
        seen = {}
        for name, query in wanted.items():
            browser.get(to(name) + query)
            with CaptureQueriesContext(connection) as asked:
                assert browser.get(to(name) + query).status_code == 200
            seen[name] = len(asked)
        counts.append(seen)
    assert counts[0] == counts[1]
