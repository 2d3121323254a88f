"""Who answers for what: the table, and the office it leads to."""

from datetime import timedelta

import pytest

from gandan.core.access import Refusal
from gandan.core.events import Event
from gandan.opinions import topics
from gandan.opinions.actions.rules import drop_competence, set_competence
from gandan.opinions.models import Competence
from gandan.opinions.queries.competence import office_for, shipped, table
from gandan.units.enums import Level, OfficeKind
from gandan.units.models import DanVanOwner, Office
from gandan.units.models.time import since
from tests.people import CAST, NOW, TODAY, make_office

LAMP, HAMLET = "street-lighting", "hamlet-affairs"


def say(ground, by, **more):
    said = {"topic": LAMP, "level": Level.COMMUNE, "unit": ground.commune, "kind": OfficeKind.FRONT, "by": by, "now": NOW}
    return set_competence(**{**said, **more})


# ──── which office


def test_what_came_with_the_program(ground):
    assert office_for(LAMP, ground.commune, today=TODAY) == ground.committee
    assert office_for(HAMLET, ground.commune, today=TODAY) == ground.front
    assert office_for("", ground.commune, today=TODAY) == ground.committee


def test_every_line_that_comes_with_the_program_names_a_topic_a_tier_and_a_kind():
    assert {("", level) for level in Level.values} <= set(shipped())
    for topic, level in shipped():
        assert topic == "" or topics.get(topic) is not None
        assert level in Level.values


def test_the_narrowest_word_holds(ground, administrator, leader):
    """All units and topics < all units, this topic < this unit, all topics < this unit, this topic."""
    c = ground.commune
    say(ground, administrator, topic="", unit=None, kind=OfficeKind.FRONT)
    assert office_for(LAMP, c, today=TODAY) == ground.front
    say(ground, administrator, unit=None, kind=OfficeKind.PARTY_COMMITTEE)
    assert office_for(LAMP, c, today=TODAY) == ground.party
    say(ground, leader, topic="", kind=OfficeKind.PEOPLE_COMMITTEE)
    assert office_for(LAMP, c, today=TODAY) == ground.committee
    own = say(ground, leader, kind="", office=ground.province_board)
    assert office_for(LAMP, c, today=TODAY) == ground.province_board
    assert office_for("waste", c, today=TODAY) == ground.committee
    drop_competence(own, by=leader, now=NOW)
    assert office_for(LAMP, c, today=TODAY) == ground.committee


def test_where_the_office_does_not_stand_the_committee_answers_then_who_holds_dan_van_then_any(ground, administrator):
    say(ground, administrator, topic="", unit=None, kind=OfficeKind.YOUTH)
    assert office_for(LAMP, ground.commune, today=TODAY) == ground.committee
    assert office_for(LAMP, ground.other, today=TODAY) == ground.other_front  # the only one
    board = make_office(ground.other, OfficeKind.DAN_VAN_BOARD, "Ban Xây dựng Đảng")
    DanVanOwner.objects.create(unit=ground.other, office=board, during=since(TODAY))
    assert office_for(LAMP, ground.other, today=TODAY) == board
    assert office_for(LAMP, ground.other, today=TODAY - timedelta(days=1)) == ground.other_front


def test_a_named_office_that_has_ended_gives_way(ground, leader):
    say(ground, leader, kind="", office=ground.front)
    Office.objects.filter(pk=ground.front.pk).update(existed=since(ground.front.existed.lower, TODAY))
    assert office_for(LAMP, ground.commune, today=TODAY) == ground.committee
    assert office_for(LAMP, ground.commune, today=TODAY - timedelta(days=1)) == ground.front


def test_a_unit_without_any_office_has_none(ground):
    Office.objects.filter(pk=ground.other_front.pk).update(existed=since(ground.other_front.existed.lower, TODAY))
    assert office_for(LAMP, ground.other, today=TODAY) is None


def test_another_unit_s_word_is_not_heard(ground, leader):
    say(ground, leader)
    assert office_for(LAMP, ground.commune, today=TODAY) == ground.front
    make_office(ground.other, OfficeKind.PEOPLE_COMMITTEE, "Ủy ban nhân dân phường Cái Răng")
    assert office_for(LAMP, ground.other, today=TODAY).kind == OfficeKind.PEOPLE_COMMITTEE


def test_the_whole_table_of_a_unit_says_who_said_so_with_few_questions(ground, leader, administrator, django_assert_max_num_queries):
    say(ground, leader)
    say(ground, administrator, topic="waste", unit=None)
    with django_assert_max_num_queries(3):
        found = {one.topic.code: one for one in table(ground.commune, today=TODAY)}
    assert set(found) == {topic.code for topic in topics.offered()}
    assert (found[LAMP].office, found[LAMP].is_own) == (ground.front, True)
    assert (found["waste"].office, found["waste"].is_own, found["waste"].row.unit) == (ground.front, False, None)
    assert (found["noise"].office, found["noise"].row) == (ground.committee, None)


def test_to_find_an_office_takes_two_questions(ground, django_assert_num_queries):
    with django_assert_num_queries(2):  # the table, the offices
        office_for(LAMP, ground.commune, today=TODAY)


# ──── deeds


def test_a_word_is_told_and_replaced(ground, leader):
    first = say(ground, leader)
    again = say(ground, leader, kind="", office=ground.party)
    assert (again.pk, Competence.objects.count()) == (first.pk, 1)
    events = list(Event.objects.filter(verb="opinions.competence_set").values_list("unit", "was", "now", "facts"))
    assert events == [
        (ground.commune.pk, "", "front", {"topic": LAMP, "level": "commune"}),
        (ground.commune.pk, "front", str(ground.party.pk), {"topic": LAMP, "level": "commune"}),
    ]


def test_a_word_taken_back_is_told(ground, leader):
    row = say(ground, leader)
    drop_competence(row, by=leader, now=NOW)
    assert not Competence.objects.exists()
    event = Event.objects.get(verb="opinions.competence_dropped")
    assert (event.was, event.unit, event.facts) == ("front", ground.commune.pk, {"topic": LAMP, "level": "commune"})


@pytest.mark.parametrize("who", CAST)
def test_who_may(ground, cast, who):
    for unit, allowed in ((ground.commune, {"leader", "administrator"}), (None, {"administrator"})):
        if who in allowed:
            drop_competence(say(ground, cast[who], unit=unit), by=cast[who], now=NOW)
        else:
            with pytest.raises(Refusal, match="chưa được giao quyền"):
                say(ground, cast[who], unit=unit)


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"topic": "flying-saucers"}, "chọn lĩnh vực trong danh sách"),
        ({"level": "province"}, "đúng cấp của đơn vị"),
        ({"level": "planet", "unit": None}, "đúng cấp của đơn vị"),
        ({"kind": ""}, "một loại cơ quan, hoặc một cơ quan"),
        ({"kind": "ministry"}, "loại cơ quan trong danh sách"),
        ({"kind": OfficeKind.YOUTH}, "chưa có cơ quan loại này"),
    ],
)
def test_refused(ground, leader, administrator, more, sentence):
    with pytest.raises(Refusal, match=sentence):
        say(ground, administrator if "unit" in more else leader, **more)
    assert not Competence.objects.exists()


def test_refused_offices(ground, leader, administrator):
    with pytest.raises(Refusal, match="chính đơn vị hoặc của cấp trên"):
        say(ground, leader, kind="", office=ground.other_front)
    with pytest.raises(Refusal, match="cho một đơn vị cụ thể"):
        say(ground, administrator, kind="", office=ground.front, unit=None)
    with pytest.raises(Refusal, match="một loại cơ quan, hoặc một cơ quan"):
        say(ground, leader, office=ground.front)
    Office.objects.filter(pk=ground.front.pk).update(existed=since(ground.front.existed.lower, TODAY))
    with pytest.raises(Refusal, match="đã kết thúc"):
        say(ground, leader, kind="", office=ground.front)
