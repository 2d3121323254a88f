"""Details: added, found again, taken off with their words erased."""

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest
from django.core.files.base import ContentFile

from gandan.activities import actions, models
from gandan.core import events
from gandan.core.access import Refusal
from gandan.core.events.verify import verify
from gandan.core.files import queries as files
from gandan.directives import actions as directives
from gandan.indicators import queries as indicators
from tests.core.files.conftest import photograph as picture
from tests.people import NOW

pytestmark = pytest.mark.django_db
SENTENCE = "Hội nghị kết nối 35 điểm cầu cấp tỉnh với 3.006 đại biểu."


@pytest.fixture
def document(front_officer):
    return directives.register_document(
        number="1234-QĐ/ĐU", kind="Quyết định", issuer="Đảng ủy phường Ninh Kiều", is_public=True, by=front_officer, now=NOW
    )


ADD = {
    "host": lambda a, w, d, o: actions.add_host(a, office=w.front, by=o, now=NOW),
    "place": lambda a, w, d, o: actions.add_place(a, unit=w.other, mention="phường Cái Răng", quote="Tại phường Cái Răng…", by=o, now=NOW),
    "attendance": lambda a, w, d, o: actions.add_attendance(a, point="province", points=35, people=3006, quote=SENTENCE, by=o, now=NOW),
    "participant": lambda a, w, d, o: actions.add_participant(a, name="Võ Kim Thoa", positions=["Trưởng Ban", " "], by=o, now=NOW),
    "document": lambda a, w, d, o: actions.cite_document(a, document=d, quote="Thực hiện Quyết định 1234", by=o, now=NOW),
    "figure": lambda a, w, d, o: actions.note_figure(
        a, value=Decimal(13), measure="count", noun="ý kiến", quote="Có 13 ý kiến.", by=o, now=NOW
    ),
    "source": lambda a, w, d, o: actions.add_source(a, title="Bài báo", url="https://bao.example.vn/1", source_id=None, by=o, now=NOW),
    "photo": lambda a, w, d, o: actions.add_photo(a, upload=ContentFile(picture(), "a.jpg"), caption="Cống hẻm 51", by=o, now=NOW),
    "request": lambda a, w, d, o: actions.note_request(a, text="Đề nghị thông cống", by_text="Bà con", by=o, now=NOW),
}
REMOVE = {name: getattr(actions, f"remove_{name}") for name in ADD}
SAME = {"host", "place", "participant", "document", "source", "photo"}


@pytest.mark.parametrize("what", ADD)
def test_added_once_and_taken_off_without_a_trace_of_words(activity, world, document, front_officer, what):
    row = ADD[what](activity, world, document, front_officer)
    event = events.of(activity).last()
    assert (event.verb, event.facts["row"]) == (f"activities.{what}_added", str(row.pk))
    assert verify().ok
    REMOVE[what](row, by=front_officer, now=NOW)
    row.refresh_from_db()
    assert row.removed_at == NOW
    assert not any(getattr(row, name) for name in getattr(row, "BOUND", ()))
    assert events.of(activity).last().verb == f"activities.{what}_removed"
    assert verify().ok
    with pytest.raises(Refusal):
        REMOVE[what](row, by=front_officer, now=NOW)


@pytest.mark.parametrize("what", sorted(SAME))
def test_the_same_again_answers_with_what_is_there(activity, world, document, front_officer, what):
    first = ADD[what](activity, world, document, front_officer)
    before = events.of(activity).count()
    assert ADD[what](activity, world, document, front_officer).pk == first.pk
    assert events.of(activity).count() == before


@pytest.mark.parametrize("what", ADD)
def test_what_was_taken_off_can_come_back(activity, world, document, front_officer, what):
    first = ADD[what](activity, world, document, front_officer)
    REMOVE[what](first, by=front_officer, now=NOW)
    assert ADD[what](activity, world, document, front_officer).pk != first.pk


@pytest.mark.parametrize("what", ADD)
@pytest.mark.parametrize("who", ["citizen", "hamlet_head", "administrator", "outsider"])
def test_nobody_else_touches_it(activity, world, document, front_officer, cast, what, who):
    row = ADD[what](activity, world, document, front_officer)
    with pytest.raises(Refusal, match="chưa được giao quyền"):
        ADD[what](activity, world, document, cast[who])
    with pytest.raises(Refusal, match="chưa được giao quyền"):
        REMOVE[what](row, by=cast[who], now=NOW)


def test_names_of_hosts_are_those_of_the_day(activity, world, front_officer):
    assert ADD["host"](activity, world, None, front_officer).name == "Ủy ban MTTQ Việt Nam phường Ninh Kiều"


def test_a_private_person_is_not_named(activity, front_officer):
    for positions in ([], [" "]):
        with pytest.raises(Refusal, match="Chỉ ghi tên người giữ chức vụ"):
            actions.add_participant(activity, name="Nguyễn Văn Tám", positions=positions, by=front_officer, now=NOW)
    with pytest.raises(Refusal, match="Hãy ghi họ tên"):
        actions.add_participant(activity, name="0912345678", positions=["Trưởng thôn"], by=front_officer, now=NOW)


@pytest.mark.parametrize(
    "wrong",
    [{}, {"people": 0}, {"points": 0}, {"people": -1}, {"people": 3_000_000_000}, {"people": 1, "point": "x"}, {"people": 1, "bound": "x"}],
)
def test_people_are_counted_in_whole_numbers(activity, front_officer, wrong):
    with pytest.raises(Refusal):
        actions.add_attendance(activity, **wrong, by=front_officer, now=NOW)


def test_a_second_number_for_one_sort_of_point_is_refused(activity, world, front_officer):
    ADD["attendance"](activity, world, None, front_officer)
    with pytest.raises(Refusal, match="Đã có số người dự cho mục “Điểm cầu cấp tỉnh”"):
        ADD["attendance"](activity, world, None, front_officer)


def test_the_main_unit_is_no_further_place(activity, world, front_officer):
    with pytest.raises(Refusal, match="đơn vị chính"):
        actions.add_place(activity, unit=world.commune, by=front_officer, now=NOW)


def test_a_source_can_be_found_again(activity, front_officer):
    with pytest.raises(Refusal, match="tên bài hoặc địa chỉ"):
        actions.add_source(activity, title=" ", by=front_officer, now=NOW)
    with pytest.raises(Refusal, match="http"):
        actions.add_source(activity, title="Bài", url="javascript:alert(1)", by=front_officer, now=NOW)
    key = uuid4()
    first = actions.add_source(activity, title="Bài", source_id=key, published_on=date(2026, 11, 21), by=front_officer, now=NOW)
    assert actions.add_source(activity, title="Bài khác", source_id=key, by=front_officer, now=NOW) == first


def test_a_photo_has_a_caption_and_is_a_picture(activity, front_officer):
    with pytest.raises(Refusal, match="Hãy ghi ảnh chụp gì"):
        actions.add_photo(activity, upload=ContentFile(picture(), "a.jpg"), caption=" ", by=front_officer, now=NOW)
    with pytest.raises(Refusal, match="chỉ nhận ảnh"):
        actions.add_photo(activity, upload=ContentFile(b"%PDF-1.4 x", "a.pdf"), caption="Tờ trình", by=front_officer, now=NOW)
    assert list(files.of(activity)) == []


def test_the_bytes_of_a_photo_go_with_it(activity, world, front_officer):
    row = ADD["photo"](activity, world, None, front_officer)
    assert [f.pk for f in files.of(activity)] == [row.file_id]
    actions.remove_photo(row, by=front_officer, now=NOW)
    assert list(files.of(activity)) == []


def test_a_figure_is_of_the_unit_and_the_days_of_the_activity(activity, world, front_officer):
    one = ADD["figure"](activity, world, None, front_officer).statement
    assert (one.unit, one.on, one.is_public, one.origin_id) == (world.commune, activity.starts_on, True, str(activity.pk))


def test_a_wrong_figure_is_taken_back_everywhere(activity, world, citizen, front_officer):
    row = ADD["figure"](activity, world, None, front_officer)
    actions.retract_figure(row, reason="Đếm nhầm", by=front_officer, now=NOW)
    assert row.statement.retraction.reason == "Đếm nhầm"
    assert not indicators.visible_to(citizen).living().exists()


def test_figures_stated_here_go_with_a_withdrawn_activity(activity, world, citizen, front_officer):
    ADD["figure"](activity, world, None, front_officer)
    actions.withdraw_activity(activity, reason="Ghi nhầm", by=front_officer, now=NOW)
    assert not indicators.visible_to(citizen).living().exists()
    assert verify().ok


def test_rows_hold_what_the_database_promises(activity, world, front_officer):
    ADD["place"](activity, world, None, front_officer)
    assert models.ActivityPlace.objects.get().mention == "phường Cái Răng"
