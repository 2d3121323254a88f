"""Finding: accents or not, unfinished words, one typing error, order, pages; and who sees what."""

import base64
from datetime import date
from types import SimpleNamespace
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gandan.core import search
from gandan.core.access import Anyone, Holding, Role
from gandan.core.search import index, words
from gandan.core.search.models import Lexeme, SearchDocument
from gandan.core.search.queries import BadCursor
from gandan.units.models import Unit
from tests.core.search.conftest import doc
from tests.people import make_unit


def titles(text, actor=None, **more):
    return [hit.title for hit in search.find(text, actor=actor or Anyone(), **more)]


@pytest.fixture
def country(fill):
    fill(
        doc("Phường Ninh Kiều", names=("Phường Xuân Khánh", "Phường An Hội"), body="thành phố Cần Thơ"),
        doc("Xã Hòa An"),
        doc("Xã Hoà Ân"),
        doc("Phường Hoa An"),
        doc("Đặc khu Phú Quốc"),
        doc("Đường làng An Phú", kind="note", body="Xã Hòa An làm đường"),
    )


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("ninh kieu", "Phường Ninh Kiều"),
        ("NINH KIỀU", "Phường Ninh Kiều"),
        ("xuân khánh", "Phường Ninh Kiều"),
        ("dac khu", "Đặc khu Phú Quốc"),
        ("phuong ninh ki", "Phường Ninh Kiều"),
        ("Ðặc khu", "Đặc khu Phú Quốc"),
        ("cần thơ", "Phường Ninh Kiều"),
        ("ninh kieuu", "Phường Ninh Kiều"),
        ("nihn kieu", "Phường Ninh Kiều"),
        ("phuowng ninh", "Phường Ninh Kiều"),
        ("phu quox", "Đặc khu Phú Quốc"),
    ],
)
def test_as_people_type(country, typed, first):
    assert titles(typed)[0] == first


@pytest.mark.parametrize("typed", ["xuân khánh", "xuan khanh", "Xuân Khánh"])
@pytest.mark.parametrize("order", [1, -1])
def test_words_in_the_order_typed_stand_first(fill, typed, order):
    fill(*[doc("Phường Xuân Khánh"), doc("Phường Khánh Xuân")][::order])
    assert titles(typed) == ["Phường Xuân Khánh", "Phường Khánh Xuân"]


def test_accents_that_were_typed_stand_first(country):
    assert titles("xã hoà an")[0] == "Xã Hòa An"
    assert titles("xã hoà ân")[0] == "Xã Hoà Ân"
    assert titles("hoa an")[0] == "Phường Hoa An"
    assert search.find("xã hòa an", actor=Anyone()).hits[0].exact


def test_a_title_stands_before_a_body(country):
    assert titles("xa hoa an")[-1] == "Đường làng An Phú"


def test_a_correction_is_told(country):
    assert search.find("ninh kieeu", actor=Anyone()).corrected == (("kieeu", ("kieu",)),)
    assert search.find("ninh kieu", actor=Anyone()).corrected == ()


def test_a_known_word_in_the_wrong_place_is_tried_as_error(country):
    assert titles("an khanh") == ["Phường Ninh Kiều"]
    assert titles("lang khanh") == []
    assert titles("ninh quoc") == []
    assert titles("phuong hoi kieu") == ["Phường Ninh Kiều"]


@pytest.mark.parametrize("typed", ["", "  ", "!!!", "zzzzzz", "'; DROP TABLE x; --", "zz & b | !c", ":*", "<->", "\\"])
def test_nothing_to_find(country, typed):
    assert titles(typed) == []


def test_kind_and_unit_narrow(fill):
    here = uuid4()
    fill(doc("Xã An", unit=here), doc("Xã An Phú"), doc("Xã An", kind="note", unit=here))
    assert titles("an", kind="unit", unit=here) == ["Xã An"]
    assert len(titles("an", unit=here)) == 2


def test_pages_hold_everything_once(fill):
    fill(*(doc(f"Xã An {n}", n, day=date(2026, 1, 1)) for n in range(1, 26)))
    seen, cursor = [], None
    while True:
        found = search.find("xa an", actor=Anyone(), limit=10, cursor=cursor)
        seen += [hit.id for hit in found]
        if not (cursor := found.next):
            break
    assert len(seen) == 25
    assert len(set(seen)) == 25


@pytest.mark.parametrize("cursor", ["x", "AAAA", "ngày", "MS4y", "=" * 9])
def test_a_foreign_cursor_is_refused(country, cursor):
    with pytest.raises(BadCursor):
        search.find("an", actor=Anyone(), cursor=cursor)


def test_the_number_of_queries_is_constant(fill, django_assert_num_queries):
    fill(doc("Xã An Một", 100))
    with django_assert_num_queries(1):
        assert len(search.find("an", actor=Anyone(), limit=50)) == 1
    search.put(*(doc(f"Xã An {n}", n) for n in range(30)))
    with django_assert_num_queries(1):
        assert len(search.find("an", actor=Anyone(), limit=50)) == 31


def test_what_is_not_public_is_asked_of_the_room(fill):
    shown, hidden = (make_unit(name, level="province", kind="Tỉnh", code=code) for name, code in (("Một", "91"), ("Hai", "92")))
    fill(
        doc("Ghi chú được xem", shown.pk, kind="note", permission="notes.read"),
        doc("Ghi chú giấu", hidden.pk, kind="note", permission="notes.read"),
        doc("Ghi chú không phải UUID", "không", kind="other", permission="notes.read"),
        doc("Ghi chú công khai", "7", kind="note"),
        visible=lambda actor: Unit.objects.filter(pk=shown.pk),
    )

    def actor(*holdings):
        return SimpleNamespace(key=f"user:{uuid4()}", holdings=holdings)

    officer = actor(Holding(Role.OFFICER, uuid4(), date(2026, 1, 1)))
    assert titles("ghi chu") == ["Ghi chú công khai"]
    assert set(titles("ghi chu", officer)) == {"Ghi chú được xem", "Ghi chú công khai"}
    assert set(titles("ghi chu", officer, kind="note")) == {"Ghi chú được xem", "Ghi chú công khai"}
    assert titles("ghi chu", officer, kind="other") == []
    assert titles("ghi chu", actor()) == ["Ghi chú công khai"]


def test_where_a_room_says_nothing_nobody_finds_what_is_not_public(fill):
    fill(doc("Ghi chú", uuid4(), kind="note", permission="notes.read"))
    assert titles("ghi chu", SimpleNamespace(key="user:x", holdings=(Holding(Role.ADMINISTRATOR, None, date(2026, 1, 1)),))) == []


def test_a_deed_changes_and_removes_its_document(country):
    search.put(doc("Phường Cái Khế", n="Xã Hòa An"))
    assert titles("cai khe") == ["Phường Cái Khế"]
    assert "Xã Hòa An" not in titles("hoa an")
    search.drop("unit", "Xã Hòa An")
    assert titles("cai khe") == []


def test_words_of_erased_documents_are_forgotten(country):
    search.put(doc("Nghiêng", kind="note", n=9))
    assert Lexeme.objects.filter(word="nghieng").exists()
    search.drop("note", 9)
    assert index.forget_words() == 1
    assert not Lexeme.objects.filter(word="nghieng").exists()


def test_a_new_index_has_no_old_documents(country, monkeypatch):
    from gandan.core.search import source

    monkeypatch.setattr(source, "_sources", {})
    assert search.reindex() == 0
    assert not SearchDocument.objects.exists()
    assert not Lexeme.objects.exists()


def test_a_kind_is_registered_once(country):
    with pytest.raises(ValueError, match="twice"):
        search.register(search.SearchSource("unit", "x", list))


@given(st.text(alphabet="abcdeghiklmnopqrstuvxy", min_size=3, max_size=12), st.data())
def test_one_error_is_always_near_and_found_by_its_variants(word, data):
    place = data.draw(st.integers(0, len(word) - 1))
    letter = data.draw(st.sampled_from("abchnt"))
    for wrong in (word[:place] + word[place + 1 :], word[:place] + letter + word[place:], word[:place] + letter + word[place + 1 :]):
        assert words.near(word, wrong)
        if words.correctable(wrong):
            assert set(words.variants(word)) & set(words.variants(wrong))


@pytest.mark.parametrize("score", ["9" * 30, "-" + "9" * 30])
def test_a_cursor_with_a_score_beyond_all_numbers_is_only_an_end(country, score):
    cursor = base64.urlsafe_b64encode(f"{score}.{'0' * 32}".encode()).decode()
    assert len(search.find("an", actor=Anyone(), limit=3, cursor=cursor)) == (3 if score[0] == "9" else 0)


def test_pages_of_the_looser_try_hold_everything_once(fill):
    fill(*(doc(f"Phường Ninh Kiều {n}", n) for n in range(1, 13)), doc("Xã Lang"))
    first = search.find("ninh lang kieu", actor=Anyone(), limit=5)
    assert first.hits == ()
    seen, cursor = [], None
    while True:
        found = search.find("ninh kie", actor=Anyone(), limit=5, cursor=cursor)
        seen += [hit.id for hit in found]
        if not (cursor := found.next):
            break
    assert sorted(seen) == sorted(str(n) for n in range(1, 13))


def test_pages_of_a_known_word_that_is_taken_for_a_beginning_go_on(fill):
    fill(*(doc(f"Phường Ninh Kiều {n}", n) for n in range(1, 13)), doc("Xã Kiê", "x"))
    seen, cursor = [], None
    while True:
        found = search.find("ninh kie", actor=Anyone(), limit=5, cursor=cursor)
        seen += [hit.id for hit in found]
        if not (cursor := found.next):
            break
    assert sorted(seen) == sorted(str(n) for n in range(1, 13))


def test_several_units_narrow(fill):
    here, there = uuid4(), uuid4()
    fill(doc("Xã An Một", 1, unit=here), doc("Xã An Hai", 2, unit=there), doc("Xã An Ba", 3))
    assert set(titles("xa an", within=[here, there])) == {"Xã An Một", "Xã An Hai"}
    assert titles("xa an", within=[]) == []


def test_of_all_that_a_slip_may_mean_what_stands_in_order_comes_first(fill):
    """ "duog" may be đường, được or dung: whoever types "den duog" means what stands beside "den"."""
    noise = [doc(f"Đến nơi thì mới được làm {n}", n, body="dung đến đâu được đến đó") for n in range(8)]
    fill(doc("Đèn đường hẻm 132 tắt", "lamp"), *noise)
    assert titles("den duog")[0] == titles("den duong")[0] == "Đèn đường hẻm 132 tắt"


def test_a_hit_says_whether_it_has_the_words_whole(country):
    def whole(text):
        return {hit.title: hit.whole for hit in search.find(text, actor=Anyone()).hits}

    assert whole("ninh kieu") == whole("NINH KIỀU") == {"Phường Ninh Kiều": True}
    assert whole("ninh kieuu") == whole("ninh ki") == {"Phường Ninh Kiều": False}


def test_what_matches_a_rooms_list_bears_how_well(fill):
    fill(doc("Đường đến đèn", 1, kind="note"), doc("Đèn đường", 2, kind="note"), doc("Việc khác", 3, kind="note", body="đèn ở cuối đường"))
    for typed in ("đèn đường", "den duong", "den duog"):
        assert search.matching(typed, kind="note").order_by("-score")[0].object_id == "2", typed
    assert list(search.matching("!!!", kind="note").values("score")) == []
