"""Word papers of awards, read back: everything in them comes from the data, in the form of the office, and only for those entitled."""

from decimal import Decimal
from io import BytesIO

import pytest
from django.utils import timezone
from docx import Document
from docx.enum.section import WD_ORIENT

from gandan.appraisals import actions as appraisals
from gandan.appraisals import decided
from gandan.appraisals.enums import Part, Tie
from gandan.awards import actions
from gandan.awards.enums import CallState, Whom
from gandan.awards.models import Holder
from gandan.core.access import Role
from gandan.core.text import fold
from tests.awards.conftest import WHY, at, collective, fresh, on_day, person
from tests.awards.web.conftest import desk, opens, since  # noqa: F401  fixtures
from tests.people import hold, make_user

pytestmark = pytest.mark.django_db
STATE, PARTY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "ĐẢNG CỘNG SẢN VIỆT NAM"


def words(answer) -> tuple[Document, str]:
    """The document and all its words: paragraphs, and cells of tables by rows."""
    assert answer.status_code == 200, answer
    read = Document(BytesIO(answer.content))
    cells = [" | ".join(cell.text for cell in row.cells) for table in read.tables for row in table.rows]
    return read, "\n".join([p.text for p in read.paragraphs] + cells)


def test_papers_of_a_round_say_what_the_data_say(since, opens):  # noqa: F811
    house = since(45)
    hoa = person("Nguyễn Thị Mộng Hoà", years=17, is_head=True)
    call = house.through(
        CallState.DECIDED, hoa, collective("Tổ hoà giải khu phố 3"), grounds=("Hiến đất mở hẻm",), ground="Hiến đất mở hẻm"
    )
    one, dossier = house.one(call), call.nominations.get()
    board, front = opens("provincial_leader"), opens("front_officer")

    _read, said = words(front.get(desk("proposal_word", dossier.pk)))
    assert STATE in said
    for part in ("Số: 12-TTr/MTTQ", "1 tập thể và 1 cá nhân", "1 | Nguyễn Thị Mộng Hoà |", "Hiến đất mở hẻm", "TM. BAN THƯỜNG TRỰC"):
        assert part in said, part
    assert "Mặc định của Gần Dân" not in said  # a source that nobody read is no ground of an official paper

    read, said = words(board.get(desk("extract_word", call.pk)))
    assert read.sections[0].orientation == WD_ORIENT.LANDSCAPE
    assert PARTY in said
    assert "1968" in said
    assert "17 (đứng đầu)" in said

    _read, said = words(front.get(desk("summary_word", one.pk)))
    assert one.nomination.number == "12-TTr/MTTQ"
    assert "Họ và tên | Nguyễn Thị Mộng Hoà" in said
    assert said.count("./.") == 1

    _read, said = words(board.get(desk("minutes_word", call.pk)))
    for part in (
        "Thành viên 1 | Chủ tịch hội đồng | 2/2",
        "80",
        "Thành viên 2: 80",
        "Phiếu chấm khen thưởng, phiên bản 1: đạt từ 70 điểm",
        "1 tập thể và 1 cá nhân.",
        "-BB/BTGDV",  # the sign of the office as its decision bears it
    ):
        assert part in said, part

    numbers = {h.pk: f"{n:02d}/2026" for n, h in enumerate(Holder.objects.filter(nominee__nomination__call=call), start=1)}
    actions.give_certificate_numbers(call, numbers=numbers, by=house.board, now=timezone.now())
    _read, said = words(board.get(desk("certificates_word", call.pk)))
    assert "01/2026" in said
    assert f"Theo Quyết định số {call.decision.number}" in said

    told = decided.of(call.decision, house.board)
    assert [t.gives for t in told] == ["Tặng Giấy khen về công tác dân vận cho 1 tập thể và 1 cá nhân"]
    assert [len(listing.rows) for listing in told[0].listings] == [1, 1]
    _read, said = words(board.get(f"/lam-viec/hoi-dong/quyet-dinh/{call.decision_id}/word/"))
    assert "Nguyễn Thị Mộng Hoà" in said


def test_no_card_is_in_the_minutes_before_it_is_shown_and_no_paper_for_a_stranger(since, opens):  # noqa: F811
    house = since(13)
    call = house.through(CallState.COUNCIL, person(), collective())
    first, second = house.nominees(call)
    house.score(first, 91)
    row = fresh(second).appraisal
    line = row.sheet.criteria.get()
    appraisals.hand_in(row, marks={line.pk: Decimal(47)}, reason="Đã xem kỹ hồ sơ.", by=on_day(house.members[0], 12), now=at(12))
    _read, said = words(opens("provincial_leader").get(desk("minutes_word", call.pk)))
    assert "Thành viên 1: 91" in said
    assert "47" not in said
    for who in ("outsider", "committee_officer", "administrator", "central_analyst"):
        for name, key in (
            ("minutes_word", call.pk),
            ("extract_word", call.pk),
            ("summary_word", first.pk),
            ("proposal_word", first.nomination_id),
        ):
            assert opens(who).get(desk(name, key)).status_code in (403, 404), (who, name)
    assert first.whom == Whom.PERSON


def test_minutes_tell_what_the_council_said_on_its_day(since, opens):  # noqa: F811
    """Who was away, who took no part, who kept the minutes; and whom it chose, though an objection took one off the list afterwards."""
    house = since(45)
    for name, part in (("Lê Văn Vắng", Part.MEMBER), ("Trần Thị Ghi", Part.SECRETARY)):
        user = make_user(name, fold(name).replace(" ", "."))
        hold(user, Role.OFFICER, office=house.world.province_board)
        appraisals.seat(house.council, user=user, part=part, by=house.board, now=at(1))
    call = house.open()
    house.dossier(call, person("Nguyễn Thị Mộng Hoà"), person("Phạm Văn Nhẹ", born=1970), collective("Tổ 3"), number="12-TTr/MTTQ")
    gone = make_user("Ngô Văn Thôi", "ngo.van.thoi")
    hold(gone, Role.OFFICER, office=house.world.province_board)
    seat = appraisals.seat(house.council, user=gone, part=Part.MEMBER, by=house.board, now=at(1))
    call = house.close(call)
    appraisals.unseat(seat, by=on_day(house.board, 11), now=at(11))  # on the day the cards were handed out, before any card
    hoa, nhe, group = house.nominees(call)
    tied = fresh(nhe).appraisal
    appraisals.declare_conflict(tied, tie=Tie.KIN, reason="Là em ruột.", by=on_day(house.members[2], 12), now=at(12))
    house.members, third = house.members[:2], house.members[2]
    line = tied.sheet.criteria.get()
    for row in (fresh(hoa).appraisal, fresh(group).appraisal):
        appraisals.hand_in(row, marks={line.pk: Decimal(78)}, reason="Đã xem kỹ hồ sơ.", by=on_day(third, 12), now=at(12))
    seat = house.council.seats.select_related("user").get(user=third.id)
    appraisals.unseat(seat, by=on_day(house.board, 12), now=at(12))  # cards and ties stay the person's who is seated again
    appraisals.seat(house.council, user=seat.user, part=Part.MEMBER, by=on_day(house.board, 12), now=at(12))
    actions.exclude(nhe, reason=WHY, by=on_day(house.board, 15), now=at(15))
    for one in (hoa, group):
        house.score(one, 84, day=19)
        house.choose(one, day=19)
    call = house.post(call, day=20)
    front = opens("provincial_leader")

    def read() -> str:
        return words(front.get(desk("minutes_word", call.pk)))[1]

    before = read()
    for part in (
        "Lê Văn Vắng | Thành viên | vắng mặt",
        "Thành viên 3 | Thành viên | 2/2 | Phạm Văn Nhẹ",
        "có mặt: 3; vắng mặt: Lê Văn Vắng.",
        "Trần Thị Ghi | Thư ký | không chấm",
        "THƯ KÝ",
    ):
        assert part in before, part
    assert (before.count("Thành viên 3 | Thành viên"), "Ngô Văn Thôi" in before) == (1, False)
    assert (before.count("| Chọn"), before.count("| Thôi xét khi đang chấm")) == (2, 1)
    house.pass_over(group, day=25)
    house.decide(fresh(call), day=42)
    late = make_user("Võ Đến Sau", "vo.den.sau")
    hold(late, Role.OFFICER, office=house.world.province_board)
    appraisals.seat(house.council, user=late, part=Part.MEMBER, by=on_day(house.board, 43), now=at(43))
    assert "-BB/………… |" in before, "no paper told yet how the office signs: room to write it in"
    assert read() == before.replace("-BB/………… |", "-BB/BTGDV |")
