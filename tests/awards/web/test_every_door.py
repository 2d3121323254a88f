"""Every role of the cast at every page of this room, in one go: who reads it, and that nobody else learns even that it is there."""

import pytest
from django.urls import resolve, reverse

from gandan.appraisals import actions as appraisals
from gandan.awards.enums import CallState
from gandan.awards.models import Conferral, Holder
from gandan.awards.web import public_urls, urls
from gandan.core.access import Anyone, may
from tests.awards.conftest import MARK, at, collective, person
from tests.people import CAST

pytestmark = pytest.mark.django_db
RUN = {"provincial_specialist", "provincial_leader"}
MINE = {"front_officer"}
STAFF = RUN | MINE | {"committee_officer", "leader", "outsider"}
DESK = STAFF | {"administrator"}


def doors(house, call, draft, decided):
    """Name of a page: (arguments, who reads it)."""
    nominee, conferral = house.one(call), Conferral.objects.get()
    dossier, holder = nominee.nomination, Holder.objects.first()
    kind = house.kinds["commendation.board"]
    return {
        "list": ([], DESK),
        "plan": ([], STAFF),
        "call": ([call.pk], DESK),
        "change_call": ([draft.pk], RUN),
        "board": ([call.pk], RUN),
        "extract": ([call.pk], RUN),
        "extract_word": ([call.pk], RUN),
        "minutes_word": ([call.pk], RUN),
        "certificates": ([decided.pk], RUN),
        "certificates_word": ([decided.pk], RUN),
        "dossier": ([dossier.pk], RUN | MINE),
        "proposal_word": ([dossier.pk], RUN | MINE),
        "dossier_extract_word": ([dossier.pk], RUN | MINE),
        "nominee": ([nominee.pk], RUN | MINE),
        "summary_word": ([nominee.pk], RUN | MINE),
        "kinds": ([], DESK),
        "kind": ([kind.pk], DESK),
        "define_kind": ([], {"provincial_specialist", "administrator"}),
        "roll": ([], DESK),
        "enter": ([], STAFF),
        "entry": ([conferral.pk], DESK),
        "revoke": ([holder.pk], RUN),
    }


DEEDS = {"begin", "deed", "add_paper", "drop_paper", "add_nominee", "dossier_deed", "change_nominee", "nominee_deed", "kind_deed"}
DEEDS |= {"take_back", "call_successor", "dossier_successor"}  # pages of one deed: their rights are those of `test_doors`


def test_every_page(house, opens, cast):
    """Whom the page's own guard turns away is not sent there: `test_access_table` asks all guards. The others ask for this very thing."""
    decided = house.through(CallState.DECIDED, person("Trần Văn Bền", born=1961))
    call = house.through(CallState.COUNCIL, person(f"Nguyễn {MARK}", workplace=MARK), collective(), title="Đợt hai")
    draft = house.plan(title="Đợt ba")
    table = doors(house, call, draft, decided)
    assert set(table) | DEEDS == {pattern.name for pattern in urls.urlpatterns}
    browsers = {who: opens(who) for who in CAST}
    wrong = []
    for name, (args, who) in table.items():
        address = reverse(f"awards:{name}", args=args)
        guard = resolve(address).func.guard
        asked = [one for one in CAST if may(cast[one], guard)]
        if set(asked) == who:  # the guard alone decides: one of them is enough to see that the page answers
            asked = asked[:1]
            who = set(asked)
        answers = {one: browsers[one].get(address) for one in asked}
        reads = {one for one, answer in answers.items() if answer.status_code == 200}
        if reads != who:
            wrong.append((name, sorted(reads - who), sorted(who - reads)))
        outside = {one for one, answer in answers.items() if MARK in answer.content.decode("utf-8", "ignore")}
        assert outside <= RUN | MINE, name
    assert wrong == []


def test_what_everybody_reads_names_only_holders(house, opens):
    """One chosen, one not: of the second nothing is public, in no state of the call."""
    call = house.open()
    house.dossier(call, person(f"Nguyễn {MARK}", workplace=MARK), collective(), number="12-TTr/MTTQ")
    failed, chosen = house.nominees(call)
    pages = [
        reverse("awards-public:home"),
        reverse("awards-public:roll"),
        reverse("awards-public:feed"),
        reverse("awards-public:call", args=[call.pk]),
    ]
    browser = opens("citizen")

    def said() -> str:
        return "".join(browser.get(page).content.decode() for page in pages)

    assert MARK not in said()
    house.close(call)
    for nominee in (failed, chosen):
        house.score(nominee, 80 if nominee == chosen else 40)
    house.choose(chosen)
    house.pass_over(failed)
    assert MARK not in said()
    house.post(call)
    assert MARK not in said()
    house.decide(call)
    pages.append(reverse("awards-public:one", args=[Conferral.objects.get().pk]))
    assert MARK not in said()
    assert "Chi hội Phụ nữ khu phố 3" in said()
    assert len(public_urls.urlpatterns) == 6, "a new public page belongs into this test"


def test_after_the_days_of_posting_nobody_reads_a_name_until_it_is_decided(since, opens):
    """Whom an objection is about still reads who answers it, and may open the dossier."""
    house = since(45)
    call = house.through(CallState.POSTED, person(f"Nguyễn {MARK}", workplace=MARK), collective())
    board, citizen, heard = opens("provincial_leader"), opens("citizen"), call.posting.pk
    about = str(house.one(call).pk)
    objected = appraisals.object_to(call.posting, text="Người này năm ngoái thu sai quỹ.", about=about, by=Anyone(), now=at(15))
    citizen.post(reverse("appraisals-public:follow"), {"code": objected.code})
    public = [
        *(reverse(f"appraisals-public:{name}", args=[heard]) for name in ("one", "object")),
        *(reverse(f"appraisals-public:{name}") for name in ("home", "past", "answer")),
    ]
    assert [page for page in public if MARK in citizen.get(page).content.decode()] == []
    assert MARK in board.get(reverse("appraisals:posting", args=[heard])).content.decode()


def test_while_it_is_posted_everybody_reads_whom_the_list_names(since, opens):
    call = since(14).through(CallState.POSTED, person(f"Nguyễn {MARK}"), collective())
    page = opens("citizen").get(reverse("appraisals-public:one", args=[call.posting.pk])).content.decode()
    assert (page.count(MARK), page.count("Chi hội Phụ nữ khu phố 3")) == (1, 1)
