"""A team that has no part in a model goes and looks."""

import io
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from gandan.core import events
from gandan.core.access import Refusal, Role
from gandan.core.events.verify import verify
from gandan.core.files.models import StoredFile
from gandan.movement import actions
from gandan.movement.enums import FindingKind, Result, State
from gandan.movement.models import Review, Visit
from tests.movement.ground import at, note, on_day
from tests.people import NOW, TODAY, hold, make_user

pytestmark = pytest.mark.django_db
SEEN = "Hẻm sạch, không còn điểm rác; tổ tự quản có sổ ghi từng ngày."


def photo() -> SimpleUploadedFile:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "green").save(out, "JPEG")
    return SimpleUploadedFile("hem.jpg", out.getvalue(), content_type="image/jpeg")


@pytest.fixture
def visit(people, front_officer):
    """What a team of the Front writes down."""

    def record(practice, **more):
        said = {"visited_on": TODAY, "seen": SEEN, "findings": [(FindingKind.GOOD, "Người dân tự nhắc nhau")]}
        said |= {"members": [people["front_officer"], people["leader"]], "head": people["front_officer"]}
        return actions.record_visit(practice, **{**said, "by": front_officer, "now": NOW, **more})

    return record


def test_a_visit_has_a_day_a_team_words_findings_and_photographs(in_state, visit, ground, people):
    model = in_state()
    row = visit(model, uploads=[photo()])
    assert (row.office, row.unit, row.visited_on, row.findings.get().kind) == (ground.front, ground.commune, TODAY, "good")
    assert {(m.user, m.is_head) for m in row.members.all()} == {(people["front_officer"], True), (people["leader"], False)}
    assert StoredFile.objects.get(owner_type="movement.visit", owner_id=str(row.pk)).kind
    last = events.of(model).last()
    assert (last.verb, last.facts["members"], last.facts["photos"]) == ("movement.visited", 2, 1)
    assert verify().problems == []
    lapsed = in_state(State.LAPSED, 2)
    assert visit(lapsed).practice == lapsed  # what lapsed may be looked at: that is how it comes back


def test_what_is_not_a_visit(in_state, visit, people, ground):
    model = in_state()
    gone = make_user("Đã nghỉ", "gone", is_active=False)
    front = people["front_officer"]
    wrote = people["committee_officer"]
    refused = {
        "sau hôm nay": {"visited_on": TODAY + timedelta(days=1)},
        "trước ngày đăng ký": {"visited_on": TODAY - timedelta(days=1)},
        "ít nhất 10 ký tự": {"seen": "Tốt"},
        "Có đoạn dài quá": {"seen": "a" * 4001},
        "từ 1 đến 20 người": {"members": []},
        "chọn trưởng đoàn": {"head": None},
        "trưởng đoàn trong số": {"members": [front], "head": people["leader"]},
        "không còn làm việc": {"members": [front, gone]},
        "người của cơ quan làm mô hình": {"members": [front, wrote]},
        "loại và nội dung": {"findings": [("praise", "Khen")]},
        "nhiều nhất 20 nhận xét": {"findings": [(FindingKind.GOOD, "Tốt")] * 21},
        "nhiều nhất 10 ảnh": {"uploads": [photo()] * 11},
        "Xin bỏ tên": {"seen": "Nhà bà Nguyễn Thị Hoa ở cuối hẻm làm rất tốt, sạch sẽ."},
    }
    for words, more in refused.items():
        with pytest.raises(Refusal, match=words):
            visit(model, **more)
    hold(people["leader"], Role.OFFICER, office=ground.committee)  # in a role put aside
    with pytest.raises(Refusal, match="không tự thăm"):
        visit(model)
    assert not Visit.objects.exists()


def test_who_goes_and_looks(in_state, visit, cast, people, ground):
    model = in_state()
    may = {"front_officer", "leader", "provincial_specialist", "provincial_leader"}
    for who, actor in cast.items():
        if who in may:
            row = visit(model, by=actor)
            assert row.office_id in {h.office for h in actor.holdings}, who
        else:
            with pytest.raises(Refusal, match="chưa được giao quyền"):
                visit(model, by=actor)
    for state in (State.DRAFT, State.SUBMITTED, State.STOPPED, State.WITHDRAWN):
        with pytest.raises(Refusal, match="nên chưa"):
            visit(in_state(state, list(State).index(state) + 5))


def test_registered_is_not_effective_until_something_shows_it(in_state, visit, front_officer, committee_officer):
    model = in_state()
    said = {"year": TODAY.year, "reason": "Đã đối chiếu sổ của tổ tự quản.", "by": front_officer, "now": NOW}
    weak = actions.review(model, result=Result.WEAK, **said)
    with pytest.raises(Refusal, match="Chưa có buổi thăm"):
        actions.review(model, result=Result.EFFECTIVE, **said)
    note(model, committee_officer)
    good = actions.review(model, result=Result.EFFECTIVE, **said)
    assert (good.office_id, list(model.reviews.all())) == (front_officer.holdings[0].office, [weak, good])
    last = events.of(model).last()
    assert (last.verb, last.facts["result"], last.facts["year"]) == ("movement.reviewed", "effective", TODAY.year)
    other = in_state(n=2)
    assert actions.review(other, result=Result.EFFECTIVE, visit=visit(other), **said).visit.practice == other
    refused = {
        "chọn năm": {"year": TODAY.year - 1},
        "chọn kết quả": {"result": "super"},
        "mô hình khác": {"visit": other.visits.get()},
        "ghi lý do": {"reason": "tốt"},
        "Xin bỏ": {"reason": "Gọi số 0912 345 678 để hỏi thêm về mô hình."},
    }
    for words, more in refused.items():
        with pytest.raises(Refusal, match=words):
            actions.review(model, **{**said, "result": Result.WEAK, **more})
    assert Review.objects.count() == 3


def test_the_owner_never_reviews_its_own(in_state, cast):
    model = in_state()
    said = {"year": TODAY.year, "result": Result.WEAK, "reason": "Đã đối chiếu sổ của tổ tự quản.", "now": at(1)}
    may = {"front_officer", "leader", "provincial_specialist", "provincial_leader"}
    for who, actor in cast.items():
        if who in may:
            actions.review(model, **said, by=on_day(actor, 1))
        else:
            with pytest.raises(Refusal, match="chưa được giao quyền"):
                actions.review(model, **said, by=on_day(actor, 1))
