"""Like cases: found by what is named, in other words too; a stranger learns no words, no complaint, nothing old, nothing from elsewhere."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gandan.core.access import SystemActor
from gandan.core.search.models import Lexeme, SearchDocument
from gandan.core.secrets import box
from gandan.opinions import actions
from gandan.opinions.calc import alike
from gandan.opinions.enums import Content
from gandan.opinions.queries import similar as alike_to
from gandan.opinions.queries.similar import RECENT
from gandan.units.models import Hamlet
from tests.opinions.people import answered, case_of, index_waiting, on, published, sender, speak
from tests.people import NOW, TODAY

OTHERS = (
    "Quán nhậu đầu tổ 17 mở loa kéo hát đến nửa đêm.",
    "Cống thoát nước trước chợ An Bình nghẹt, nước đen tràn ra đường.",
    "Rác chất đống ở góc công viên Lưu Hữu Phước, bốc mùi hôi.",
    "Chó thả rông đuổi người đi bộ ở bờ kè.",
    "Mặt đường Mậu Thân nhiều ổ gà, xe máy té ngã.",
    "Nước máy đục có mùi tanh ở khu dân cư Thới Nhựt.",
)
SAID_AGAIN = (
    ("Bóng điện trong hẻm 132 cháy hết, tối thui", 0),
    ("den chieu sang hem 132 nguyen trai khong sang", 0),
    ("Ban đêm hát karaoke ồn ào ở tổ 17, không ngủ được", 1),
    ("Miệng cống gần chợ An Bình bị tắc, nước thải chảy lênh láng", 2),
    ("Bãi rác tự phát sát công viên Lưu Hữu Phước hôi thối quá", 3),
    ("Ở bờ kè có đàn chó không rọ mõm chạy rông", 4),
    ("Đường Mậu Thân lồi lõm, ổ voi ổ gà đầy", 5),
    ("Khu Thới Nhựt nước sinh hoạt đục ngầu", 6),
)
NOT_THE_SAME = (
    "Xin hỏi thủ tục đăng ký kết hôn có yếu tố nước ngoài",
    "Đề nghị lắp thêm camera ở ngã tư Bốn Ông",
    "Trạm y tế thiếu thuốc huyết áp cho người cao tuổi",
    "Tôi muốn hỏi về học bổng cho con em",
    "Xin cảm ơn phường đã giúp đỡ gia đình tôi",
)


def similar(text: str, **given: object) -> list:
    """A moment after everything was said."""
    index_waiting()
    return alike_to.similar(text, **given)


def similar_to(case, **given: object) -> list:
    index_waiting()
    return alike_to.similar_to(case, **given)


@pytest.fixture
def said(ground, committee_officer):
    """Seven matters, each published in the words of who spoke."""
    from tests.opinions.people import LAMP

    made = [speak(ground, text, place="Khu phố 3") for text in (LAMP, *OTHERS)]
    for home, text in zip(made, (LAMP, *OTHERS), strict=True):
        case = answered(home, committee_officer)
        actions.publish(case, title=text[:60], question=text, answer="Đã cử người đến xem.", by=committee_officer, now=NOW)
    return made


@pytest.mark.django_db
@pytest.mark.parametrize(("text", "which"), SAID_AGAIN)
def test_the_same_thing_in_other_words_stands_first(ground, said, text, which):
    found = similar(text, unit=ground.commune, today=TODAY)
    assert found, text
    assert found[0].case == case_of(said[which]).pk


@pytest.mark.django_db
@pytest.mark.parametrize("text", NOT_THE_SAME)
def test_another_thing_is_like_none_of_them(ground, said, text):
    assert similar(text, unit=ground.commune, today=TODAY) == []


@pytest.mark.django_db
def test_no_word_of_what_is_not_published_is_compared(ground):
    """By topic alone: words that stand in it and words that do not give the same answer."""
    speak(ground, "Quán karaoke Hoàng Long ở đầu hẻm mở nhạc ầm ĩ tới 2 giờ sáng.", place="hẻm 51", topic="noise")
    there, elsewhere = (similar(text, unit=ground.commune, today=TODAY) for text in ("Hoàng Long", "Minh Châu"))
    assert there == elsewhere == []
    of_topic = [similar(text, unit=ground.commune, today=TODAY) for text in ("karaoke Hoàng Long", "karaoke Minh Châu")]
    assert of_topic[0] == of_topic[1]


@pytest.mark.django_db
def test_of_another_hamlet_is_not_offered(ground):
    speak(ground, hamlet=ground.hamlet)
    text = "đèn đường tắt"
    assert len(similar(text, unit=ground.commune, hamlet=ground.hamlet, today=TODAY)) == 1
    assert similar(text, unit=ground.commune, hamlet=Hamlet(unit=ground.commune), today=TODAY) == []


@pytest.mark.django_db
def test_a_handle_names_the_case_for_a_while_and_says_nothing(ground):
    case = case_of(speak(ground))
    handle = alike_to.handle_of(case.pk)
    assert str(case.pk) not in handle
    assert alike_to.case_named(handle) == case
    assert alike_to.case_named(handle[:-4] + "AAA=") is None
    assert alike_to.case_named("không phải") is None
    assert alike_to.case_of_handle(box().encrypt_at_time(f"opinions.similar:{case.pk}".encode(), 0).decode()) is None


@pytest.mark.django_db
def test_a_stranger_learns_what_counts_say_and_no_word(ground):
    speak(ground)
    found = similar("đèn hẻm 132 Nguyễn Trãi tắt", unit=ground.commune, today=TODAY)[0]
    assert (found.title, found.number, found.url) == ("", "", "")
    assert (found.topic, found.people, found.day, found.may_join) == ("street-lighting", 1, TODAY, True)
    assert "132" not in repr(found)


@pytest.mark.django_db
def test_published_it_has_its_title(ground, committee_officer):
    case = published(speak(ground), committee_officer)
    found = similar("đèn hẻm 132 Nguyễn Trãi tắt", unit=ground.commune, today=TODAY)[0]
    assert (found.title, found.number, case.number in found.url) == ("Đèn đường hẻm 132 Nguyễn Trãi", case.number, True)


@pytest.mark.django_db
def test_a_complaint_is_offered_to_no_stranger(ground, committee_officer):
    said = speak(ground)
    actions.classify(case_of(said), content=Content.COMPLAINT, topic="street-lighting", by=committee_officer, now=NOW)
    assert similar("đèn hẻm 132 Nguyễn Trãi tắt", unit=ground.commune, today=TODAY) == []


@pytest.mark.django_db
def test_nothing_old_withdrawn_or_from_elsewhere(ground):
    said, text = speak(ground), "đèn hẻm 132 Nguyễn Trãi tắt"
    assert similar(text, unit=ground.other, today=TODAY) == []
    assert len(similar(text, unit=ground.commune, today=on(RECENT.days + 30))) == 1, "in work it is never too old"
    actions.withdraw(said.opinion, by=sender(said), now=NOW)
    assert similar(text, unit=ground.commune, today=TODAY) == []


@pytest.mark.django_db
def test_what_ended_lately_is_told_and_what_ended_long_ago_is_not(ground, committee_officer):
    said = speak(ground)
    published(said, committee_officer)
    actions.give_verdict(said.opinion, is_done=True, by=sender(said), now=NOW)
    found = similar("đèn hẻm 132 Nguyễn Trãi tắt", unit=ground.commune, today=TODAY)
    assert [(one.state, one.may_join) for one in found] == [("confirmed", False)]
    assert similar("đèn hẻm 132 Nguyễn Trãi tắt", unit=ground.commune, today=TODAY + RECENT + timedelta(days=1)) == []


@pytest.mark.django_db
def test_nobody_is_looked_for(ground):
    speak(ground, "Ông Trần Văn Bảy nói loa phát thanh quá lớn lúc năm giờ sáng ở khóm 2.")
    assert similar("Ông Trần Văn Bảy", unit=ground.commune, today=TODAY) == []


@pytest.mark.django_db
def test_a_denunciation_is_like_nothing(ground):
    text = "Tôi tố cáo chủ tịch nhận tiền của nhà thầu làm đường Mậu Thân."
    speak(ground, text, marked=True)
    assert similar(text, unit=ground.commune, today=TODAY) == []


@pytest.mark.django_db
def test_the_asked_text_is_kept_nowhere(ground, said):
    before = (SearchDocument.objects.count(), Lexeme.objects.count())
    with CaptureQueriesContext(connection) as seen:
        alike_to.similar("Xylophon ở quảng trường kêu suốt đêm", unit=ground.commune, today=TODAY)
    assert (SearchDocument.objects.count(), Lexeme.objects.count()) == before
    assert not [q for q in seen.captured_queries if not q["sql"].lstrip().upper().startswith("SELECT")]


@pytest.mark.django_db
def test_as_many_questions_for_many_as_for_one(ground, django_assert_max_num_queries):
    def asked() -> int:
        index_waiting()
        with CaptureQueriesContext(connection) as seen:
            assert similar("đèn đường hẻm 132 tắt", unit=ground.commune, today=TODAY, most=30)
        return len(seen)

    speak(ground)
    few = asked()
    for n in range(20):
        speak(ground, f"Đèn đường hẻm 132 nhà thứ {n} tắt từ lâu.")
    assert asked() == few


@pytest.mark.django_db
def test_an_officer_is_shown_cases_that_the_officer_reads(ground, committee_officer, front_officer):
    one, two = speak(ground), speak(ground, "Bóng điện hẻm 132 Nguyễn Trãi cháy, trẻ con sợ.")
    speak(ground, OTHERS[0], place="Tổ 17")
    case = case_of(one)
    assert [found.pk for found, _score in similar_to(case, by=committee_officer, today=TODAY)] == [case_of(two).pk]
    assert similar_to(case, by=front_officer, today=TODAY) == []
    assert similar_to(case, by=SystemActor("clock"), today=TODAY) == []


def test_a_thing_is_one_concept_however_it_is_called():
    lamp, bulb = (alike.concepts(text)[0] for text in ("đèn đường", "bóng điện"))
    assert lamp == bulb
    assert [c.ways for c in alike.concepts("kính gửi quý cơ quan")] == []


def test_one_shared_word_is_not_alike():
    asked = alike.concepts("ghế đá mới")
    assert alike.scores(asked, [[c.weight == alike.WORD for c in asked][:1] + [False] * (len(asked) - 1)]) == [0.0]
