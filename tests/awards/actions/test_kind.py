"""What may be given: shipped kinds, their names and issuers through time, their conditions with source; nothing claims to be law."""

from datetime import date

import pytest

from gandan.awards import actions, adapters, queries
from gandan.awards.models import AwardKind
from gandan.core import events
from gandan.core.access import Refusal
from gandan.core.events import Event
from tests.awards.conftest import INSTALL
from tests.people import NOW, TODAY

pytestmark = pytest.mark.django_db
NEW = {"code": "giay_khen.hoi", "form": "commendation", "level": "province", "name": "Giấy khen của Hội", "issuer": "Hội Phụ nữ"}


def test_the_medal_s_issuer_was_renamed(medal):
    assert medal.once_a_person
    assert not medal.to_collectives
    for day, issuer in (
        (date(1950, 1, 1), "Ban Dân vận Trung ương"),  # before any name that is known: the nearest one after it
        (date(2022, 10, 15), "Ban Dân vận Trung ương"),
        (date(2025, 1, 31), "Ban Dân vận Trung ương"),
        (date(2025, 2, 1), "Ban Tuyên giáo và Dân vận Trung ương"),
        (TODAY, "Ban Tuyên giáo và Dân vận Trung ương"),
    ):
        named = queries.name_on(medal, on=day)
        assert (named.issuer, named.checked) == (issuer, False)
        assert "chưa đối chiếu" not in named.source, "pages say it beside the source"


def test_every_shipped_condition_says_its_source_and_that_nobody_read_it(ground):
    kinds = queries.kinds(on=TODAY)
    assert len(kinds) == len(adapters.shipped()) >= 6
    for kind in kinds:
        told = queries.eligibility(kind, on=TODAY)
        assert told.source
        assert not told.checked
        assert "chưa đối chiếu" not in told.source
        assert kind.origin == "file"
    assert {k.form for k in kinds} == {"medal", "merit", "commendation", "title"}


def test_a_second_load_changes_nothing_and_what_was_changed_here_stays(ground, medal, provincial_specialist):
    before = Event.objects.count()
    assert actions.load_kinds(by=INSTALL, now=NOW) == 0
    assert Event.objects.count() == before
    actions.set_eligibility(medal, years=20, source="Quy chế 2026", from_day=TODAY, by=provincial_specialist, now=NOW)
    AwardKind.objects.filter(code="merit.centre").update(order=99, to_collectives=False)
    assert actions.load_kinds(by=INSTALL, now=NOW) == 1, "a shipped kind is brought up to date"
    assert queries.eligibility(medal, on=TODAY).years == 20
    assert AwardKind.objects.get(code="merit.centre").to_collectives


def test_a_version_holds_from_its_day(medal, provincial_specialist):
    run = {"by": provincial_specialist, "now": NOW}
    made = actions.set_eligibility(medal, years=20, years_head=12, source="Quy chế 12", checked=True, from_day=date(2026, 1, 1), **run)
    assert queries.eligibility(medal, on=date(2025, 12, 31)).years == 15
    assert queries.eligibility(medal, on=date(2026, 1, 1)) == made
    assert events.of(medal).order_by("seq").last().verb == "awards.eligibility_set"
    faults = [
        ({"source": " "}, "nguồn"),
        ({"years": 0}, "từ 1 đến"),
        ({"years": 10, "years_head": 12}, "không dài hơn"),
        ({"deadline_month": 10}, "cả ngày và tháng"),
        ({"deadline_month": 2, "deadline_day": 30}, "Không có ngày này"),
        ({"from_day": date(2026, 1, 1)}, "sau điều kiện đang có"),
        ({"others": "x" * 1001}, "1000"),
    ]
    for change, words in faults:
        with pytest.raises(Refusal, match=words):
            actions.set_eligibility(medal, **{"years": 15, "source": "Quy chế", "from_day": TODAY, **change}, **run)


def test_another_name_leaves_what_was_given_under_the_old_one(medal, provincial_specialist, outsider):
    said = {"name": "Kỷ niệm chương “Vì sự nghiệp Tuyên giáo và Dân vận”", "issuer": "Ban Tuyên giáo và Dân vận Trung ương"}
    with pytest.raises(Refusal, match="chưa được giao quyền"):
        actions.rename_kind(medal, **said, from_day=TODAY, by=outsider, now=NOW)
    for change, words in (
        ({"from_day": date(2025, 1, 1)}, "sau tên đang dùng"),
        ({"checked": True}, "văn bản đã đối chiếu"),
        ({"name": ""}, "tên"),
    ):
        with pytest.raises(Refusal, match=words):
            actions.rename_kind(medal, **{**said, "from_day": TODAY, **change}, by=provincial_specialist, now=NOW)
    actions.rename_kind(medal, **said, from_day=TODAY, source="Quy chế mới", by=provincial_specialist, now=NOW)
    assert queries.name_on(medal, on=date(2025, 6, 1)).name == "Kỷ niệm chương “Vì sự nghiệp Dân vận”"
    assert str(AwardKind.objects.get(pk=medal.pk)) == said["name"]
    assert events.of(medal).order_by("seq").last().verb == "awards.kind_renamed"


def test_a_kind_is_laid_down_and_ended(ground, provincial_specialist, house):
    run = {"by": provincial_specialist, "now": NOW}
    for change, words in (
        ({"code": "Giấy khen"}, "chữ thường"),
        ({"code": "medal.dan_van"}, "Mã này đã có"),
        ({"to_persons": False, "to_collectives": False}, "cá nhân, tập thể"),
        ({"to_persons": False, "once_a_person": True}, "mỗi người|Mỗi người"),
        ({"issuer": ""}, "cơ quan tặng"),
    ):
        with pytest.raises(Refusal, match=words):
            actions.define_kind(**{**NEW, **change}, **run)
    kind = actions.define_kind(**NEW, **run)
    assert events.of(kind).get().verb == "awards.kind_defined"
    house.kinds[kind.code] = kind
    call = house.plan(kind.code)
    with pytest.raises(Refusal, match="chưa ghi điều kiện"):
        actions.open_call(call, by=house.board, now=NOW)
    with pytest.raises(Refusal, match="Đang có 1 đợt"):
        actions.end_kind(kind, **run)
    actions.cancel_call(call, reason="Không xét hình thức này.", by=house.board, now=NOW)
    ended = actions.end_kind(kind, **run)
    assert ended.ended_on == TODAY
    assert kind.code not in {k.code for k in queries.kinds(on=TODAY)}
    with pytest.raises(Refusal, match="thôi dùng"):
        actions.end_kind(kind, **run)
    house.kinds[kind.code] = ended
    with pytest.raises(Refusal, match="thôi dùng"):
        house.plan(kind.code)
