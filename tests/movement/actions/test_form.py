"""A form is begun, written, sent in, sent back, registered, taken back."""

import pytest

from gandan.core import events
from gandan.core.access import Refusal
from gandan.movement import actions, policies, queries
from gandan.movement.enums import ForcePart, Kind, State, Subject
from gandan.movement.models import Likeness, Practice
from gandan.movement.policies.form import empty
from gandan.movement.written import ForceGiven
from tests.movement.ground import at, form, on_day, short
from tests.people import NOW

pytestmark = pytest.mark.django_db


def last(practice: Practice) -> events.Event:
    return events.of(practice).order_by("seq").last()


class TestBegin:
    def test_a_draft_of_an_office(self, begun, ground, field):
        practice = begun()
        assert practice.state == State.DRAFT
        assert (practice.unit, practice.made_in, practice.office) == (ground.commune, ground.commune, ground.committee)
        assert not practice.is_light
        assert practice.forces.count() == 2
        assert practice.aims.get().before == 7
        event = last(practice)
        assert (event.verb, event.now, event.unit) == ("movement.begun", "draft", ground.commune.pk)
        assert [b[0] for b in event.bindings] == ["movement.practice"]

    def test_the_head_of_a_hamlet_writes_for_the_office_of_dan_van_work(self, drive, field, ground, hamlet_head):
        said = {"drive": drive, "written": short(field), "hamlet": ground.hamlet, "by": hamlet_head, "now": NOW}
        with pytest.raises(Refusal, match="do Ủy ban MTTQ Việt Nam phường Ninh Kiều đứng tên"):
            actions.begin(office=ground.committee, **said)
        practice = actions.begin(office=ground.front, **said)
        assert practice.is_light
        assert queries.owner_for(ground.hamlet, on=at(0).date()) == ground.front

    def test_somebody_else_s_office_or_hamlet_is_refused(self, drive, field, ground, outsider, hamlet_head, citizen):
        for by, office, hamlet in (
            (outsider, ground.committee, None),
            (hamlet_head, ground.front, None),
            (citizen, ground.committee, ground.hamlet),
        ):
            with pytest.raises(Refusal, match="chưa được giao quyền"):
                actions.begin(drive=drive, office=office, written=form(field), hamlet=hamlet, by=by, now=NOW)

    def test_what_cannot_be_begun(self, drive, field, ground, outsider, committee_officer, provincial_leader):
        with pytest.raises(Refusal, match="không thuộc đơn vị"):
            actions.begin(drive=drive, office=ground.other_front, written=form(field), hamlet=ground.hamlet, by=outsider, now=NOW)
        actions.cancel_drive(drive, by=provincial_leader, now=NOW)
        drive.refresh_from_db()
        with pytest.raises(Refusal, match="chưa phát động hoặc đã kết thúc"):
            actions.begin(drive=drive, office=ground.committee, written=form(field), by=committee_officer, now=NOW)


class TestSubmit:
    def test_each_missing_part_is_named(self, begun, committee_officer, field):
        practice = begun(output="", resources=(), forces=(ForceGiven(ForcePart.LEAD, name="Chi bộ"),))
        assert [m.part for m in policies.missing(practice)] == ["forces", "resources", "output"]
        with pytest.raises(Refusal) as told:
            actions.submit(practice, by=committee_officer, now=NOW)
        assert "lực lượng phối hợp hoặc tham gia; nguồn lực; sản phẩm kiểm chứng được" in told.value.sentence
        actions.write(practice, written=form(field), by=committee_officer, now=NOW)
        assert actions.submit(practice, by=committee_officer, now=NOW).state == State.SUBMITTED

    def test_an_empty_draft_names_every_part(self, begun, field):
        blank = dict.fromkeys(("title", "place", "problem", "aim", "way", "audience", "output", "upkeep"), "")
        practice = begun(**blank, forces=(), aims=(), resources=(), milestones=(), starts_on=None)
        parts = [m.part for m in policies.missing(practice)]
        assert parts == [
            *("title", "place", "problem", "aim", "aims", "way", "forces"),
            *("audience", "forces", "resources", "starts_on", "milestones", "output", "upkeep"),
        ]

    def test_the_short_form_is_enough_for_a_hamlet(self, drive, field, ground, hamlet_head, front_officer):
        written = short(field)
        practice = actions.begin(drive=drive, office=ground.front, written=written, hamlet=ground.hamlet, by=hamlet_head, now=NOW)
        assert policies.missing(practice) == []
        assert actions.submit(practice, by=hamlet_head, now=NOW).state == State.SUBMITTED
        office = actions.begin(drive=drive, office=ground.front, written=written, hamlet=ground.hamlet, by=front_officer, now=NOW)
        assert policies.missing(office), "an office that writes for a hamlet fills in the whole form"

    def test_only_while_the_window_is_open_but_what_came_back_may_come_again(self, begun, committee_officer, front_officer, drive):
        practice, late = begun(1), begun(2)
        actions.submit(practice, by=committee_officer, now=NOW)
        actions.send_back(practice, reason="Xin ghi rõ nơi thực hiện", by=front_officer, now=NOW)
        after = at(60)
        by = on_day(committee_officer, 60)
        assert actions.submit(practice, by=by, now=after).submitted_on == NOW.date()
        with pytest.raises(Refusal, match="ngoài đợt nhận đăng ký"):
            actions.submit(late, by=by, now=after)

    def test_the_event_says_how_much_it_looks_like(self, begun, committee_officer):
        practice = actions.submit(begun(), by=committee_officer, now=NOW)
        event = last(practice)
        assert (event.verb, event.was, event.now) == ("movement.submitted", "draft", "submitted")
        assert event.facts["alike"] == Likeness.objects.filter(practice=practice).count()


class TestWrite:
    def test_the_form_is_written_anew_whole(self, begun, field, committee_officer):
        practice = begun()
        actions.write(practice, written=form(field, title="Hẻm xanh", milestones=()), by=committee_officer, now=NOW)
        practice.refresh_from_db()
        assert practice.title == "Hẻm xanh"
        assert practice.milestones.count() == 0
        assert last(practice).verb == "movement.written"

    def test_what_does_not_fit_says_what_to_do(self, begun, field, committee_officer, drive, ground, provincial_leader):
        from tests.movement.ground import a_drive

        practice = begun()
        other = a_drive(ground.province_board, provincial_leader, title="Phong trào khác").fields.first()
        aim = form(field).aims[0]
        from dataclasses import replace
        from decimal import Decimal

        leads = (ForceGiven(ForcePart.LEAD, name="A"), ForceGiven(ForcePart.LEAD, name="B"))
        for more, sentence in (
            ({"field": other}, "một lĩnh vực của phong trào"),
            ({"kind": "x"}, "trong danh sách"),
            ({"subject": Subject.PERSON}, "Điển hình"),
            ({"changed": "khác"}, "làm khác"),
            ({"title": "x" * 201}, "dài quá 200"),
            ({"way": "Gọi 0912 345 678 để được hướng dẫn"}, "số điện thoại"),
            ({"problem": "Nhà bà Nguyễn Thị Hoa để rác ra đường"}, "Nguyễn Thị Hoa"),
            ({"starts_on": NOW.date().replace(year=1026)}, "ghi nhầm năm"),
            ({"ends_on": NOW.date().replace(year=2020)}, "sau ngày bắt đầu"),
            ({"forces": leads}, "Chỉ một lực lượng chủ trì"),
            ({"forces": (ForceGiven(ForcePart.LEAD),)}, "tên từng lực lượng"),
            ({"aims": (replace(aim, noun=""),)}, "đếm cái gì"),
            ({"aims": (replace(aim, target=Decimal(-1)),)}, "không đọc được"),
            ({"aims": (replace(aim, name="Số hộ theo đạo", noun="hộ theo đạo"),)}, "tôn giáo"),
            ({"resources": (replace(form(field).resources[0], planned=None),)}, "bao nhiêu"),
            ({"milestones": (replace(form(field).milestones[0], what=" "),)}, "mỗi mốc làm gì"),
            ({"aims": (aim,) * 21}, "không quá 20 dòng"),
        ):
            with pytest.raises(Refusal, match=sentence) as told:
                actions.write(practice, written=form(**{"field": field, **more}), by=committee_officer, now=NOW)
            assert told.value.status == 422, more

    def test_what_is_registered_is_not_rewritten(self, in_state, field, committee_officer):
        practice = in_state(State.REGISTERED)
        with pytest.raises(Refusal, match="Đã đăng ký"):
            actions.write(practice, written=form(field, title="Khác"), by=committee_officer, now=NOW)


class TestRegister:
    def test_registered_is_public_and_has_a_year(self, in_state, citizen, front_officer):
        practice = in_state(State.REGISTERED)
        assert (practice.alive_until - practice.registered_on).days == 365
        assert queries.visible_to(citizen).filter(pk=practice.pk).exists()
        assert (last(practice).verb, last(practice).actor) == ("movement.registered", front_officer.key)

    def test_nobody_registers_their_own(
        self, drive, field, ground, begun, in_state, committee_officer, front_officer, leader, hamlet_head, provincial_specialist
    ):
        practice = in_state(State.SUBMITTED)
        for who in (committee_officer, hamlet_head):
            with pytest.raises(Refusal, match="chưa được giao quyền"):
                actions.register(practice, by=who, now=NOW)
        own = actions.begin(drive=drive, office=ground.front, written=form(field, 2), by=front_officer, now=NOW)
        actions.submit(own, by=front_officer, now=NOW)
        with pytest.raises(Refusal, match="chưa được giao quyền"):
            actions.register(own, by=front_officer, now=NOW)
        assert actions.register(own, by=leader, now=NOW).state == State.REGISTERED
        assert actions.register(practice, by=provincial_specialist, now=NOW).state == State.REGISTERED

    def test_one_judged_the_same_is_not_registered(self, in_state, front_officer):
        there, practice = in_state(State.REGISTERED, 1), in_state(State.SUBMITTED, 2, title="Chợ dân sinh sạch")
        Likeness.objects.filter(practice=practice).delete()
        Likeness.objects.create(practice=practice, kind="own", other=there, score="0.9", is_same=True, found_at=NOW)
        with pytest.raises(Refusal, match="trùng với nơi khác"):
            actions.register(practice, by=front_officer, now=NOW)

    def test_sent_back_with_a_reason_for_who_wrote_it(self, in_state, front_officer):
        practice = in_state(State.SUBMITTED)
        with pytest.raises(Refusal, match="ít nhất 10 ký tự"):
            actions.send_back(practice, reason="thiếu", by=front_officer, now=NOW)
        step = actions.send_back(practice, reason="Xin ghi rõ nơi thực hiện", by=front_officer, now=NOW)
        practice.refresh_from_db()
        assert practice.state == State.DRAFT
        assert (last(practice).verb, last(practice).bindings[0][1]) == ("movement.sent_back", str(step.pk))

    def test_withdrawn_is_read_by_nobody_outside(self, in_state, committee_officer, citizen, outsider, administrator):
        practice = in_state(State.WITHDRAWN)
        assert practice.ended_on == NOW.date()
        assert last(practice).verb == "movement.withdrawn"
        for who in (citizen, outsider, administrator):
            assert not queries.visible_to(who).filter(pk=practice.pk).exists()
        assert queries.visible_to(committee_officer).filter(pk=practice.pk).exists()


def test_kind_and_subject_are_counted_for_good_once_registered(in_state):
    from django.db import DatabaseError, transaction

    draft, practice = in_state(State.DRAFT, 1), in_state(State.REGISTERED, 2)
    Practice.objects.filter(pk=draft.pk).update(kind=Kind.EXEMPLAR)
    with pytest.raises(DatabaseError), transaction.atomic():
        Practice.objects.filter(pk=practice.pk).update(kind=Kind.EXEMPLAR)


class TestComplete:
    @pytest.fixture
    def light(self, drive, field, ground, hamlet_head, leader) -> Practice:
        practice = actions.begin(drive=drive, office=ground.front, written=short(field), hamlet=ground.hamlet, by=hamlet_head, now=NOW)
        actions.submit(practice, by=hamlet_head, now=NOW)
        return actions.register(practice, by=leader, now=NOW)

    def test_what_was_left_empty_follows(self, light, hamlet_head, field):
        whole = form(field)
        said = {"output": whole.output, "resources": whole.resources, "milestones": whole.milestones, "starts_on": whole.starts_on}
        actions.complete(light, **said, by=hamlet_head, now=NOW)
        light.refresh_from_db()
        assert (light.output, light.starts_on, light.title) == (whole.output, whole.starts_on, whole.title)
        assert (light.resources.count(), light.milestones.count(), light.forces.count(), light.aims.count()) == (1, 1, 1, 1)
        assert (last(light).verb, last(light).facts) == ("movement.completed", {"parts": 4})
        assert empty(light) == ["audience", "upkeep"]

    def test_what_stands_is_not_written_anew(self, light, in_state, hamlet_head, committee_officer, front_officer, field):
        whole = in_state(State.REGISTERED, 5)
        milestones = form(field).milestones
        for model, by, more, sentence in (
            (whole, committee_officer, {"output": "Khác hẳn"}, "sản phẩm kiểm chứng được” đã có"),
            (whole, committee_officer, {"milestones": milestones}, "mốc tiến độ” đã có"),
            (light, hamlet_head, {}, "ít nhất một phần"),
            (light, hamlet_head, {"upkeep": "Gọi 0912 345 678 để hỏi"}, "số điện thoại"),
            (whole, front_officer, {"output": "x"}, "chưa được giao quyền"),
            (in_state(State.SUBMITTED, 6), committee_officer, {"output": "x"}, "Chờ nhận đăng ký"),
        ):
            with pytest.raises(Refusal, match=sentence):
                actions.complete(model, **more, by=by, now=NOW)
