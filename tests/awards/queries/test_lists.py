"""Lists cost the same for 1 and 30 rows; "Việc của tôi" and messages name calls and steps, never who is proposed."""

from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection
from django.db.backends.postgresql.psycopg_any import DateRange
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from gandan.appraisals import actions as appraisals
from gandan.appraisals import subjects as all_subjects
from gandan.awards import actions, messages, queries, subjects, work
from gandan.awards.enums import CallState
from gandan.awards.models import Holder
from gandan.core import events
from gandan.core.access import Anyone
from gandan.notices import texts
from gandan.units.models import DanVanOwner
from tests.awards.conftest import MARK, WHY, at, collective, fresh, on, on_day, person
from tests.people import CAST, NOW, TODAY

pytestmark = pytest.mark.django_db


def cost(read) -> tuple[int, int]:
    """(rows, questions), after whatever is asked only once."""
    read()
    with CaptureQueriesContext(connection) as asked:
        rows = read()
    return rows, len(asked)


def test_lists_of_calls_and_dossiers(house, cast):
    def calls() -> int:
        return len([(str(c.kind), c.title, str(c.office), str(c.unit_id)) for c in queries.visible_to(cast["provincial_leader"])])

    def dossiers() -> int:
        return len([(d.call.title, str(d.office), str(d.call.kind.pk)) for d in queries.nominations(cast["provincial_leader"])])

    def owed() -> int:
        return len([w.title for w in work.owed(cast["front_officer"], TODAY)])

    house.dossier(house.open(), person(), number="12-TTr/MTTQ")
    house.dossier(house.open(), person())
    before = {read.__name__: cost(read) for read in (calls, dossiers, owed)}
    for n in range(9):
        call = house.open(title=f"Đợt xét thứ {n}")
        house.dossier(call, person(f"Lê Văn {n}"), number=f"{n}-TTr/MTTQ", who="outsider")
        house.dossier(call, person(f"Trần Văn {n}"))
    after = {read.__name__: cost(read) for read in (calls, dossiers, owed)}
    assert {k: v[0] for k, v in after.items()} == {"calls": 11, "dossiers": 10, "owed": 10}
    assert {k: v[1] for k, v in after.items()} == {k: v[1] for k, v in before.items()}


def test_the_nominees_of_a_dossier(house, front_officer):
    def read() -> int:
        rows = queries.nominees(front_officer, dossier)
        return len([(queries.checks(n), queries.steps(n), n.appraisal) for n in rows])

    dossier = house.dossier(house.open(), person())
    _rows, few = cost(read)
    for n in range(12):
        house.add(dossier, person(f"Lê Văn {n}"))
    assert cost(read) == (13, few)


def test_thirty_nominees_before_a_council(house):
    def read() -> int:
        pairs = [(subjects.NOMINEE, str(n.pk)) for n in house.nominees(call)[:rows]]
        return len([said for said in all_subjects.describe(pairs, house.members[0]).values() if said.lines])

    rows, call = 1, house.through(CallState.COUNCIL, *(person(f"Lê Văn {n}") for n in range(30)))
    _one, few = cost(read)
    rows = 30
    assert cost(read) == (30, few)


def test_what_waits(house, front_officer, provincial_leader, outsider, administrator):
    def owed(who, day: int = 0) -> list[str]:
        return [w.deed for w in work.owed(on_day(who, day), on(day))]

    call = house.plan()
    assert owed(provincial_leader) == ["Mở nhận hồ sơ"]
    actions.open_call(call, by=house.board, now=NOW)
    assert owed(provincial_leader) == []
    dossier = house.dossier(call, person(), collective())
    assert owed(front_officer) == ["Gửi hồ sơ"]
    actions.submit_nomination(dossier, number="12-TTr/MTTQ", by=front_officer, now=NOW)
    assert owed(front_officer) == []
    actions.return_nomination(dossier, reason=WHY, by=house.board, now=NOW)
    assert owed(front_officer) == ["Bổ sung và gửi lại"]
    actions.submit_nomination(dossier, number="12-TTr/MTTQ", by=front_officer, now=NOW)
    assert owed(provincial_leader, 11) == ["Chốt, đưa ra hội đồng"]
    house.close(call)
    assert owed(provincial_leader, 12) == []
    for nominee in house.nominees(call):
        house.score(nominee)
    assert owed(provincial_leader, 12) == ["Xét kết quả chấm"]
    for nominee in house.nominees(call):
        house.choose(nominee)
    assert owed(provincial_leader, 12) == ["Công khai danh sách"]
    posting = house.post(call).posting
    assert owed(provincial_leader, 14) == []
    said = appraisals.object_to(posting, text="Danh sách này chưa đúng.", by=Anyone(), now=at(15))
    assert "Ghi quyết định" not in owed(provincial_leader, 40)
    appraisals.answer_objection(said.objection, is_upheld=True, reply="Đúng như phản ánh.", by=on_day(house.board, 16), now=at(16))
    assert owed(provincial_leader, 40) == ["Xem ý kiến có cơ sở"]
    assert owed(outsider) == owed(administrator) == []


def test_messages_name_nobody_and_reach_those_who_can_act(house, people, ground, front_officer):
    DanVanOwner.objects.create(unit=ground.commune, office=ground.front, during=DateRange(TODAY, None, "[)"))
    call = house.through(CallState.COUNCIL, person(f"Nguyễn {MARK}", deeds=f"{MARK} vận động bà con", workplace=MARK))
    nomination = house.one(call).nomination
    ids = {key: user.pk for key, user in people.items()}
    board = {ids["provincial_leader"], ids["provincial_specialist"]}
    reach = {
        "awards.call_opened": (call, {ids["front_officer"]}),
        "awards.nomination_submitted": (nomination, board),
        "awards.nomination_returned": (nomination, {ids["front_officer"]}),
        "awards.intake_ended": (call, board),
        "awards.objection_upheld": (call, board),
        "awards.call_decided": (call, {ids["front_officer"]}),
        "awards.call_cancelled": (call, {ids["front_officer"]}),
    }
    mine = {text.verb for text in messages.TEXTS}
    assert mine == set(reach)
    for verb, (thing, who) in reach.items():
        text = texts.of(verb)
        event = events.of(thing).filter(verb=verb).last() or events.record(verb, thing, by=house.board, at=NOW)
        assert set(text.to(event, TODAY)) == who, verb
        for language in ("vi", "en"):
            with translation.override(language):
                said = texts.words_of([event])[event.pk]
                assert said == text.words(event)
            assert MARK not in f"{said.subject} {said.line} {said.url}"
            assert said.url.startswith("/lam-viec/khen-thuong/")


def test_a_nominee_is_described_without_the_name_to_everybody_else(house, cast):
    call = house.through(CallState.COUNCIL, person(f"Nguyễn {MARK}", deeds=f"{MARK} vận động bà con", workplace=MARK))
    nominee = house.one(call)
    pair = (subjects.NOMINEE, str(nominee.pk))
    told = {who: all_subjects.describe([pair], cast[who])[pair] for who in CAST}
    sees = {who for who, said in told.items() if MARK in str(said)}
    assert sees == {"front_officer", "provincial_specialist", "provincial_leader"}
    assert MARK in str(all_subjects.describe([pair], house.members[0])[pair])
    assert all_subjects.owner(*pair) == house.world.front
    assert told["front_officer"].place == "Phường Ninh Kiều"
    assert all_subjects.hands([pair])[pair] == {cast["front_officer"].key}
    house.score(nominee)
    house.choose(nominee)
    assert MARK not in str(all_subjects.describe([(subjects.CALL, str(call.pk))], Anyone()))
    posting = house.post(call).posting
    assert MARK not in str(all_subjects.describe([(subjects.CALL, str(call.pk))], Anyone())), "names stand on the page of the posting only"
    assert [key for key, name in subjects.posted_subjects(posting, Anyone(), TODAY) if MARK in name] == [str(nominee.pk)]
    assert cast["front_officer"].key in all_subjects.hands([(subjects.CALL, str(call.pk))])[subjects.CALL, str(call.pk)]
    house.decide(fresh(call))
    assert MARK not in str(all_subjects.describe([(subjects.CALL, str(call.pk))], Anyone()))
    assert list(subjects.posted_subjects(posting, Anyone(), TODAY)) == []


def test_the_roll_by_the_ward_in_which_people_work(house, ground):
    """The province decides for two wards on two grounds: each ward finds its own, and it was commended once."""
    call = house.open(grounds=("Hiến đất", "Giữ đường sạch"))
    first = house.dossier(call, person("Lê Văn A"), ground="Hiến đất")
    house.add(first, collective(), ground="Giữ đường sạch")
    actions.submit_nomination(first, number="12-TTr/MTTQ", by=house.proposers["front_officer"], now=NOW)
    house.dossier(call, person("Lê Văn B"), who="outsider", number="9-TTr/MTTQ", ground="Hiến đất")
    house.close(call)
    for nominee in house.nominees(call):
        house.score(nominee)
        house.choose(nominee)
    house.post(fresh(call))
    house.decide(fresh(call))
    migration = import_module("gandan.awards.migrations.0003_holder_unit_filled")
    Holder.objects.update(unit=None)
    migration.fill(apps, None)  # those commended before the column stood

    def found(**asked):
        return queries.totals(queries.roll(actor=Anyone(), on=TODAY, **asked))

    assert found() == queries.Totals(2, 1, 1), "two grounds of one decision are one time"
    assert found(unit=ground.commune.pk) == queries.Totals(1, 1, 1)
    assert found(unit=ground.other.pk) == queries.Totals(1, 0, 1)
    assert found(unit=ground.province.pk, level="province") == found(decided_in=ground.province.pk) == found()
    assert found(level="base") == found(decided_in=ground.commune.pk) == queries.Totals(0, 0, 0)
    assert found(unit=ground.other.pk, whom="collective").conferrals == 0
    rows = queries.roll(actor=Anyone(), unit=ground.other.pk, on=TODAY)
    assert [(r.ground, r.people, r.groups, r.persons) for r in rows] == [("Hiến đất", 1, 0, 2)]
    at = queries.by_place(queries.roll(actor=Anyone(), on=TODAY))
    assert at == [queries.At(ground.commune.pk, 1, 1), queries.At(ground.other.pk, 1, 0)]
    assert [a.unit for a in queries.by_place(rows, within=ground.other.pk, on=TODAY)] == [ground.other.pk]
    assert queries.by_decider(rows) == [queries.At(ground.province.pk, 1, 0)]
