"""From a council over a posting to a decision, and back: nothing is recognised that was not scored, shown and left unopposed."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import Error, connection, transaction
from django.test.utils import CaptureQueriesContext

from gandan.accounts.queries import actor_for
from gandan.appraisals import actions as appraisals
from gandan.appraisals import postings, subjects
from gandan.appraisals import queries as appraised
from gandan.appraisals.enums import Level, Part
from gandan.core import events
from gandan.core.access import Anyone, Refusal, Role
from gandan.core.events.verify import verify
from gandan.core.ids import uuid7
from gandan.movement import actions, queries
from gandan.movement.enums import Result, State
from gandan.movement.models import Practice, Recognition
from gandan.movement.queries import recognition as read
from gandan.movement.queries.shown import recognised
from tests.movement.ground import at, note, on_day
from tests.people import NOW, TODAY, hold, make_user

pytestmark = pytest.mark.django_db
CLOSES, LATER = TODAY + timedelta(days=7), 12
DAY = TODAY + timedelta(days=LATER)
CENTRE = "Ban Tuyên giáo và Dân vận Trung ương"
WHY = "Số đo trước và sau rõ ràng, đã đối chiếu tại chỗ."
WRONG = "Hẻm vẫn còn điểm rác ở cuối, ảnh chụp từ năm trước."


@pytest.fixture
def council(ground, leader, people):
    """Of the Party committee of the ward: a chair, two members of the Front, one of the owner's who has a tie."""
    row = appraisals.form_council(office=ground.party, title="Hội đồng phường", formed_by="9-QĐ/ĐU", formed_on=TODAY, by=leader, now=NOW)
    more = make_user("Người thứ ba", "third")
    hold(more, Role.OFFICER, office=ground.party)
    seats = [(people["leader"], Part.CHAIR), (people["front_officer"], Part.MEMBER), (more, Part.MEMBER)]
    for user, part in [*seats, (people["committee_officer"], Part.MEMBER)]:
        appraisals.seat(row, user=user, part=part, by=leader, now=NOW)
    return row


@pytest.fixture
def scored(council, leader, committee_officer):
    """A model that went through the council with so many points."""

    def score(model: Practice, points: int = 80, *, days: int = 0):
        a = actions.appraise(model, council=council, closes_on=CLOSES + timedelta(days=days), by=on_day(leader, days), now=at(days))
        a = appraisals.begin(a, by=leader, now=at(days))
        first, second = a.sheet.criteria.all()
        for seat in council.seats.exclude(user=committee_officer.id).select_related("user"):
            given = {first.pk: Decimal(points - 35), second.pk: Decimal(35)}
            appraisals.hand_in(a, marks=given, reason=WHY, by=actor_for(seat.user, today=TODAY), now=at(days))
        return appraisals.close(appraisals.show(a, by=leader, now=at(days)), by=leader, now=at(days))

    return score


@pytest.fixture
def decide(ground, leader):
    def recognise(*models, days: int = LATER, **more):
        said = {"level": Level.BASE, "office": ground.party, "number": "31-QĐ/ĐU", "decided_on": TODAY + timedelta(days=days)}
        said |= {"signed_as": "Bí thư", "by": on_day(leader, days), "now": at(days)}
        return actions.recognise(models, **{**said, **more})

    return recognise


@pytest.fixture
def above(ground, people, provincial_leader):
    """A council of the province's board: a chair and two members."""
    row = appraisals.form_council(
        office=ground.province_board, title="Hội đồng thành phố", formed_by="3-QĐ/TU", formed_on=TODAY, by=provincial_leader, now=NOW
    )
    third = make_user("Người chấm", "third.above")
    hold(third, Role.OFFICER, office=ground.province_board)
    for user, part in ((people["provincial_leader"], Part.CHAIR), (people["provincial_specialist"], Part.MEMBER), (third, Part.MEMBER)):
        appraisals.seat(row, user=user, part=part, by=provincial_leader, now=NOW)
    return row


@pytest.fixture
def go_up(above, ground, provincial_leader):
    """A model that went through the province's council with so many points on a day, and its posting."""

    def score(model: Practice, points: int, day: int) -> str:
        chair, until = on_day(provincial_leader, day), TODAY + timedelta(days=day + 5)
        a = actions.appraise(model, council=above, closes_on=until, by=chair, now=at(day))
        with pytest.raises(Refusal, match="đang được một hội đồng xét"):
            actions.appraise(model, council=above, closes_on=until, by=chair, now=at(day))
        appraisals.begin(a, by=chair, now=at(day))
        first, second = a.sheet.criteria.all()
        for seat in above.seats.select_related("user"):
            given = {first.pk: Decimal(points - 35), second.pk: Decimal(35)}
            by = actor_for(seat.user, today=TODAY + timedelta(days=day))
            appraisals.hand_in(a, marks=given, reason=WHY, by=by, now=at(day))
        appraisals.close(appraisals.show(a, by=chair, now=at(day)), by=chair, now=at(day))
        return actions.post(model, office=ground.province_board, by=chair, now=at(day)).text

    return score


def test_the_whole_way_to_a_decision_and_back(in_state, scored, decide, leader, provincial_leader, ground, council):
    model, other = in_state(), in_state(n=2)
    results = [scored(model, 92), scored(other, 75)]
    assert [c.seat.user.username for c in results[0].conflicts.all()] == ["committee.officer"]
    posting = actions.post(model, office=ground.party, text="Mời bà con góp ý.", by=leader, now=NOW)
    assert "chấm 92,00 điểm, xếp loại Xuất sắc, từ 3 phiếu" in posting.text
    assert posting.text.endswith("Mời bà con góp ý.")
    actions.post(other, office=ground.party, by=leader, now=NOW)
    decision = decide(model, other)
    assert postings.decided(posting) == [decision]
    rows = {r.practice: r for r in Recognition.objects.all()}
    assert [(rows[m].points, rows[m].grade, rows[m].level, rows[m].recognised_on) for m in (model, other)] == [
        (Decimal("92.00"), "Xuất sắc", "base", DAY),
        (Decimal("75.00"), "Tốt", "base", DAY),
    ]
    assert decision.title == "Về việc công nhận 2 mô hình, điển hình của phong trào Dân vận khéo giai đoạn 2026-2030"
    verbs = [e.verb for e in events.of(model)][-3:]
    assert verbs == ["movement.appraised", "movement.posted", "movement.recognised"]
    sheet = results[0].sheet
    draft = appraisals.new_version(sheet, by=provincial_leader, now=NOW)
    appraisals.put_in_force(draft, from_day=DAY, by=provincial_leader, now=NOW)
    for change in ({"points": 1}, {"grade": "Khác"}, {"level": "province"}):
        with pytest.raises(Error), transaction.atomic():
            Recognition.objects.filter(pk=rows[model].pk).update(**change)
    with pytest.raises(Refusal, match="đã được công nhận"):
        decide(model, number="32-QĐ/ĐU")
    with pytest.raises(Refusal, match="đã được công nhận"):
        actions.appraise(model, council=council, closes_on=DAY + timedelta(days=9), by=on_day(leader, LATER), now=at(LATER))

    back = {"office": ground.party, "decided_on": DAY, "signed_as": "Bí thư", "by": on_day(leader, LATER), "now": at(LATER)}
    with pytest.raises(Refusal, match="ghi lý do"):
        actions.revoke(rows[model], number="40-QĐ/ĐU", reason="sai", **back)
    with pytest.raises(Refusal, match="trước ngày công nhận"):
        actions.revoke(rows[model], number="40-QĐ/ĐU", reason=WRONG, **{**back, "decided_on": DAY - timedelta(days=1)})
    taken = actions.revoke(rows[model], number="40-QĐ/ĐU", reason=WRONG, **back)
    row = Recognition.objects.get(pk=rows[model].pk)
    assert postings.decided(posting) == [decision, taken]
    assert (row.revoked_by, row.revoked_on, row.points, taken.kind) == (taken, DAY, Decimal("92.00"), "revoke")
    assert (events.of(model).last().verb, model.steps.last().reason) == ("movement.revoked", WRONG)
    with pytest.raises(Refusal, match="đã được thu hồi"):
        actions.revoke(rows[model], number="41-QĐ/ĐU", reason=WRONG, **back)
    assert read.passed(model, Level.BASE) is None  # the old result is used up: it would have to be scored anew
    assert verify().problems == []


def test_a_model_goes_up_from_level_to_level(in_state, scored, decide, go_up, above, drive, ground, leader, provincial_leader):
    """Ward, province, centre: each with a council and a posting of its own; none twice without a revocation; frozen counts stay."""
    model, below = in_state(), in_state(n=2)
    scored(model, 92)
    actions.post(model, office=ground.party, by=leader, now=NOW)
    decide(model)

    def decide_above(level: str, day: int, *, models=(), **more):
        said = {"office": ground.province_board, "number": f"{day}-QĐ/TU", "signed_as": "Trưởng Ban"}
        return decide(*(models or [model]), level=level, days=day, by=on_day(provincial_leader, day), **said, **more)

    text = go_up(model, 85, 12)
    assert "công nhận ở cấp tỉnh" in text
    decide_above(Level.PROVINCE, 26)
    on = TODAY + timedelta(days=26)
    summing = actions.sum_up(drive, meeting="year", year=2026, held_on=on, text="Làm tốt.", by=on_day(provincial_leader, 26), now=at(26))
    frozen = list(summing.counts.order_by("pk").values())
    with pytest.raises(Refusal, match="không còn được công nhận ở cấp tỉnh"):
        decide_above(Level.CENTRE, 26, models=[below], issuer=CENTRE)
    with pytest.raises(Refusal, match="chưa có kết quả đạt"):
        decide_above(Level.CENTRE, 26, issuer=CENTRE)  # what the province scored for itself is used up
    text = go_up(model, 95, 27)
    assert "công nhận ở cấp trung ương" in text
    with pytest.raises(Refusal, match="niêm yết đến hết ngày"):
        decide_above(Level.CENTRE, 28, issuer=CENTRE)
    with pytest.raises(Refusal, match="chưa được giao quyền"):
        decide(model, level=Level.CENTRE, days=41, office=ground.province_board, issuer=CENTRE)
    with pytest.raises(Refusal, match="chưa được giao quyền"):
        decide(model, level=Level.CENTRE, days=41, issuer=CENTRE)
    paper = decide_above(Level.CENTRE, 41, issuer=CENTRE)
    assert (paper.document.issuer, paper.office) == (CENTRE, ground.province_board)
    stand = read.standing(model).order_by("recognised_on")
    assert [(r.level, r.points) for r in stand] == [("base", 92), ("province", 85), ("centre", 95)]
    day = TODAY + timedelta(days=41)
    assert queries.counts(on=day).recognised == {"base": 1, "province": 1, "centre": 1}
    assert [r.row.level for r in recognised(model)] == ["base", "province", "centre"]
    assert list(summing.counts.order_by("pk").values()) == frozen
    assert sum(row["recognised"] for row in frozen) == 2
    with pytest.raises(Refusal, match="công nhận ở cấp trung ương"):
        actions.appraise(model, council=above, closes_on=day + timedelta(days=9), by=on_day(provincial_leader, 41), now=at(41))
    by = on_day(provincial_leader, 42)
    said = {"office": ground.province_board, "decided_on": day, "signed_as": "Trưởng Ban", "by": by, "now": at(42)}
    with pytest.raises(Refusal, match="chưa được giao quyền"):
        actions.revoke(stand[2], number="9", reason=WRONG, **{**said, "office": ground.party, "by": on_day(leader, 42)})
    taken = actions.revoke(stand[2], number="9-QĐ/TW", reason=WRONG, **said)
    assert (taken.document.issuer, read.standing(model).count()) == (CENTRE, 2)
    assert "công nhận ở cấp trung ương" in go_up(model, 90, 43)


def test_nothing_goes_before_its_time(in_state, scored, decide, leader, ground, council):
    model = in_state()
    with pytest.raises(Refusal, match="Chưa có kết quả đạt"):
        actions.post(model, office=ground.party, by=leader, now=NOW)
    with pytest.raises(Refusal, match="chưa có kết quả đạt"):
        decide(model)
    with pytest.raises(Refusal, match="ít nhất một mô hình"):
        decide()
    scored(model)
    with pytest.raises(Refusal, match="đã chấm đạt"):
        actions.appraise(model, council=council, closes_on=CLOSES, by=leader, now=NOW)
    with pytest.raises(Refusal, match="chưa được niêm yết"):
        decide(model)
    actions.post(model, office=ground.party, by=leader, now=NOW)
    with pytest.raises(Refusal, match="niêm yết đến hết ngày"):
        decide(model, days=10)
    with pytest.raises(Refusal, match="chọn cấp"):
        decide(model, level="moon")
    with pytest.raises(Refusal, match="của hội đồng cấp này"):
        decide(model, level=Level.PROVINCE)
    with pytest.raises(Refusal, match="ghi cơ quan trung ương"):
        decide(model, level=Level.CENTRE)
    with pytest.raises(Refusal, match="Chỉ ghi cơ quan ban hành"):
        decide(model, issuer=CENTRE)
    assert not Recognition.objects.exists()
    decide(model)


def test_an_objection_that_was_right_brings_it_before_the_council_again(in_state, scored, decide, leader, ground):
    model = in_state()
    scored(model)
    posting = actions.post(model, office=ground.party, by=leader, now=NOW)
    wrong, right = (appraisals.object_to(posting, text=WRONG, by=Anyone(), now=at(1)).objection for _ in range(2))
    reply = {"reply": "Đã đi xem tại chỗ cùng tổ trưởng.", "by": on_day(leader, 2), "now": at(2)}
    appraisals.answer_objection(wrong, is_upheld=False, **reply)
    with pytest.raises(Refusal, match="Còn 1 phản đối"):
        decide(model)
    appraisals.answer_objection(right, is_upheld=True, **reply)
    posting.refresh_from_db()
    assert posting.taken_down_on == TODAY + timedelta(days=2)
    with pytest.raises(Refusal, match="Chưa có kết quả đạt"):
        actions.post(model, office=ground.party, by=on_day(leader, 3), now=at(3))
    with pytest.raises(Refusal, match="chưa có kết quả đạt"):
        decide(model)
    scored(model, 70, days=3)
    actions.post(model, office=ground.party, by=on_day(leader, 3), now=at(3))
    decide(model, days=15)  # the tenth day of the second posting is a Sunday
    assert Recognition.objects.get().points == 70


def test_a_result_that_did_not_pass_waits_a_year(in_state, scored, leader, ground, council, committee_officer):
    model = in_state()
    scored(model, 40)
    with pytest.raises(Refusal, match="Chưa có kết quả đạt"):
        actions.post(model, office=ground.party, by=leader, now=NOW)
    asked = {"council": council, "closes_on": CLOSES, "by": leader, "now": NOW}
    with pytest.raises(Refusal, match="xét lại vào năm sau"):
        actions.appraise(model, **asked)
    note(model, committee_officer, days=60)
    scored(model, 80, days=60)
    assert read.passed(model, Level.BASE).points == 80


def test_what_does_not_come_before_a_council(in_state, leader, council, cast, front_officer, ground, drive):
    asked = {"council": council, "closes_on": CLOSES, "now": NOW}
    for state in (s for s in State if s != State.REGISTERED):
        with pytest.raises(Refusal, match="nên chưa"):
            actions.appraise(in_state(state, list(State).index(state) + 3), by=leader, **asked)
    formal = in_state()
    said = {"year": TODAY.year, "reason": "Chỉ có bảng tên ở đầu hẻm.", "by": front_officer, "now": NOW}
    actions.review(formal, result=Result.FORMAL, **said)
    with pytest.raises(Refusal, match="còn hình thức"):
        actions.appraise(formal, by=leader, **asked)
    model = in_state(n=2)
    for who, actor in cast.items():
        if who != "leader":  # only the council's office opens, and nobody of the owner's
            with pytest.raises(Refusal, match=r"chưa được giao quyền|có liên quan"):
                actions.appraise(model, by=actor, **asked)
    head = make_user("Chủ tịch phường", "committee.head")
    hold(head, Role.LEADER, office=ground.committee)
    head = actor_for(head, today=TODAY)
    mine = appraisals.form_council(office=ground.committee, title="Tự lập", formed_by="1/QĐ-UBND", formed_on=TODAY, by=head, now=NOW)
    with pytest.raises(Refusal, match="chưa được giao quyền"):
        actions.appraise(model, by=head, **{**asked, "council": mine})
    drive.sheet_code = "khong-co"
    drive.save()
    with pytest.raises(Refusal, match="chưa có phiếu chấm"):
        actions.appraise(model, by=leader, **asked)


def test_who_posts_and_decides(in_state, scored, decide, cast, ground, leader):
    model = in_state()
    scored(model)
    for who, actor in cast.items():
        if who != "leader":
            with pytest.raises(Refusal, match="chưa được giao quyền"):
                actions.post(model, office=ground.party, by=actor, now=NOW)
    actions.post(model, office=ground.party, by=leader, now=NOW)
    for who, actor in cast.items():
        if who != "leader":
            with pytest.raises(Refusal, match="chưa được giao quyền"):
                decide(model, by=on_day(actor, LATER))
    Practice.objects.filter(pk=model.pk).update(written_by=leader.key)
    with pytest.raises(Refusal, match="chưa được giao quyền"):
        decide(model)


def test_a_council_reads_what_was_measured_and_seen(in_state, scored, cast, committee_officer, council, leader, front_officer):
    model, unseen = in_state(), in_state(State.DRAFT, 2)
    actions.read_measure(model.aims.get(), value=Decimal(2), read_on=TODAY, by=committee_officer, now=NOW)
    note(model, committee_officer)
    said = {"year": TODAY.year, "reason": "Đã đối chiếu sổ của tổ.", "by": front_officer, "now": NOW}
    actions.review(model, result=Result.EFFECTIVE, **said)
    actions.appraise(model, council=council, closes_on=CLOSES, by=leader, now=NOW)
    pairs = [(read.SUBJECT, str(model.pk)), (read.SUBJECT, str(unseen.pk))]
    found = subjects.describe(pairs, leader)[pairs[0]]
    lines = dict(found.lines)
    assert (found.title, found.place) == (model.title, model.place)
    assert lines["Điểm rác tự phát"] == "trước 7, mới đo 2, mục tiêu 0 (điểm)"
    assert lines["Đã có"] == "1 bằng chứng, 0 buổi thăm, 0 việc liên quan"
    assert lines[f"Rà soát năm {TODAY.year}"] == "Hiệu quả, nên nhân rộng"
    assert subjects.describe(pairs, cast["outsider"])[pairs[1]].title == "Hồ sơ chưa xem được"
    assert subjects.owner(*pairs[0]) == model.office
    assert committee_officer.key in subjects.hands(pairs[:1])[pairs[0]]
    assert leader.key not in subjects.hands(pairs[:1])[pairs[0]]

    def cost(n):
        with CaptureQueriesContext(connection) as asked:
            assert len(subjects.describe([(read.SUBJECT, str(m.pk)) for m in models[:n]], leader)) == n
        return len(asked)

    models = [model]
    for _n in range(29):
        twin = Practice.objects.get(pk=model.pk)
        twin.pk, twin._state.adding = uuid7(), True
        twin.save(force_insert=True)
        models.append(twin)
    assert cost(30) == cost(1)
    assert appraised.mine(leader).count() == 0
