"""A model's page: everything that shows whether it works, nothing that is nobody's business."""

import re
from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from gandan.core.access import Anyone
from gandan.movement import actions
from gandan.movement.enums import Helps, State, Worked
from gandan.movement.models import Milestone
from gandan.movement.web.public_words import life
from tests.movement.ground import at, form, note, recognised
from tests.people import NOW, TODAY


@pytest.fixture
def read(ground):
    return lambda practice: Client().get(f"/mo-hinh/{practice.pk}/").content.decode()


@pytest.fixture
def told(in_state, committee_officer, supervisor, ground):
    """A registered model with readings, evidence, a recognition and voices."""
    practice = in_state()
    aim = practice.aims.get()
    for days, value in ((60, 5), (5, 2)):
        actions.read_measure(
            aim, value=Decimal(value), read_on=TODAY - timedelta(days=days), note="Đếm từng gốc cây", by=committee_officer, now=NOW
        )
    note(practice, committee_officer)
    recognised(practice, ground, level="province")
    for by, helps in ((supervisor, Helps.YES), (committee_officer, Helps.NO)):
        actions.give_voice(typed=actions.issue_code(practice, by=by, now=NOW), helps=helps, by=Anyone(), now=NOW)
    return practice


def test_it_tells_what_it_took_and_came_to_with_bars_and_a_table(told, read):
    html = read(told)
    assert "Rác để ngoài giờ" in html
    assert html.count('class="bar"') == 2
    assert html.count("Đếm từng gốc cây") == 3, "the newest under the bars, both in the table"
    assert "trước 7 điểm, cần đạt 0 điểm đến 31/12/2026" in html
    assert "5 triệu đồng" in html
    assert "không cộng vào nhau" in html
    assert "Hẻm vẫn sạch" in html
    assert "80 điểm theo Bảng điểm Dân vận khéo, bản 1" in html
    assert "1/QĐ" in html


def test_sentences_of_texts_stand_with_their_source_where_everybody_may_read_them(in_state, read, provincial_leader):
    practice = in_state()
    said = {"source_title": "Báo Cần Thơ", "source_url": "https://example.org/bai", "by": provincial_leader, "now": NOW}
    shown = actions.mention(practice, quote="Phường sơ kết mô hình hẻm sạch.", is_public=True, told_on=TODAY, **said)
    actions.mention(practice, quote="Câu chỉ để trong nhà.", **said)
    html = read(practice)
    assert "Phường sơ kết mô hình hẻm sạch." in html
    assert '<a href="https://example.org/bai"' in html
    assert "Câu chỉ để trong nhà." not in html
    actions.take_back_mention(shown, by=provincial_leader, now=NOW)
    assert "sơ kết mô hình" not in read(practice)


def test_voices_by_codes_of_the_board_and_of_the_owner_stand_apart(told, read):
    rows = re.findall(r'<tr><th scope="row"><span class="num">2026</span>, (.*?)</tr>', read(told), re.DOTALL)
    assert len(rows) == 2
    assert rows[0].startswith("ban giám sát phát")
    assert [re.findall(r">(\d)</td>", row) for row in rows] == [["1", "0", "0"], ["0", "0", "1"]]


def test_the_family_tells_what_was_changed_and_what_the_adopter_says(told, read, ground, outsider, provincial_specialist, drive):
    draft = actions.adopt(told, office=ground.other_front, by=outsider, now=NOW)
    written = form(draft.field, 9, changed="Ở đây chia theo tuyến kênh", title="Tuyến kênh không rác")
    actions.write(draft, written=written, by=outsider, now=NOW)
    actions.submit(draft, by=outsider, now=NOW)
    assert "Tuyến kênh" not in read(told), "what is not registered is nobody's copy yet"
    actions.register(draft, by=provincial_specialist, now=NOW)
    actions.judge_adoption(draft, worked=Worked.WORKED, text="Làm theo được, đổi giờ thu gom.", by=outsider, now=NOW)
    for page in (read(told), read(draft)):
        for said in (
            "2 mô hình cùng một gốc, ở 2 đơn vị",
            "Ở đây chia theo tuyến kênh",
            "Làm theo được, đổi giờ thu gom.",
            "Phường Cái Răng",
        ):
            assert said in page
    assert "Học từ: Hẻm 1 không rác" in read(told)


def test_life_is_said_in_plain_words_whatever_the_clock_has_done(in_state, read):
    table = {State.REGISTERED: "Đang hoạt động", State.LAPSED: "Không còn tin hoạt động", State.STOPPED: "Đã dừng"}
    made = {state: in_state(state, n) for n, state in enumerate(table)}
    for state, practice in made.items():
        assert life(practice, today=TODAY).text == table[state] or state == State.LAPSED
        assert life(practice, today=TODAY + timedelta(days=400)).text == (table[state] if state == State.STOPPED else table[State.LAPSED])
    assert "Hẻm đã mở rộng thành đường" in read(made[State.STOPPED])
    draft = in_state(State.DRAFT, 9)
    assert life(draft, today=TODAY).text == "Đang viết"


def test_questions_are_as_many_for_a_bare_model_as_for_a_full_one(told, in_state, read, committee_officer):
    def asked(practice):
        read(practice)
        with CaptureQueriesContext(connection) as queries:
            read(practice)
        return len(queries)

    before = asked(told)
    for days in range(3):
        note(told, committee_officer, days=0, text=f"Ghi chú thứ {days} của hẻm")
        actions.read_measure(told.aims.get(), value=Decimal(days), read_on=TODAY, by=committee_officer, now=at(0))
        Milestone.objects.create(practice=told, due=TODAY, what=f"Mốc {days}")
    assert asked(told) == before
