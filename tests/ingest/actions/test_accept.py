"""Accepting goes through the rooms, in one transaction, with the sentence kept and private persons masked."""

from datetime import date
from decimal import Decimal

import pytest

from gandan.activities.models import Activity, ActivityDocument, ActivityFigure, ActivityPlace, ActivitySource, Participant, Request
from gandan.core import events
from gandan.core.access import Refusal
from gandan.directives.models import Document
from gandan.indicators.models import Statement
from gandan.ingest import actions
from gandan.ingest.enums import RecordKind, RecordState
from gandan.ingest.models import Made
from tests.ingest.desk import NOW, record, records, take, unit

BEFORE = date(2024, 6, 18)


def who(officer):
    return {"by": officer, "now": NOW}


@pytest.fixture
def activity(source, officer) -> Activity:
    row = actions.accept(record(source, "activity"), **who(officer))
    return Activity.objects.get(pk=row.thing_id)


def test_what_the_text_proposes_is_kept(source):
    assert {kind: source.records.filter(kind=kind).count() for kind in RecordKind if source.records.filter(kind=kind).exists()} == {
        "activity": 1,
        "unit": 3,
        "document": 1,
        "person": 1,
        "figure": 2,
        "request": 1,
    }


def test_an_activity_is_recorded_where_and_when_it_was(source, officer, activity):
    assert activity.unit == unit("916", BEFORE)
    assert (activity.kind, activity.starts_on, activity.is_public) == ("inspection", BEFORE, True)
    assert activity.title == "Quận Ninh Kiều: kiểm tra công tác dân vận"
    told = ActivitySource.objects.get(activity=activity)
    assert (told.source_id, told.publisher) == (source.pk, "Báo Cần Thơ")
    assert "Võ Kim Thoa" in told.quote
    row = record(source, "activity")
    assert row.state == RecordState.ACCEPTED
    assert row.activity_id == activity.pk
    assert events.of(row).verbs() == ["ingest.record_accepted"]


def test_what_hangs_on_an_activity_needs_one_first(source, officer):
    for kind in ("unit", "person", "request"):
        with pytest.raises(Refusal, match="cần gắn với một sự việc"):
            actions.accept(records(source, kind)[0], **who(officer))


def test_everything_of_the_text_stands_at_the_activity(source, officer, activity):
    for kind in ("unit", "document", "person", "figure", "request"):
        for row in records(source, kind):
            actions.accept(row, **who(officer))
    assert {p.unit for p in ActivityPlace.objects.filter(activity=activity)} == {unit("31144", BEFORE)}
    cited = ActivityDocument.objects.get(activity=activity).document
    assert (cited.number, cited.is_public) == ("290-QĐ/TW", True)
    assert Participant.objects.get(activity=activity).name == "Võ Kim Thoa"
    stated = {f.statement.value: f.statement for f in ActivityFigure.objects.filter(activity=activity)}
    assert set(stated) == {Decimal(120), Decimal(7_000_000_000)}
    assert stated[Decimal(7_000_000_000)].bound == "over"
    asked = Request.objects.get(activity=activity)
    assert asked.addressed == unit("916", BEFORE)
    assert asked.by_text == "Võ Kim Thoa"


def test_a_private_person_is_masked_and_the_number_too(source, officer, activity):
    row = actions.accept(record(source, "figure", "120"), **who(officer))
    quote = Statement.objects.get(pk=row.thing_id).quote
    assert "bà M. ở phường Xuân Khánh" in quote
    assert "Mướp" not in quote
    assert "0912" not in quote
    assert "Mướp" in row.quote  # the desk's own source keeps what the text says


@pytest.mark.parametrize("code", ["'916'", "'92'"], ids=["the unit itself", "the city around it"])
def test_the_unit_in_which_it_happened_is_not_written_twice(source, officer, activity, code):
    row = actions.accept(record(source, "unit", code), **who(officer))
    assert row.state == RecordState.MERGED
    assert row.thing_type == "activities.activity"


def test_a_document_of_the_register_is_cited_not_registered_again(source, officer, activity):
    from gandan.directives import actions as directives

    known = directives.register_document(
        number="290-QĐ/TW",
        kind="Quyết định",
        issuer="Bộ Chính trị",
        issued_on=date(2010, 2, 25),
        is_public=True,
        unit=source.unit,
        **who(officer),
    )
    row = actions.accept(records(source, "document")[0], **who(officer))
    assert row.state == RecordState.MERGED
    assert row.thing_id == str(known.pk)
    assert Document.objects.filter(number="290-QĐ/TW").count() == 1
    assert ActivityDocument.objects.get(activity=activity).document == known


def test_corrections_are_kept_beside_what_was_read(source, officer):
    row = actions.accept(record(source, "activity"), corrections={"kind": "survey", "title": "Khảo sát"}, **who(officer))
    assert row.payload["kind"] == "inspection"
    assert row.corrected == {"kind": "survey", "title": "Khảo sát"}
    assert Activity.objects.get(pk=row.thing_id).kind == "survey"


def test_corrections_that_do_not_fit_are_refused(source, officer):
    with pytest.raises(Refusal, match="Chỗ sửa chưa đúng: date"):
        actions.accept(record(source, "activity"), corrections={"date": "hôm qua"}, **who(officer))


def test_the_quote_cannot_be_corrected(source, officer):
    row = actions.accept(record(source, "activity"), corrections={"quote": "Chuyện khác"}, **who(officer))
    assert "Chuyện khác" not in ActivitySource.objects.get(activity=row.activity_id).quote


def test_a_person_without_an_office_is_not_taken_in(source, officer, activity):
    with pytest.raises(Refusal, match="không giữ chức vụ"):
        actions.accept(record(source, "person"), corrections={"positions": ["  "]}, **who(officer))
    assert not Participant.objects.exists()


def test_once_is_enough(source, officer, activity):
    with pytest.raises(Refusal, match="đã được nhận rồi"):
        actions.accept(record(source, "activity"), **who(officer))


@pytest.mark.parametrize("person", ["colleague", "stranger"])
def test_nobody_of_another_desk(source, person, request):
    with pytest.raises(Refusal):
        actions.accept(record(source, "activity"), **who(request.getfixturevalue(person)))
    assert not Activity.objects.exists()


def test_the_leader_of_the_unit_may(source, leader):
    assert actions.accept(record(source, "activity"), **who(leader)).state == RecordState.ACCEPTED


def test_a_refusal_in_a_room_leaves_nothing(source, officer):
    with pytest.raises(Refusal, match="chưa đến"):
        actions.accept(record(source, "activity"), corrections={"date": "2030-01-01"}, **who(officer))
    assert record(source, "activity").state == RecordState.WAITING
    assert not Activity.objects.exists()
    assert not Made.objects.exists()


def test_a_provincial_body_without_its_name_is_that_of_the_places_around(ward, officer):
    text = (
        "Ban Dân vận Tỉnh ủy họp mặt truyền thống\n\nNgày 12-10-2020, Ban Dân vận Tỉnh ủy tổ chức họp mặt.\n\n"
        "* Cùng ngày, Ban Tổ chức Huyện ủy Thạnh Phú, huyện Thạnh Phú, tỉnh Bến Tre cũng họp mặt kỷ niệm.\n"
    )
    done = actions.accept_all(take(text, ward, officer), **who(officer))
    told = {a.title: a.unit for a in Activity.objects.filter(pk__in=[r.activity_id for r in done.accepted])}
    assert told == {
        "Ban Dân vận Tỉnh ủy họp mặt truyền thống": unit("83", date(2020, 10, 12)),
        "Cùng ngày, Ban Tổ chức Huyện ủy Thạnh Phú, huyện Thạnh Phú, tỉnh Bến Tre cũng họp mặt kỷ niệm.": unit("837", date(2020, 10, 12)),
    }


def test_a_figure_is_read_as_the_value_of_an_indicator(source, officer, activity, ward):
    from gandan.core.access import SystemActor
    from gandan.indicators import actions as indicators
    from gandan.indicators.models import Indicator, Value

    indicators.load(by=SystemActor("load"), now=NOW)
    money = Indicator.objects.filter(measure="VND", nature="flow").first()
    said = {"indicator": str(money.pk), "period_from": "2024-01-01", "period_to": "2024-06-18", "cumulative": True}
    row = actions.accept(record(source, "figure", "7000000000"), corrections=said, **who(officer))
    value = Value.objects.get()
    assert (value.value, value.span, value.unit, str(value.statement_id)) == (7_000_000_000, "cumulative", activity.unit, row.thing_id)
    actions.undo(row, **who(officer))
    assert not Value.objects.living().exists()


def test_a_figure_needs_the_time_its_indicator_speaks_of(source, officer, activity):
    from gandan.core.access import SystemActor
    from gandan.indicators import actions as indicators
    from gandan.indicators.models import Indicator

    indicators.load(by=SystemActor("load"), now=NOW)
    money = Indicator.objects.filter(measure="VND", nature="flow").first()
    with pytest.raises(Refusal):
        actions.accept(record(source, "figure", "7000000000"), corrections={"indicator": str(money.pk)}, **who(officer))
    assert not Statement.objects.exists()


def test_a_figure_about_a_private_person_in_need_stays_internal(source, officer, activity):
    row = actions.accept(record(source, "figure", "120"), **who(officer))
    assert activity.is_public
    assert not Statement.objects.get(pk=row.thing_id).is_public


REPORT = """BÁO CÁO CÔNG TÁC DÂN VẬN NĂM 2023

ĐẢNG UỶ XÃ VINH HÀ
KHỐI DÂN VẬN
Vinh Hà, ngày 25 tháng 11 năm 2022

Vinh Hà nằm ven phá, cách trung tâm huyện Phú Vang 13 km, cách thành phố Huế 35 km; Nam và Đông giáp huyện Phú Lộc.
Năm qua, các thôn có 189 hộ tham gia trồng rừng.
"""


def test_a_figure_stands_under_the_unit_of_the_issuer_not_of_a_neighbour(ward, officer):
    source = take(REPORT, ward, officer)
    for row in records(source, "figure"):
        taken = Statement.objects.get(pk=actions.accept(row, **who(officer)).thing_id)
        assert taken.unit == unit("19957", date(2022, 11, 25))
        assert not taken.is_public  # another unit's: an officer of Ninh Kiều publishes nothing for it


def test_a_figure_of_which_the_text_leaves_the_unit_open_has_none(ward, officer):
    text = "Thi đua dân vận khéo\n\nTại xã Vinh Hà và xã Phú Gia, huyện Phú Vang, 189 hộ tham gia trồng rừng.\n"
    source = take(text, ward, officer)
    for row in records(source, "figure"):
        taken = Statement.objects.get(pk=actions.accept(row, **who(officer)).thing_id)
        assert (taken.unit, taken.is_public) == (None, False)
    assert records(source, "figure")
