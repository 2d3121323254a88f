"""What is offered to an officer as "giống việc này", by a list written by hand: topic and place, never the street alone.

Each line: what somebody says and where, what somebody else said before and where, and whether an officer who reads both would think of
answering them together.
"""

from datetime import timedelta

import pytest

from gandan.opinions import actions
from gandan.opinions.queries.similar import FRESHLY, similar_to
from tests.opinions.people import answered, case_of, index_waiting, on, sender, speak
from tests.people import NOW, TODAY

KARAOKE = ("Quán nhậu mở loa kéo hát karaoke đến nửa đêm, con tôi không ôn thi được.", "đường 30 Tháng 4", "noise")
RUBBISH = ("Rác đổ tràn ra đầu hẻm ba ngày chưa ai lấy, ruồi nhặng đầy.", "hẻm 51 đường 3 Tháng 2", "waste")
LAMPS = ("Đèn đường hẻm 132 tắt ba tuần nay, đi học về tối rất nguy hiểm.", "hẻm 132 Nguyễn Trãi", "street-lighting")
TOGETHER = [
    (KARAOKE, ("Tối nào quán ăn cũng karaoke ồn ào tới 1 giờ sáng.", "đường 30 Tháng 4", "noise")),
    (KARAOKE, ("Loa kẹo kéo hát hò ầm ĩ, gọi hoài không ai tới.", "gần quán nhậu đường 30 Tháng 4", "other")),
    (RUBBISH, ("Xe rác bỏ qua hẻm này, bãi rác bốc mùi hôi.", "hẻm 51 đường 3 Tháng 2", "waste")),
    (RUBBISH, ("rac chat dong ba bua nay khong ai lay", "hem 51 duong 3 thang 2", "other")),
    (LAMPS, ("Bóng đèn cháy mấy tuần nay, tối thui.", "hẻm 132 Nguyễn Trãi", "street-lighting")),
    (LAMPS, ("Đèn đường hư, tối om, trẻ nhỏ đi học về sợ.", "đầu hẻm 132 đường Nguyễn Trãi", "other")),
]
APART = [
    (KARAOKE, ("Nhà đang xây lấn ra hẻm gần nửa mét, xe ba gác không vô được.", "đường 30 Tháng 4", "building-order")),
    (KARAOKE, ("Công trình đóng cọc từ 5 giờ sáng, ồn không ngủ được.", "cầu Cái Răng Bé", "noise")),
    (KARAOKE, ("Tôi bán vé số, muốn hỏi trợ cấp cho người chạy thận.", "đường 30 Tháng 4", "social-support")),
    (RUBBISH, ("Mưa là ngập tới đầu gối, nước đen tràn vô nhà.", "hẻm 51 đường 3 Tháng 2", "drainage")),
    (RUBBISH, ("Bờ kè rạch sạt một khúc mười mấy mét.", "hẻm 51 đường 3 Tháng 2", "irrigation")),
    (RUBBISH, ("Rác chất đống ở góc công viên, bốc mùi hôi.", "công viên Lưu Hữu Phước", "waste")),
    (LAMPS, ("Đèn đường tắt cả tuần, tối om.", "đường Trần Văn Hoài", "street-lighting")),
    (LAMPS, ("Bảng tên đường mất chữ, người lạ tìm nhà không ra.", "hẻm 132 Nguyễn Trãi", "culture-sport")),
    (LAMPS, ("Năm nay bình xét hộ nghèo không họp dân.", "hẻm 132 Nguyễn Trãi", "poor-households")),
]


def offered(ground, by, one, other) -> bool:
    (text, place, topic), (said, there, about) = one, other
    asked = case_of(speak(ground, text, place=place, topic=topic))
    before = case_of(speak(ground, said, place=there, topic=about))
    index_waiting()
    return before.pk in [found.pk for found, _score in similar_to(asked, by=by, today=TODAY)]


@pytest.mark.django_db
@pytest.mark.parametrize(("one", "other"), TOGETHER)
def test_what_belongs_together_is_offered(ground, committee_officer, one, other):
    assert offered(ground, committee_officer, one, other)


@pytest.mark.django_db
@pytest.mark.parametrize(("one", "other"), APART)
def test_what_only_shares_a_street_or_a_word_is_not(ground, committee_officer, one, other):
    assert not offered(ground, committee_officer, one, other)


@pytest.mark.django_db
def test_what_ended_long_ago_is_not_offered_whatever_it_says(ground, committee_officer):
    text, place, topic = LAMPS
    gone = speak(ground, text, place=place, topic=topic)
    actions.give_verdict(answered_and_done(gone, committee_officer), is_done=True, by=sender(gone), now=NOW)
    asked = case_of(speak(ground, text, place=place, topic=topic))
    index_waiting()
    lately, later = on(FRESHLY.days), TODAY + FRESHLY + timedelta(days=1)
    assert [found.pk for found, _score in similar_to(asked, by=committee_officer, today=lately)] == [case_of(gone).pk]
    assert similar_to(asked, by=committee_officer, today=later) == []


def answered_and_done(said, by):
    actions.report_done(answered(said, by), summary="Đã thay hai bóng đèn.", by=by, now=NOW)
    said.opinion.refresh_from_db()
    return said.opinion
