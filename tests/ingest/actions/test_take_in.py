"""Taking a text in: read, kept with what it proposes, once."""

import pytest
from django.core.files.base import ContentFile

from gandan.core import events
from gandan.core.access import Refusal
from gandan.ingest import actions, queries
from gandan.ingest.enums import RecordKind
from gandan.ingest.models import ProposedRecord, Source
from tests.ingest.desk import INSPECTION, NOW, TOLD_AGAIN, take

PAGE = "<html><body><nav>Trang chủ</nav><article><h1>{0}</h1>{1}</article><footer>Lượt xem: 89</footer></body></html>"


def test_the_text_and_every_record_are_kept_with_their_sentences(source):
    assert source.title == "Quận Ninh Kiều: kiểm tra công tác dân vận"
    assert source.published.isoformat() == "2024-06-18"
    for row in source.records.all():
        assert row.quote
        assert source.text[row.start :].startswith(row.quote)
        assert row.is_bound
    assert events.of(source).verbs() == ["ingest.source_taken_in"]
    facts = events.of(source).get().facts
    assert facts["records"] == source.records.count()


def test_the_same_words_are_recognised(source, ward, officer):
    again = actions.take_in_text(text=INSPECTION, unit=ward, by=officer, now=NOW)
    assert again.known
    assert again.source == source
    assert Source.objects.count() == 1
    assert events.of(source).count() == 1


@pytest.mark.parametrize(
    "text",
    [
        INSPECTION.replace("\n\n", "\n"),
        "Trang chủ » Tin tức\n" + INSPECTION + "\nChia sẻ\nTin khác\nLịch cúp điện tuần tới\nLượt xem: 1.204\n",
        INSPECTION.replace("Ủy", "Uỷ").replace("Đ", "Ð"),
    ],
    ids=["line breaks", "page furniture", "spelling"],
)
def test_the_same_article_with_other_furniture_is_recognised(source, ward, officer, text):
    assert actions.take_in_text(text=text, unit=ward, by=officer, now=NOW).source == source


def test_another_office_takes_it_in_for_itself(source, ward, colleague):
    other = actions.take_in_text(text=INSPECTION, unit=ward, by=colleague, now=NOW)
    assert not other.known
    assert other.source.office_id != source.office_id


def test_a_file_is_read_by_its_content(ward, officer):
    taken = actions.take_in_file(upload=ContentFile(INSPECTION.encode(), name="bài.doc"), unit=ward, by=officer, now=NOW)
    assert taken.source.records.filter(kind=RecordKind.DOCUMENT).count() == 1


def test_what_a_person_says_of_it_goes_before_what_it_says(ward, officer):
    source = take(TOLD_AGAIN, ward, officer, title="Tên khác", url="https://baocantho.example/1")
    assert (source.title, source.url, source.publisher) == ("Tên khác", "https://baocantho.example/1", "Báo Cần Thơ")


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"text": "  "}, "không có chữ nào"),
        ({"text": "123 456"}, "không có chữ nào"),
        ({"url": "javascript:alert(1)"}, "bắt đầu bằng http"),
    ],
)
def test_refusals(ward, officer, more, sentence):
    with pytest.raises(Refusal, match=sentence):
        actions.take_in_text(**({"text": INSPECTION, "unit": ward, "by": officer, "now": NOW} | more))
    assert not Source.objects.exists()


def test_only_at_ones_own_desk(ward, stranger):
    with pytest.raises(Refusal, match="chưa được giao quyền"):
        actions.take_in_text(text=INSPECTION, unit=ward, by=stranger, now=NOW)


def test_who_sees_it(source, officer, leader, colleague, stranger):
    seen = {name: queries.visible_to(who).filter(pk=source.pk).exists() for name, who in locals().items() if name != "source"}
    assert seen == {"officer": True, "leader": True, "colleague": False, "stranger": False}


def test_whether_it_was_published_cannot_change_under_accepted_records(source, officer):
    said = {"title": "T", "publisher": "P", "url": "", "published": source.published}
    changed = actions.describe(source, **said, is_public=False, by=officer, now=NOW)
    assert (changed.title, changed.is_public) == ("T", False)
    actions.accept(source.records.get(kind="activity"), by=officer, now=NOW)
    with pytest.raises(Refusal, match="không đổi giữa"):
        actions.describe(source, **said, is_public=True, by=officer, now=NOW)


def test_what_an_internal_text_says_stays_internal(ward, officer):
    source = take(INSPECTION, ward, officer, is_public=False)
    actions.accept_all(source, by=officer, now=NOW)
    from gandan.activities.models import Activity
    from gandan.directives.models import Document
    from gandan.indicators.models import Statement

    assert not any(model.objects.filter(is_public=True).exists() for model in (Activity, Document, Statement))


def test_a_list_asks_as_often_for_thirty_as_for_one(ward, officer, django_assert_num_queries):
    def shown():
        rows = list(queries.visible_to(officer))
        return rows, queries.tallies([row.pk for row in rows])

    take(INSPECTION, ward, officer)
    with django_assert_num_queries(2):
        shown()
    for n in range(30):
        take(f"Ngày {n % 27 + 1}/6/2024, phường Xuân Khánh họp dân lần {n}.", ward, officer)
    with django_assert_num_queries(2):
        rows, tallies = shown()
    assert len(rows) == 31
    assert tallies[rows[-1].pk].waiting == ProposedRecord.objects.filter(source=rows[-1]).count()
