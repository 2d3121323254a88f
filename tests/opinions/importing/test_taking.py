"""Rows become opinions once, receipts are handed out once, and nothing of a sheet stays longer than it must."""

from datetime import timedelta

import pytest

from gandan.core.access import Refusal
from gandan.core.events.models import Event
from gandan.denunciations.models import Denunciation
from gandan.opinions import queries
from gandan.opinions.actions import importing
from gandan.opinions.enums import Channel, RowState
from gandan.opinions.models import Case, Contact, Opinion, Sheet, SheetRow
from gandan.opinions.queries import importing as seen
from tests.opinions.importing.conftest import GOOD, RETENTION, SYSTEM, book
from tests.people import NOW, TODAY

DENOUNCED = "Tôi tố cáo ông cán bộ địa chính phường nhận hối lộ 20 triệu đồng."

pytestmark = pytest.mark.django_db


def states(sheet: Sheet) -> list[str]:
    return list(sheet.rows.order_by("position").values_list("state", flat=True))


class TestReading:
    def test_rows_are_judged_and_nothing_is_an_opinion_yet(self, hand_in):
        sheet = hand_in(GOOD, {**GOOD, "place": ""}, GOOD)
        assert states(sheet) == ["ready", "wrong", "same"]
        assert not Opinion.objects.exists()

    def test_words_lie_sealed_and_the_event_holds_numbers(self, hand_in):
        sheet = hand_in({**GOOD, "contact": "0912345678"})
        assert "0912345678" not in sheet.rows.get().sealed
        assert "Đèn" not in sheet.rows.get().sealed
        event = Event.objects.get(verb="opinions.sheet_read")
        assert event.facts["ready"] == 1
        assert "Đèn" not in str(event.facts)

    def test_the_same_file_is_kept_once(self, hand_in, ground, front_officer, committee_officer):
        raw = book(GOOD)
        first = hand_in(raw=raw)
        again = importing.read_sheet(raw=raw, unit=ground.commune, office=ground.front, by=front_officer, now=NOW)
        assert again.known
        assert again.sheet == first
        assert Sheet.objects.count() == 1
        with pytest.raises(Refusal, match="đồng nghiệp"):
            importing.read_sheet(raw=raw, unit=ground.commune, office=ground.committee, by=committee_officer, now=NOW)

    def test_a_file_that_asks_who_somebody_is_leaves_nothing(self, ground, front_officer):
        raw = book({**GOOD, "Họ và tên": "Nguyễn Văn A"}, columns=["text", "place", "Họ và tên"])
        with pytest.raises(Refusal, match="Họ và tên"):
            importing.read_sheet(raw=raw, unit=ground.commune, office=ground.front, by=front_officer, now=NOW)
        assert not Sheet.objects.exists()

    def test_an_outsider_hands_nothing_in(self, ground, outsider):
        with pytest.raises(Refusal, match="chưa được giao quyền"):
            importing.read_sheet(raw=book(GOOD), unit=ground.commune, office=ground.front, by=outsider, now=NOW)


class TestTaking:
    def test_good_rows_go_in_and_bad_ones_stay(self, taken, ground):
        sheet = taken(
            {**GOOD, "hamlet": "Khu phố 3", "topic": "street-lighting", "contact": "0912345678", "said_on": "20/11/2026"}, {"text": "x"}
        )
        opinion = Opinion.objects.get()
        assert opinion.channel == Channel.IMPORT
        assert opinion.hamlet == ground.hamlet
        assert opinion.case.received_on.isoformat() == "2026-11-20"
        assert opinion.case.due is not None
        assert Contact.objects.filter(opinion=opinion).exists()
        assert states(sheet) == ["taken", "wrong"]

    def test_nothing_leads_from_a_row_to_its_opinion(self, taken):
        sheet = taken(GOOD)
        row = sheet.rows.get()
        assert {"code", "pin"} == set(seen.opened(row))
        assert not [f.name for f in SheetRow._meta.get_fields() if f.is_relation and f.related_model in (Opinion, Case)]

    def test_a_row_that_is_taken_up_twice_is_one_opinion(self, taken):
        sheet = taken(GOOD)
        assert importing.take_sheet(sheet, by=SYSTEM, now=NOW) == 0
        SheetRow.objects.filter(sheet=sheet).update(state=RowState.TAKEN)
        assert Opinion.objects.count() == 1

    def test_the_same_row_of_another_file_is_known_again(self, taken, hand_in, front_officer):
        taken(GOOD)
        other = hand_in(GOOD, {**GOOD, "place": "hẻm 52"})
        assert states(other) == ["same", "ready"]

    def test_two_files_looked_at_together_take_the_row_once(self, hand_in, front_officer):
        one, two = hand_in(GOOD), hand_in(GOOD, {**GOOD, "place": "hẻm 52"})
        for sheet in (one, two):
            importing.begin_sheet(sheet, by=front_officer, now=NOW)
            importing.take_sheet(sheet, by=SYSTEM, now=NOW)
        assert states(two) == ["same", "taken"]
        assert Opinion.objects.count() == 2

    def test_what_the_deed_refuses_says_why_and_stops_nothing(self, hand_in, front_officer, ground):
        sheet = hand_in({**GOOD, "said_on": "1/12/2025"}, {**GOOD, "place": "hẻm 52"})
        importing.begin_sheet(sheet, by=front_officer, now=NOW)
        importing.take_sheet(sheet, by=SYSTEM, now=NOW + timedelta(days=30))  # meanwhile the first is older than a year
        assert states(sheet) == ["wrong", "taken"]
        row = seen.seen(sheet.rows.filter(state="wrong"), seen.ground(ground.commune.pk, today=TODAY))[0]
        assert "quá một năm" in row.why

    def test_what_looks_like_a_denunciation_is_set_aside(self, taken, front_officer):
        sheet = taken(GOOD, {**GOOD, "text": DENOUNCED})
        assert Case.objects.count() == 1
        assert Denunciation.objects.count() == 1
        printed = importing.print_receipts(sheet, by=front_officer, now=NOW)
        assert [one.line for one in printed.receipts] == [2]
        assert printed.some_aside
        assert "SET_ASIDE" not in RowState.__members__  # no row of a table says which one it was

    def test_nobody_has_the_code_of_what_was_set_aside(self, taken):
        row = taken({**GOOD, "text": DENOUNCED}).rows.get()
        assert seen.opened(row) == {"aside": True}
        assert row.state == RowState.TAKEN

    def test_many_rows_go_to_a_job(self, hand_in, front_officer, monkeypatch):
        from procrastinate.contrib.django.models import ProcrastinateJob

        monkeypatch.setattr(importing.taking, "AT_ONCE", 1)
        sheet = hand_in(GOOD, {**GOOD, "place": "hẻm 52"})
        assert importing.begin_sheet(sheet, by=front_officer, now=NOW) is False
        assert ProcrastinateJob.objects.get(task_name="opinions.take_sheet").args == {"sheet_id": str(sheet.pk)}

    def test_begun_twice_is_refused(self, taken, front_officer):
        with pytest.raises(Refusal, match="đã bắt đầu"):
            importing.begin_sheet(taken(GOOD), by=front_officer, now=NOW)

    def test_with_nothing_in_order_it_is_refused(self, hand_in, front_officer):
        with pytest.raises(Refusal, match="Chưa có dòng nào"):
            importing.begin_sheet(hand_in({"text": "x"}), by=front_officer, now=NOW)

    @pytest.mark.parametrize("who", ["committee_officer", "leader", "administrator", "outsider", "citizen"])
    def test_nobody_else_takes_it(self, hand_in, cast, who):
        sheet = hand_in(GOOD)
        for deed in (importing.begin_sheet, importing.print_receipts, importing.drop_sheet):
            with pytest.raises(Refusal, match="chưa được giao quyền"):
                deed(sheet, by=cast[who], now=NOW)


class TestReceipts:
    def test_codes_open_what_was_taken_and_pins_write(self, taken, front_officer):
        printed = importing.print_receipts(taken(GOOD, {**GOOD, "place": "hẻm 52"}), by=front_officer, now=NOW)
        receipts = printed.receipts
        assert not printed.some_aside
        assert [receipt.line for receipt in receipts] == [2, 3]
        opinion = queries.of_code(receipts[0].code)
        assert opinion.place == GOOD["place"]
        assert queries.sender_of(opinion, pin=receipts[0].pin).writes
        assert receipts[0].pin not in repr(Event.objects.filter(verb="opinions.receipts_printed").values("facts").get())

    def test_for_an_hour_they_can_be_opened_again_then_never(self, taken, front_officer):
        sheet = taken(GOOD)
        first = importing.print_receipts(sheet, by=front_officer, now=NOW)
        assert importing.print_receipts(sheet, by=front_officer, now=NOW + timedelta(minutes=59)) == first
        with pytest.raises(Refusal, match="không xem lại được"):
            importing.print_receipts(sheet, by=front_officer, now=NOW + timedelta(minutes=61))
        assert Event.objects.filter(verb="opinions.receipts_printed").count() == 1

    def test_not_before_all_rows_are_through(self, hand_in, front_officer):
        sheet = hand_in(GOOD)
        with pytest.raises(Refusal, match="đợi nhận xong"):
            importing.print_receipts(sheet, by=front_officer, now=NOW)


class TestForgetting:
    def test_codes_go_an_hour_after_they_were_printed(self, taken, front_officer):
        sheet = taken(GOOD)
        importing.print_receipts(sheet, by=front_officer, now=NOW)
        importing.forget_sheets(by=RETENTION, now=NOW + timedelta(minutes=30))
        assert sheet.rows.get().sealed
        importing.forget_sheets(by=RETENTION, now=NOW + timedelta(hours=2))
        assert sheet.rows.get().sealed == ""
        assert importing.forget_sheets(by=RETENTION, now=NOW + timedelta(hours=2)) == 0

    def test_words_go_by_the_rule_and_the_row_is_known_still(self, hand_in, taken):
        sheet = taken(GOOD, {"text": "x"})
        importing.forget_sheets(by=RETENTION, now=NOW + timedelta(days=31))
        assert set(sheet.rows.values_list("sealed", flat=True)) == {""}
        assert states(hand_in(GOOD, {**GOOD, "place": "b"})) == ["same", "ready"]

    def test_in_the_end_the_sheet_goes_too(self, taken):
        taken(GOOD)
        importing.forget_sheets(by=RETENTION, now=NOW + timedelta(days=401))
        assert not Sheet.objects.exists()
        assert Opinion.objects.count() == 1

    def test_dropped_it_leaves_nothing(self, hand_in, front_officer):
        importing.drop_sheet(hand_in(GOOD), by=front_officer, now=NOW)
        assert not SheetRow.objects.exists()

    def test_what_was_taken_is_not_dropped(self, taken, front_officer):
        with pytest.raises(Refusal, match="không bỏ được"):
            importing.drop_sheet(taken(GOOD), by=front_officer, now=NOW)

    def test_only_retention_forgets(self, ground, cast):
        for actor in cast.values():
            with pytest.raises(Refusal):
                importing.forget_sheets(by=actor, now=NOW)
