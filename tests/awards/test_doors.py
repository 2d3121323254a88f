"""Every role of the cast at every door of this room, in one go: what each may, and whose dossier each opens."""

import pytest

from gandan.accounts.queries import actor_for
from gandan.appraisals import actions as appraisals
from gandan.awards import actions, hands, permissions, queries
from gandan.awards.enums import CallState
from gandan.awards.models import Holder
from gandan.core.access import Role, SystemActor, may
from tests.awards.conftest import WHY, at, collective, fresh, on_day, person
from tests.people import CAST, NOW, TODAY, hold, make_user

pytestmark = pytest.mark.django_db
RUN = {"provincial_specialist", "provincial_leader"}
MINE = {"front_officer"}
NOBODY: set[str] = set()
EVERYBODY = set(CAST)
SYSTEM = {
    "awards.end_intake": {"clock"},
    "awards.erase": {"retention"},
    "awards.load_kinds": {"install", "demo", "load"},
    "awards.move_with_office": {"handover"},
    "awards.note_upheld": {"objections"},
}


def wanted(call, dossier, holder, world):
    """Per right: the thing it is asked of, and who of the cast has it."""
    nominee = dossier.nominees.first()
    return {
        "awards.view": (None, EVERYBODY),
        "awards.open_desk": (None, RUN | MINE | {"committee_officer", "leader", "outsider", "administrator"}),
        "awards.define_kind": (None, {"provincial_specialist", "administrator"}),
        "awards.load_kinds": (None, {"administrator"}),
        "awards.plan": (world.province_board, RUN),
        "awards.change_call": (call, RUN),
        "awards.open_call": (call, RUN),
        "awards.end_intake": (call, RUN),
        "awards.close_call": (call, RUN),
        "awards.cancel_call": (call, RUN),
        "awards.post": (call, RUN),
        "awards.take_down": (call, RUN),
        "awards.decide": (call, RUN),
        "awards.number_certificates": (call, RUN),
        "awards.note_upheld": (call, NOBODY),
        "awards.nominate": (dossier, MINE),
        "awards.open_dossier": (nominee, RUN | MINE),
        "awards.return": (dossier, RUN),
        "awards.judge": (nominee, RUN),
        "awards.keep_roll": (world.commune.pk, RUN | MINE | {"committee_officer", "leader"}),
        "awards.revoke": (holder, RUN),
        "awards.choose_successor": (call, RUN),
        "awards.move_with_office": (call, NOBODY),
        "awards.erase": (call, NOBODY),
    }


def test_a_role_put_aside_counts_like_one_held(house):
    """Whoever works in the proposing office judges nothing of it by putting that role aside; a reader of its numbers works there not."""
    dossier = house.dossier(house.open(), person())
    user = make_user("Lê Hai Vai", "two.roles")
    acting = hold(user, Role.LEADER, office=house.world.province_board)
    for role, works in ((Role.ANALYST, False), (Role.OFFICER, True)):
        hold(user, role, office=house.world.front)
        actor = actor_for(user, today=TODAY, acting_as=acting.pk)
        assert hands.works_at(actor, dossier) is works


def test_who_may_what(house, cast):
    holder_of = house.through(CallState.DECIDED, person("Trần Văn Bền", born=1961))
    call = house.through(CallState.COUNCIL, person(), collective(), title="Đợt hai")
    dossier = fresh(house.one(call)).nomination
    table = wanted(call, dossier, Holder.objects.get(nominee__nomination__call=holder_of), house.world)
    assert set(table) == set(permissions.TABLE)
    for right, (thing, who) in table.items():
        assert {name for name in CAST if may(cast[name], right, thing)} == who, right
        systems = {"clock", "retention", "handover", "install", "demo", "load", "objections", "import"}
        has = {name for name in systems if may(SystemActor(name), right, thing)}
        assert right == "awards.view" or has == SYSTEM.get(right, set()), right


def test_a_sealed_dossier_opens_for_its_offices_and_its_council(house, cast):
    call = house.through(CallState.COUNCIL, person(), collective())
    nominee = house.one(call)
    opens = {name for name in CAST if queries.dossier(nominee, cast[name]) is not None}
    assert opens == RUN | MINE
    assert {name for name in CAST if queries.nominations(cast[name]).exists()} == RUN | MINE
    assert {name for name in CAST if queries.nominees(cast[name], nominee.nomination).exists()} == RUN | MINE
    assert {name for name in CAST if queries.may_open_papers(cast[name], str(nominee.nomination_id))} == RUN | MINE
    member = house.members[1]
    assert queries.dossier(nominee, member).name == "Nguyễn Thị Hoà"
    papers, alone = str(nominee.nomination_id), house.nominees(call)[1].appraisal
    assert queries.may_open_papers(member, papers)
    appraisals.declare_conflict(nominee.appraisal, tie="kin", reason="Là em ruột.", by=on_day(member, 11), now=NOW)
    assert queries.dossier(nominee, member) is None, "who declared a tie reads it no more"
    assert queries.dossier(house.nominees(call)[1], member) is not None
    assert queries.may_open_papers(member, papers), "they score somebody else in it"
    appraisals.declare_conflict(alone, tie="kin", reason="Là chi hội của em.", by=on_day(member, 11), now=NOW)
    assert not queries.may_open_papers(member, papers), "nor its papers, where everybody in it is tied to them"
    actions.cancel_call(call, reason="Đợt xét mở nhầm năm.", by=on_day(house.board, 12), now=at(12))
    assert queries.dossier(fresh(nominee), house.members[2]) is None, "the council reads as long as it scores"


def test_nobody_sees_a_call_before_it_is_open(house, cast):
    call = house.plan()
    assert {name for name in CAST if queries.visible_to(cast[name]).filter(pk=call.pk).exists()} == RUN
    actions.open_call(call, by=house.board, now=NOW)
    assert {name for name in CAST if queries.visible_to(cast[name]).filter(pk=call.pk).exists()} == EVERYBODY
    proposing = {name for name in CAST if queries.to_propose(cast[name]).exists()}
    assert proposing == RUN | MINE | {"committee_officer", "leader", "outsider"}
    draft = house.dossier(call, person())
    assert {name for name in CAST if queries.nominations(cast[name]).filter(pk=draft.pk).exists()} == MINE, "a draft is its office's alone"


def test_who_was_left_out_before_the_council_is_none_of_its_business(house):
    call = house.open()
    house.dossier(call, person(), collective(), number="12-TTr/MTTQ")
    out, scored = house.nominees(call)
    actions.exclude(out, reason=WHY, by=house.board, now=NOW)
    house.close(call)
    opens = [queries.dossier(fresh(one), house.members[1]) is not None for one in (out, scored)]
    assert opens == [False, True]
