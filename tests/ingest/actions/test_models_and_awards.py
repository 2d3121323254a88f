"""A model becomes a form of the office that answers for its place, an award goes onto the roll; each with its sentence, each taken back."""

from datetime import date

import pytest

from gandan.awards.models import Conferral
from gandan.core import events
from gandan.core.access import Refusal, Role, SystemActor
from gandan.core.legal.actions import load as load_law
from gandan.indicators.models import Statement
from gandan.ingest import actions, queries
from gandan.ingest.enums import RecordState
from gandan.ingest.web.things import things
from gandan.movement.models import Practice
from gandan.movement.queries import open_to_all
from gandan.units.enums import OfficeKind
from tests.ingest.desk import NOW, actor, record, take, unit
from tests.movement.ground import a_drive, a_sheet
from tests.people import make_office

MODEL = (
    "Ninh Kiều nhân rộng cách làm hay\n"
    "Ngày 18/6/2026\n"
    "Sáng 18/6/2026, Ủy ban MTTQ phường Ninh Kiều sơ kết mô hình “Tiếng kẻng học bài” tại phường Ninh Kiều. "
    "Qua đó, 120 em học đều mỗi tối.\n"
)
AWARD = (
    "Cần Thơ tổng kết công tác dân vận\n"
    "Ngày 18/6/2026\n"
    "Dịp này, 32 cá nhân có nhiều đóng góp cho công tác dân vận được Ban Dân vận Trung ương tặng Kỷ niệm chương “Vì sự nghiệp Dân vận”.\n"
)


@pytest.fixture
def province(in_country, db):
    load_law(by=SystemActor("install"), now=NOW)
    return unit("92")


@pytest.fixture
def board_leader(province):
    board = make_office(province, OfficeKind.DAN_VAN_BOARD, "Ban Tuyên giáo và Dân vận Thành ủy Cần Thơ")
    return actor(9, Role.LEADER, province, board), board


@pytest.fixture
def drive(board_leader, province):
    leader, board = board_leader
    a_sheet(province, leader)
    return a_drive(board, leader)


def accepted(source, kind, by):
    row = record(source, kind)
    return actions.accept(row, by=by, now=NOW)


def test_a_model_of_the_own_ward_becomes_a_form_with_its_sentence(drive, ward, front, officer):
    row = accepted(take(MODEL, ward, officer), "model", officer)
    made = Practice.objects.get(pk=row.thing_id)
    assert (made.state, made.title, made.office, made.unit) == ("draft", "Tiếng kẻng học bài", front, ward)
    assert made.is_new is False
    told = made.mentions.get()
    assert "sơ kết mô hình" in told.quote
    assert told.result == "Qua đó, 120 em học đều mỗi tối."
    assert (told.is_public, told.source_title) == (True, "Ninh Kiều nhân rộng cách làm hay")
    assert not Practice.objects.filter(open_to_all(), pk=made.pk).exists()  # it shows when the model does
    assert events.of(made).verbs() == ["movement.begun", "movement.mentioned"]
    assert things([row])[row.pk].url == f"/lam-viec/mo-hinh/{made.pk}/"
    again = accepted(take(MODEL.replace("Sáng", "Buổi sáng"), ward, officer), "model", officer)
    assert (again.state, again.thing_id) == (RecordState.MERGED, row.thing_id)
    assert made.mentions.count() == 2
    actions.undo(again, by=officer, now=NOW)
    actions.undo(row, by=officer, now=NOW)
    made.refresh_from_db()
    assert made.state == "withdrawn"
    assert made.mentions.filter(removed_at=None).count() == 0


def test_a_form_that_went_on_its_way_outlives_the_undoing(drive, ward, officer):
    row = accepted(take(MODEL, ward, officer), "model", officer)
    Practice.objects.filter(pk=row.thing_id).update(state="submitted")
    actions.undo(row, by=officer, now=NOW)
    made = Practice.objects.get(pk=row.thing_id)
    assert made.state == "submitted"
    assert made.mentions.filter(removed_at=None).count() == 0


def test_of_a_ward_below_it_is_told_for_everybody_and_goes_again(drive, ward, board_leader):
    leader, _board = board_leader
    row = accepted(take(MODEL, unit("92"), leader), "model", leader)
    made = Practice.objects.get(pk=row.thing_id)
    assert (made.is_told, made.office, made.unit, made.state) == (True, None, ward, "registered")
    assert made.mentions.get().is_public
    actions.undo(row, by=leader, now=NOW)
    made.refresh_from_db()
    assert made.state == "withdrawn"


def test_what_texts_told_stays_until_the_last_of_them_is_undone_and_is_told_anew(drive, ward, board_leader):
    leader, _board = board_leader
    first = accepted(take(MODEL, unit("92"), leader), "model", leader)
    second = accepted(take(MODEL.replace("Sáng", "Buổi sáng"), unit("92"), leader), "model", leader)
    made = Practice.objects.get(pk=first.thing_id)
    states = []
    for row in (first, second):
        actions.undo(row, by=leader, now=NOW)
        made.refresh_from_db()
        states.append((made.state, made.mentions.filter(removed_at=None).count()))
    assert states == [("registered", 1), ("withdrawn", 0)]
    again = Practice.objects.get(pk=actions.accept(type(first).objects.get(pk=first.pk), by=leader, now=NOW).thing_id)
    assert (again.state, again.pk != made.pk) == ("registered", True)


def test_elsewhere_or_without_a_drive_it_stays_with_its_text_until_it_can_be_carried_in(ward, front, officer, stranger, board_leader):
    row = accepted(take(MODEL, ward, officer), "model", officer)
    assert (row.state, row.thing_id) == (RecordState.ACCEPTED, "")
    with pytest.raises(Refusal, match="chưa phát động phong trào"):
        actions.carry_in(row, by=officer, now=NOW)
    leader, board = board_leader
    a_sheet(board.unit, leader)
    a_drive(board, leader)
    row = actions.carry_in(row, by=officer, now=NOW)
    assert Practice.objects.get(pk=row.thing_id).office == front
    assert events.of(row).verbs() == ["ingest.record_accepted", "ingest.record_carried_in"]
    with pytest.raises(Refusal, match="không còn chờ"):
        actions.carry_in(row, by=officer, now=NOW)
    there = accepted(take(MODEL, unit("00004"), stranger), "model", stranger)
    assert (there.state, there.thing_id) == (RecordState.ACCEPTED, "")


def test_an_award_goes_onto_the_roll_with_its_sentence(province, ward, officer):
    row = accepted(take(AWARD, ward, officer), "award", officer)
    made = Conferral.objects.get(pk=row.thing_id)
    assert (made.persons, made.collectives, made.year) == (32, 0, 2026)
    assert made.ground == "có nhiều đóng góp cho công tác dân vận"
    assert "32 cá nhân" in made.quote
    assert made.holders.count() == 0  # a text is no decision: it counts, nobody is named
    assert things([row])[row.pk].url == f"/lam-viec/khen-thuong/so/{made.pk}/"
    figure = made.persons_figure
    assert figure is not None
    assert figure.value == 32
    actions.undo(row, by=officer, now=NOW)
    made.refresh_from_db()
    assert made.removed_at is not None
    assert not Statement.objects.living().filter(pk=figure.pk).exists()


def test_what_was_kept_as_a_figure_is_not_counted_twice(province, ward, officer):
    source = take(AWARD, ward, officer)
    figure = actions.accept(record(source, "figure", "32"), by=officer, now=NOW)
    made = Conferral.objects.get(pk=accepted(source, "award", officer).thing_id)
    assert str(made.persons_figure_id) == figure.thing_id
    assert Statement.objects.living().filter(value=32).count() == 1


def test_what_an_award_said_already_is_no_second_figure(province, ward, officer):
    source = take(AWARD, ward, officer)
    made = Conferral.objects.get(pk=accepted(source, "award", officer).thing_id)
    figure = actions.accept(record(source, "figure", "32"), by=officer, now=NOW)
    assert (figure.state, figure.thing_id) == (RecordState.MERGED, str(made.persons_figure_id))
    assert Statement.objects.living().filter(value=32).count() == 1


def test_the_same_award_in_another_newspaper_is_offered_not_merged_unseen(province, ward, officer):
    accepted(take(AWARD, ward, officer), "award", officer)
    other = record(take(AWARD.replace("Dịp này", "Nhân dịp này"), ward, officer), "award")
    there = queries.candidates(other, actor=officer)
    assert [c.thing.persons for c in there] == [32]
    merged = actions.merge(other, into=there[0].thing, by=officer, now=NOW)
    assert merged.state == RecordState.MERGED
    assert Conferral.objects.filter(removed_at=None).count() == 1


def test_the_day_of_a_text_gives_the_year_and_no_day(province, ward, officer):
    row = accepted(take(AWARD, ward, officer), "award", officer)
    made = Conferral.objects.get(pk=row.thing_id)
    assert made.given_on is None
    assert made.persons_figure.period_from == date(2026, 1, 1)
