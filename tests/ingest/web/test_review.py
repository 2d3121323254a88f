"""The review screen: every deed by a plain form, nothing typed is lost, one comes back to the next record that waits."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gandan.activities.models import Activity, ActivityDocument
from gandan.directives.models import Document
from gandan.indicators.models import Statement
from gandan.ingest import actions
from gandan.ingest.enums import RecordKind, RecordState
from gandan.ingest.models import ProposedRecord
from gandan.movement.models import Practice
from tests.ingest.actions.test_models_and_awards import MODEL, board_leader, province
from tests.ingest.desk import NOW, TOLD_AGAIN, record, take
from tests.ingest.web.signed_in import READ, away, by_mai, desk, mai, text
from tests.movement.ground import a_drive, a_sheet

__all__ = ["away", "board_leader", "by_mai", "desk", "mai", "province", "text"]


def page(client, source) -> str:
    answer = client.get(f"{READ}nguon/{source.pk}/")
    assert answer.status_code == 200
    return answer.content.decode()


def do(client, row: ProposedRecord, deed: str, **data: object):
    return client.post(f"{READ}ban-ghi/{row.pk}/{deed}/", data)


def now(row: ProposedRecord) -> ProposedRecord:
    return ProposedRecord.objects.get(pk=row.pk)


def first_choice(html: str, row: ProposedRecord) -> str:
    """The activity that is chosen beforehand in the form of a record."""
    card = html.split(f'id="ban-ghi-{RecordKind(row.kind).listed}-{row.position}"', 1)[1].split("</li>", 1)[0]
    value = re.search(r'name="activity" value="([^"]*)"|value="([^"]*)" selected', card)
    return value[1] or value[2]


def test_text_and_records_stand_side_by_side(desk, text):
    html = page(desk, text)
    for words in ("Hoạt động", "Văn bản", "Số liệu", "Đề nghị", "Địa danh", "Người và chức vụ", "0/9 đã xem", "Nhận hết (9)"):
        assert words in html
    for key in ("activities-1", "documents-1", "figures-1", "figures-2", "requests-1", "units-1", "people-1"):
        assert html.count(f'id="cau-{key}"') == 1
        assert html.count(f'<a class="chip" href="#ban-ghi-{key}"') == 1
        assert html.count(f'id="ban-ghi-{key}"') == 1
    assert "style=" not in html


def test_what_will_be_kept_is_shown_before(desk, text):
    html = page(desk, text)
    assert "Câu sẽ lưu, đã che tên riêng" in html
    assert "bà M. ở phường Xuân Khánh" in html
    assert "[số điện thoại đã che]" in html


def test_who_will_see_it_is_said_before(desk, text):
    html = page(desk, text)
    assert html.count("Nhận vào: ai cũng xem được") == 1  # the activity: of a district that the ward took over in part
    assert html.count("Nhận vào: giữ nội bộ, vì câu nêu một người dân được giúp") == 2
    everything = desk.get(f"{READ}nguon/{text.pk}/nhan-het/").content.decode()
    assert "2 bản ghi nói về hoàn cảnh của một người dân" in everything


def test_what_is_said_before_is_what_comes(desk, text, by_mai):
    html = page(desk, text)
    done = actions.accept_all(text, by=by_mai, now=NOW)
    assert {left.record.kind for left in done.left} == {"figure"}
    for left in done.left:
        actions.accept(left.record, by=by_mai, now=NOW)
    assert Activity.objects.filter(is_public=True).count() == html.count("Nhận vào: ai cũng xem được")
    assert Statement.objects.filter(is_public=False).count() == html.count("Nhận vào: giữ nội bộ")


def test_another_desk_knows_of_nothing(away, text):
    row = record(text, "document")
    assert away.get(f"{READ}nguon/{text.pk}/").status_code == 404
    for deed in ("nhan", "sua", "gop", "bo", "hoan-tac"):
        assert do(away, row, deed).status_code == 404
    assert "kiểm tra công tác dân vận" not in away.get(f"{READ}nguon/?loc=tat-ca").content.decode()
    assert now(row).state == RecordState.WAITING


def test_accepting_goes_to_the_next_and_links_to_where_it_is(desk, text):
    row = record(text, "activity")
    answer = do(desk, row, "nhan")
    assert answer.status_code == 302
    assert answer.url == f"{READ}nguon/{text.pk}/#ban-ghi-documents-1"
    activity = Activity.objects.get()
    html = page(desk, text)
    assert "Đã nhận SV1." in html
    assert f'href="/lam-viec/hoat-dong/{activity.pk}/"' in html
    assert "1/9 đã xem" in html


def test_a_figure_takes_its_activity_along(desk, text):
    figure, activity = record(text, "figure"), record(text, "activity")
    chosen = first_choice(page(desk, text), figure)
    assert chosen == f"record:{activity.pk}"
    assert do(desk, figure, "nhan", activity=chosen).status_code == 302
    assert now(activity).state == RecordState.ACCEPTED
    assert now(figure).activity_id == now(activity).activity_id


def test_a_figure_may_stand_alone(desk, text):
    figure = record(text, "figure")
    assert do(desk, figure, "nhan", activity="").status_code == 302
    assert now(figure).activity_id is None
    assert now(record(text, "activity")).state == RecordState.WAITING


def test_a_text_without_an_activity_begins_one(desk, text):
    do(desk, record(text, "activity"), "bo")
    person = record(text, "person")
    html = page(desk, text)
    assert "Lập hoạt động mới từ tên bài" in html
    assert do(desk, person, "nhan", activity="begin").status_code == 302
    assert Activity.objects.get().title == "Quận Ninh Kiều: kiểm tra công tác dân vận"
    assert now(person).activity_id == Activity.objects.get().pk


def test_both_or_none(desk, text):
    """When the record is refused the activity it would have begun is not there either."""
    place = record(text, "unit")
    ProposedRecord.objects.filter(pk=place.pk).update(payload={**place.payload, "code": None})
    answer = do(desk, place, "nhan", activity=f"record:{record(text, 'activity').pk}")
    assert answer.status_code == 422
    assert "Chưa rõ đây là đơn vị nào" in answer.content.decode()
    assert not Activity.objects.exists()
    assert now(record(text, "activity")).state == RecordState.WAITING


def test_an_activity_from_elsewhere_is_none(desk, text):
    person = record(text, "person")
    answer = do(desk, person, "nhan", activity="activity:00000000-0000-7000-8000-000000000000")
    assert answer.status_code == 409
    assert "cần gắn với một sự việc" in answer.content.decode()


def test_correcting_opens_in_its_place_and_saves(desk, text):
    row = record(text, "figure", "7000000000")
    html = desk.get(f"{READ}ban-ghi/{row.pk}/sua/").content.decode()
    assert 'value="7.000.000.000"' in html
    assert html.count("Nhận như đã sửa") == 1
    data = {"bound": "exact", "value": "7.250.000.000", "measure": "VND", "noun": "tiền quà", "activity": ""}
    assert do(desk, row, "sua", **data).status_code == 302
    assert now(row).corrected == {"bound": "exact", "value": 7_250_000_000, "noun": "tiền quà"}
    assert Statement.objects.get().value == 7_250_000_000


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({"value": "bảy tỷ"}, "Xin ghi bằng chữ số"),
        ({"value": ""}, "bắt buộc"),
        ({"on": "2024-06-18", "period_from": "2024-01-01", "period_to": "2024-06-30"}, "không ghi cả hai"),
        ({"period_from": "2024-01-01"}, "Kỳ cần đủ"),
        ({"period_from": "2024-06-01", "period_to": "2024-01-01"}, "Ngày cuối phải sau"),
        ({"cumulative": "on"}, "Số cộng dồn cần ghi"),
        ({"where": "xã Không Có Thật Đâu"}, "Chưa tìm thấy đơn vị nào"),
    ],
)
def test_a_wrong_correction_loses_nothing(desk, text, data, sentence):
    row = record(text, "figure", "7000000000")
    given = {"bound": "over", "value": "7.000.000.000", "measure": "VND", "noun": "chữ tôi gõ", **data}
    answer = do(desk, row, "sua", **given)
    html = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in html
    assert 'value="chữ tôi gõ"' in html
    assert now(row).state == RecordState.WAITING


def test_a_place_is_chosen_among_units_that_exist(desk, text):
    row = record(text, "unit", "Xuân Khánh")
    answer = do(desk, row, "sua", name="Ninh Kiều", activity="")
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "Xin chọn một đơn vị trong danh sách" in html
    assert "Quận Ninh Kiều, Thành phố Cần Thơ (đến 30/6/2025)" in html
    chosen = html.split("Quận Ninh Kiều, Thành phố Cần Thơ (đến")[0].rsplit('value="', 1)[1].split('"')[0]
    begun = f"record:{record(text, 'activity').pk}"
    assert do(desk, row, "sua", name="Ninh Kiều", unit=chosen, activity=begun).status_code == 302
    assert now(row).decided["name"] == "Quận Ninh Kiều"


def test_rejecting_and_taking_back(desk, text):
    row = record(text, "person")
    assert do(desk, row, "bo").status_code == 302
    assert now(row).state == RecordState.REJECTED
    answer = do(desk, row, "hoan-tac")
    assert answer.url.endswith("#ban-ghi-people-1")
    assert now(row).state == RecordState.WAITING
    assert "NG1 trở lại chờ xem." in page(desk, text)


def test_taking_back_is_refused_with_a_sentence_at_the_record(desk, text):
    activity, document = record(text, "activity"), record(text, "document")
    do(desk, document, "nhan", activity=f"record:{activity.pk}")
    answer = do(desk, activity, "hoan-tac")
    html = answer.content.decode()
    assert answer.status_code == 409
    assert "Chưa hoàn tác được: còn" in html.split('id="ban-ghi-activities-1"')[1].split("</li>")[0]
    assert now(activity).state == RecordState.ACCEPTED


def test_accepting_twice_says_so(desk, text):
    row = record(text, "document")
    do(desk, row, "nhan", activity="")
    answer = do(desk, row, "nhan", activity="")
    assert answer.status_code == 409
    assert "đã được nhận rồi" in answer.content.decode()
    assert Document.objects.filter(number="290-QĐ/TW").count() == 1


@pytest.fixture
def again(ward, front, by_mai, text):
    """Another newspaper tells the same, after the first text was taken in."""
    actions.accept_all(text, by=by_mai, now=NOW)
    return take(TOLD_AGAIN, ward, by_mai, office=front, publisher="Báo Ninh Kiều")


def test_what_is_told_already_is_shown_before_it_is_taken_in(desk, again):
    row = record(again, "activity")
    answer = do(desk, row, "nhan")
    html = answer.content.decode()
    assert answer.status_code == 409
    assert "Đã có trong sổ, có thể là một" in html
    assert "cùng ngày 18/6/2024" in html
    there = Activity.objects.get()
    assert do(desk, row, "gop", into=str(there.pk)).status_code == 302
    assert now(row).state == RecordState.MERGED
    assert there.activitysource_set.count() == 2


def test_a_person_may_say_it_is_another_thing(desk, again):
    row = record(again, "activity")
    assert do(desk, row, "nhan", alone="1").status_code == 302
    assert Activity.objects.count() == 2


def test_nothing_chosen_to_merge_into(desk, again):
    answer = do(desk, record(again, "activity"), "gop", into="x")
    assert answer.status_code == 422
    assert "Xin chọn một mục để gộp vào." in answer.content.decode()


def test_a_document_of_the_register_is_merged_by_itself(desk, again):
    row = record(again, "document")
    do(desk, record(again, "activity"), "gop", into=str(Activity.objects.get().pk))
    do(desk, row, "nhan", activity=first_choice(page(desk, again), row))
    assert "VB1 đã có trong sổ: đã gộp vào." in page(desk, again)
    assert Document.objects.filter(number="290-QĐ/TW").count() == 1
    assert ActivityDocument.objects.count() == 1


def test_the_screen_asks_no_more_for_many_records_than_for_few(desk, ward, front, by_mai, django_assert_max_num_queries):
    few = take("Ngày 5/3/2024, phường Xuân Khánh họp dân, 12 hộ góp 40 triệu đồng.", ward, by_mai, office=front)
    rows = " ".join(f"Khu vực {n} có {n + 20} hộ góp {n} triệu đồng làm {n + 7} km đường." for n in range(1, 31))
    many = take(f"Ngày 5/3/2024, phường Xuân Khánh họp dân. {rows}", ward, by_mai, office=front)
    assert many.records.count() >= 80
    page(desk, few)
    with CaptureQueriesContext(connection) as asked:
        page(desk, few)
    with django_assert_max_num_queries(len(asked)):
        page(desk, many)


def test_english(desk, text):
    desk.cookies["django_language"] = "en"
    html = page(desk, text)
    for words in ("0 of 9 reviewed", "Accept all (9)", "People and posts", "The sentence as it will be kept", "accepted along with it"):
        assert words in html


def test_a_model_accepted_before_a_drive_is_carried_in_by_a_press(desk, by_mai, ward, front, board_leader):
    source = take(MODEL, ward, by_mai, office=front)
    row = record(source, "model")
    assert do(desk, row, "nhan").status_code == 302
    assert "Đưa vào sổ" in page(desk, source)
    answer = do(desk, row, "dua-vao-so")
    assert (answer.status_code, now(row).thing_id) == (409, "")
    assert "nơi đó chưa phát động phong trào" in answer.content.decode()
    leader, board = board_leader
    a_sheet(board.unit, leader)
    a_drive(board, leader)
    assert do(desk, row, "dua-vao-so").status_code == 302
    form = Practice.objects.get(pk=now(row).thing_id)
    html = page(desk, source)
    assert "Đưa vào sổ" not in html
    assert f"/lam-viec/mo-hinh/{form.pk}/" in html
    assert "sơ kết mô hình" in desk.get(f"/lam-viec/mo-hinh/{form.pk}/").content.decode()
    assert do(desk, row, "hoan-tac").status_code == 302
    form.refresh_from_db()
    assert form.state == "withdrawn"
