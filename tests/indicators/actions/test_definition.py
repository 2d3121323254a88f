"""Definitions: laid down, renamed from a day on, ended; what is never counted cannot be defined."""

from datetime import date, timedelta

import pytest

from gandan.core.access import Refusal
from gandan.core.events import Event
from gandan.core.search.models import SearchDocument
from gandan.indicators import actions
from gandan.indicators.adapters import refused_kind, refused_kinds, shipped
from gandan.indicators.enums import Refused
from gandan.indicators.models import Definition, Indicator
from tests.indicators.conftest import INSTALL, indicator, verbs
from tests.people import CAST, NOW, TODAY

pytestmark = pytest.mark.django_db
WELLS = {
    "code": "works.wells",
    "name": "Giếng nước được xây",
    "topic": "works",
    "measure": "count",
    "nature": "flow",
    "noun": "giếng",
    "source": "Kế hoạch 12-KH/BTGDVTU",
}


def define(by, **more):
    return actions.define_indicator(**{**WELLS, **more}, by=by, now=NOW)


def test_the_shipped_list_is_loaded_once():
    assert actions.load(by=INSTALL, now=NOW).added == len(shipped()[1]) >= 35
    assert (actions.load(by=INSTALL, now=NOW).added, Event.objects.filter(verb="indicators.loaded").count()) == (0, 1)
    rate = indicator("listening.petitions_solved_rate")
    assert (rate.numerator.code, rate.denominator.code) == ("listening.petitions_solved", "listening.petitions")
    assert Definition.objects.filter(source="Mặc định của Gần Dân", checked=False).count() == Indicator.objects.count()
    assert SearchDocument.objects.filter(kind="indicator").count() == Indicator.objects.count()


def test_a_changed_file_updates_what_no_office_changed(definitions, central_analyst):
    Indicator.objects.filter(code="care.gifts").update(name="Tên cũ", name_folded="ten cu")
    own = {"name": "Phần quà đã trao", "noun": "phần quà", "source": "Hướng dẫn", "first": TODAY}
    actions.redefine_indicator(indicator("care.rice"), **own, by=central_analyst, now=NOW)
    loaded = actions.load(by=INSTALL, now=NOW)
    assert (loaded.added, loaded.updated, loaded.kept) == (0, 1, ("care.rice",))
    assert (indicator("care.gifts").name, indicator("care.rice").name) == ("Suất quà đã trao", "Phần quà đã trao")


@pytest.mark.parametrize("who", CAST)
def test_who_lays_down_what_is_counted(place, cast, who):
    if who in {"provincial_specialist", "central_analyst", "administrator"}:
        assert define(cast[who]).code == "works.wells"
        assert verbs() == ["indicators.defined"]
    else:
        with pytest.raises(Refusal, match="chưa được giao quyền"):
            define(cast[who])


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"code": "Giếng"}, "chữ thường không dấu"),
        ({"code": "care.gifts"}, "đã có chỉ tiêu khác dùng"),
        ({"measure": "percent"}, "là tỷ lệ"),
        ({"name": " "}, "tên chỉ tiêu"),
        ({"noun": ""}, "đếm cái gì"),
        ({"source": ""}, "căn cứ"),
        ({"name": "SUẤT QUÀ đã trao"}, "Đã có chỉ tiêu tên này"),
    ],
)
def test_a_poor_definition_is_refused(definitions, central_analyst, more, said):
    with pytest.raises(Refusal, match=said):
        define(central_analyst, **more)


NEVER = {
    "posts": ["Tin, bài phản bác quan điểm sai trái", "Số thông tin xấu độc được gỡ bỏ", "tin bai phan bac"],
    "tension": ["Số vụ việc, điểm nóng đã giải quyết", "Địa bàn phức tạp", "Hot spot"],
    "mood": ["Tỷ lệ thu thập dư luận qua mạng xã hội", "Tâm trạng nhân dân", "Lượt chia sẻ", "Theo dõi bài viết trên facebook"],
    "gatherings": ["Số vụ tụ tập đông người", "Đoàn khiếu kiện đông người", "Biểu tình"],
    "belief": ["Số người theo đạo Công giáo", "Tín đồ Phật giáo Hòa Hảo", "Hộ theo đạo", "Chức sắc tôn giáo"],
    "origin": ["Hội viên là người dân tộc Khmer", "Hộ dân tộc thiểu số", "Thành phần dân tộc"],
    "politics": ["Người có thái độ chính trị chưa rõ", "Đối tượng chống đối", "Phần tử bất mãn"],
    "petitioners": ["Đơn tố cáo", "Người khiếu kiện", "Đối tượng khiếu nại"],
    "score": ["Chấm điểm công dân", "Điểm tín nhiệm của người dân", "Hộ dân gương mẫu"],
}
ALLOWED = [
    "Cuộc phản biện xã hội",
    "Người dự ngày hội đại đoàn kết toàn dân tộc",
    "Cuộc gặp mặt đồng bào dân tộc thiểu số",
    "Đơn khiếu nại đã trả lời",
    "Hộ được hỗ trợ nước sạch",
    "Thành viên tổ tiếp dân",
    "Điểm cầu trực tuyến",
    "Lượt người dự đối thoại",
]


@pytest.mark.parametrize(("kind", "name"), [(k, n) for k, names in NEVER.items() for n in names])
def test_what_is_never_counted_cannot_be_defined(definitions, central_analyst, kind, name):
    with pytest.raises(Refusal) as refused:
        define(central_analyst, name=name)
    assert refused.value.sentence == Refused(kind).label
    with pytest.raises(Refusal):  # nor hidden behind a plain name
        define(central_analyst, noun=name[:60])
    with pytest.raises(Refusal):
        define(central_analyst, explained=name)
    change = {"name": name, "noun": "x", "source": "y", "first": TODAY, "by": central_analyst, "now": NOW}
    with pytest.raises(Refusal):
        actions.redefine_indicator(indicator("care.gifts"), **change)


@pytest.mark.parametrize("name", ALLOWED)
def test_ordinary_work_is_counted(definitions, central_analyst, name):
    assert define(central_analyst, name=name).pk


def test_the_list_is_whole_and_nothing_shipped_is_on_it():
    assert {k.kind for k in refused_kinds()} == set(Refused)
    assert set(NEVER) == set(Refused)
    assert [i.code for i in shipped()[1] if refused_kind(i.code, i.name, i.noun, i.explained, *i.words)] == []


def test_another_name_from_a_day_on(definitions, central_analyst):
    thing = indicator("care.gifts")
    change = {"name": "Phần quà đã trao", "noun": "phần quà", "source": "Hướng dẫn 5", "by": central_analyst, "now": NOW}
    actions.redefine_indicator(thing, first=date(2027, 1, 1), **change)
    told = [(d.name, d.valid.lower, d.valid.upper) for d in thing.definitions.order_by("valid")]
    assert told == [("Suất quà đã trao", None, date(2027, 1, 1)), ("Phần quà đã trao", date(2027, 1, 1), None)]
    with pytest.raises(Refusal, match="có hiệu lực sau ngày 1/1/2027"):
        actions.redefine_indicator(thing, first=date(2027, 1, 1), **{**change, "name": "Khác"})
    assert verbs() == ["indicators.redefined"]


def test_ended_once(definitions, central_analyst):
    thing, change = indicator("care.gifts"), {"by": central_analyst, "now": NOW}
    with pytest.raises(Refusal, match="chưa tới"):
        actions.end_indicator(thing, last=TODAY + timedelta(days=1), **change)
    ended = actions.end_indicator(thing, last=TODAY, **change)
    assert ended.is_ended
    with pytest.raises(Refusal, match="đã ngừng rồi"):
        actions.end_indicator(ended, last=TODAY, **change)
    with pytest.raises(Refusal, match="không đổi định nghĩa"):
        actions.redefine_indicator(ended, name="A", noun="a", source="b", first=TODAY, **change)
    assert verbs() == ["indicators.ended"]
