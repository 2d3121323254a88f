"""How alike two forms are, and which movement a form is."""

from hypothesis import given
from hypothesis import strategies as st

from gandan.movement.calc import alike, movements
from gandan.movement.calc.alike import ENOUGH, Form, compare

ONE = Form(
    "Tổ phụ nữ thu gom rác bằng xe đẩy ở ấp Tân Hoà",
    "Rác vứt xuống kênh, xe rác không vào được hẻm nhỏ.",
    "Chị em chia ca mỗi sáng thứ bảy đi xe đẩy vào từng hẻm lấy rác đã phân loại. Tiền ve chai góp quỹ học bổng.",
    "12 hẻm không còn điểm rác tồn đọng.",
)
SWAPPED = Form(
    "Tổ phụ nữ thu gom rác bằng xe đẩy ở khu phố 7",
    "Xe rác không vào được hẻm nhỏ, rác vứt xuống rạch.",
    "Tiền bán phế liệu góp quỹ khuyến học. Mỗi sáng thứ bảy chị em chia ca đi xe đẩy vào từng hẻm gom rác đã phân loại.",
    "Không còn điểm rác tồn đọng ở 20 hẻm.",
)
OTHER = Form(
    "Camera đầu hẻm",
    "Người nơi khác tới bỏ rác bừa bãi ban đêm.",
    "Góp tiền gắn camera ở đầu hẻm, hình ảnh chuyển công an lập biên bản xử phạt.",
    "Số lần vứt rác giảm.",
)


def test_swapped_places_synonyms_and_turned_sentences_stay_alike():
    found = compare(ONE, SWAPPED)
    assert found.score > 0.7
    assert found.named[0] == "way"


def test_one_problem_with_another_way_is_not_alike():
    assert compare(ONE, OTHER).score < ENOUGH


def test_what_is_shared_stands_in_the_first_text():
    everything = " ".join((ONE.title, ONE.problem, ONE.way, ONE.output))
    found = compare(ONE, SWAPPED).shared
    assert found
    assert all(piece in everything for piece in found)


def test_nothing_is_like_nothing():
    assert compare(Form(), Form()).score == 0
    assert compare(ONE, Form()).score == 0


WORDS = st.lists(st.sampled_from("rác kênh heo đất vốn dê hẻm đèn bơi ao cháo tang ranh đo ký đổi".split()), max_size=30).map(" ".join)
FORMS = st.builds(Form, title=WORDS, problem=WORDS, way=WORDS, output=WORDS)


@given(FORMS, FORMS)
def test_likeness_goes_both_ways_and_stays_between_nought_and_one(one, other):
    there, back = compare(one, other).score, compare(other, one).score
    assert there == back
    assert 0 <= there <= 1


@given(FORMS)
def test_a_form_is_wholly_like_itself_once_it_says_enough(form):
    whole = sum(form.whole.values())
    assert (
        compare(form, form).score > 0.99
        or whole < alike.FLOOR
        or any(sum(t.weight for t in part.values()) < alike.FLOOR for part in form.parts.values())
    )


def test_a_movement_under_its_own_words_is_found_whatever_it_is_called():
    form = Form(
        "Tổ phụ nữ sạch ba nơi",
        "",
        "Mỗi gia đình giữ sạch nhà, sạch bếp, sạch ngõ; không đói nghèo, không bạo lực gia đình, không vi phạm pháp luật và tệ nạn.",
        "",
    )
    movement, how = movements.nearest(form)[0]
    assert movement.code == "nam-khong-ba-sach"
    assert how.score >= movements.ENOUGH


def test_who_carries_out_a_movement_with_a_way_of_its_own_is_let_be():
    form = Form(
        "Bếp sạch",
        "Hưởng ứng gia đình 5 không 3 sạch, 70 nhà còn bếp củi giữa nhà, khói làm trẻ ho.",
        "Ba thợ học đúc bếp đất có ống khói trong hai ngày rồi dạy lại. Nhà nào chuẩn bị đất sét, rơm, đá thì tổ đến đúc trong một buổi. "
        "Lượng củi mỗi tuần trước và sau khi đổi ghi vào bảng treo ở nhà văn hóa. Ai đổi xong góp một buổi công cho nhà kế.",
        "70 bếp mới, lượng củi giảm 40%.",
    )
    assert movements.nearest(form)[0][1].score < movements.ENOUGH


def test_every_movement_is_found_by_each_of_its_names():
    for movement in movements.movements():
        for name in movement.names:
            found = movements.named(" ".join(name))
            assert found is not None
            assert movements.compare(Form(title=" ".join(name)), movement).parts["title"] == 1.0
    assert movements.named("phong trào không có thật nào cả") is None
    assert len({m.code for m in movements.movements()}) == len(movements.movements())
