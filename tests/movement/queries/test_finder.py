"""A problem in own words finds who dealt with it: accents or not, a typing error, other words; and the proved one first."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gandan.appraisals.enums import Level
from gandan.core import search
from gandan.core.access import Anyone, SystemActor
from gandan.core.search import words
from gandan.movement import actions, index
from gandan.movement.enums import Result, State
from gandan.movement.models import FinderEntry, FinderTerm, Practice, Review
from gandan.movement.queries import finder
from gandan.movement.queries.proved import Proof
from tests.movement.ground import at, brought, form
from tests.people import NOW, TODAY

SAID = {
    "heo": (
        "Nuôi heo đất tiếp bước đến trường",
        "Học sinh nhà khó khăn có nguy cơ bỏ học.",
        "Mỗi hội viên nuôi một con heo đất, ngày 8/3 cùng đập heo trao tận tay các em.",
    ),
    "ao": (
        "Ao làng thành bể dạy bơi",
        "Trẻ đuối nước mà xã không có hồ bơi.",
        "Cựu chiến binh đóng cọc, căng lưới vây góc ao, dạy bơi miễn phí mỗi hè.",
    ),
    "hien": (
        "Lùi hàng rào, rộng lối đi",
        "Hẻm hẹp, xe chữa cháy không vào được.",
        "Đảng viên dời hàng rào trước, bà con góp ngày công đổ bê tông.",
    ),
    "cafe": ("Cà phê sáng với dân", "Bà con ngại lên phường góp ý.", "Bí thư ngồi quán cà phê nghe bà con nói, ghi từng việc vào sổ."),
}


@pytest.fixture
def models(begun, committee_officer, front_officer) -> dict[str, Practice]:
    made = {}
    for n, (key, (title, problem, way)) in enumerate(SAID.items()):
        practice = begun(n, title=title, problem=problem, way=way, output="Biên bản hằng tháng.", aim="Đạt mục tiêu.", audience="Mọi người")
        made[key] = brought(practice, State.REGISTERED, owner=committee_officer, registrar=front_officer)
    return made


def first(words: str) -> str | None:
    found = finder.find(words, actor=Anyone(), today=TODAY)
    return found[0].practice.title if found else None


def test_own_words_without_accents_with_an_error_and_by_other_words(models):
    asked = {
        "heo": ("các cháu nghỉ học giữa chừng", "hoc sinh ngheo bo hoc", "nuôi lợn đất", "tiết kiệm bỏ ống giúp học sinh"),
        "ao": ("trẻ em hay bị đuối nước", "duoi nuoc", "day boi cho tre", "dạy bơii", "đuốii nước"),
        "hien": ("xe cứu hỏa không vào được hẻm", "hem nho xe chua chay khong vao duoc", "ngõ chật", "hien dat mo hem"),
        "cafe": ("dân ngại góp ý", "ca phe voi dan", "nghe dân nói"),
    }
    for key, questions in asked.items():
        for question in questions:
            assert first(question) == SAID[key][0], question
    assert first("xử lý nước thải mỏ than") is None
    assert first("bơi, áo") is None, "with accents áo is no ao; one word alone says nothing"
    assert first("bơi, ao") == first("boi, ao") == SAID["ao"][0]
    assert first("trẻ em bị bạo hành") is None, "what nearly every form names answers nothing where something else was asked for"
    assert first("các em nhỏ") == SAID["heo"][0], "unless nothing else was"
    for nothing in ("", "của và là", "?!…", "\x00"):
        assert first(nothing) is None


def test_it_says_why(models):
    answer = finder.ask("duoi nuooc o ao", actor=Anyone(), today=TODAY)
    found = answer.items[0]
    assert answer.corrected == (("nuooc", "nuoc"),)
    assert answer.things == ("đuối nước",)
    assert found.said == {"title": ("Ao", "dạy bơi"), "problem": ("đuối nước",)}, "the model's own words"
    assert (found.parts, found.named) == (("title", "problem"), ("Ao", "dạy bơi", "đuối nước"))
    other = finder.ask("lợn đất giúp các cháu nghỉ học giữa chừng", actor=Anyone(), today=TODAY).items[0]
    assert other.said["title"] == ("Nuôi heo đất",)
    assert other.said["problem"] == ("Học sinh", "nguy cơ bỏ học"), "what was meant, in the words of the text"
    assert found.place == "Phường Ninh Kiều"
    assert 0 < found.match <= 1
    assert found.proof == Proof(effective=None, level=None, copies=0, alive=True)


def test_only_what_is_no_word_is_taken_for_another_and_only_where_one_is_meant(models):
    """Also well-spelled words that nobody wrote, and words of other languages that lie near two others."""
    for typed in ("xịt muỗi trong hẻm", "bình xịt", "ao nướt", "hẻm hẹt", "wifi cho hẻm", "duoi nuot"):
        assert finder.ask(typed, actor=Anyone(), today=TODAY).corrected == (), typed
    for typed, word in (("dạy bơii", "boi"), ("đuối nuooc", "nuoc"), ("hocj sinh", "hoc"), ("nuôi heeo đất", "heo")):
        answer = finder.ask(typed, actor=Anyone(), today=TODAY)
        assert [taken for _typed, taken in answer.corrected] == [word], typed
        assert word in answer.read.split()
        assert finder.ask(typed, actor=Anyone(), today=TODAY, as_typed=True).corrected == ()
    FinderTerm.objects.create(term="zzap", practices=2, variants=words.variants("zzap"))
    FinderTerm.objects.create(term="zzat", practices=1, variants=words.variants("zzat"))
    assert finder.ask("zzar hẻm", actor=Anyone(), today=TODAY).corrected == (), "two lie as near, one hardly commoner: a guess"
    FinderTerm.objects.filter(term="zzap").update(practices=3)
    assert finder.ask("zzar hẻm", actor=Anyone(), today=TODAY).corrected == (("zzar", "zzap"),)


def test_a_text_that_holds_the_question_hides_no_other_and_places_ask_for_nothing(models, begun, committee_officer, front_officer):
    question = "Trẻ bờ sông tắm kênh hay bị đuối nước"
    copied = begun(9, title="Rào bến sông", problem=question, way="Cắm cọc.", output="Biên bản.", aim="Đạt.", audience="Mọi người")
    copied = brought(copied, State.REGISTERED, owner=committee_officer, registrar=front_officer)
    found = [f.practice for f in finder.find(question, actor=Anyone(), today=TODAY)]
    assert found[0] == copied
    assert models["ao"] in found
    asked = finder.read("Phụ nữ xã Trường Long đuối nước").terms
    assert not {"truong", "long", "truong_long"} & set(asked)
    assert "=phu_nu" in asked, "what stands beside the place is asked for"
    for typed, thing in (
        ("Nhóm Zalo hẻm tối", "=nhom_zalo"),
        ("Mua Bảo hiểm Y tế", "=bao_hiem_y_te"),
        ("Camera An Ninh trong hẻm", "=camera"),
    ):
        assert thing in finder.read(typed).terms, typed


def test_among_some_rows_the_nearest_of_these_is_found(models):
    only = Practice.objects.filter(pk=models["hien"].pk)
    answer = finder.ask("góp ý, bỏ học, đuối nước, hẻm hẹp", actor=Anyone(), today=TODAY, among=only)
    assert [f.practice for f in answer.items] == [models["hien"]]
    assert finder.matching("đuối nước", Practice.objects.all()) == [models["ao"].pk]
    assert finder.matching("đuối nước", only) == []


def test_of_two_that_name_as_much_the_proved_one_stands_first(models, begun, committee_officer, front_officer, ground):
    title, problem, way = SAID["ao"]
    older = models["ao"]
    newer = begun(9, title=title, problem=problem, way=way, output="Biên bản hằng tháng.", aim="Đạt mục tiêu.", audience="Mọi người")
    newer = brought(newer, State.REGISTERED, owner=committee_officer, registrar=front_officer)
    Review.objects.create(
        practice=older, office=ground.front, year=2026, result=Result.EFFECTIVE, reason="Trẻ biết bơi", given_on=TODAY, given_at=NOW
    )
    found = finder.find("trẻ đuối nước", actor=Anyone(), today=TODAY)
    assert [f.practice for f in found] == [older, newer]
    assert found[0].proof.effective == 2026
    Review.objects.create(
        practice=older, office=ground.front, year=2026, result=Result.FORMAL, reason="Không còn lớp", given_on=TODAY, given_at=at(1)
    )
    Review.objects.create(
        practice=newer, office=ground.front, year=2026, result=Result.EFFECTIVE, reason="Trẻ biết bơi", given_on=TODAY, given_at=NOW
    )
    assert finder.find("trẻ đuối nước", actor=Anyone(), today=TODAY)[0].practice == newer


def test_proof_weighs_more_the_more_is_proved():
    none = Proof(None, None, 0, alive=False)
    ordered = [none, Proof(None, None, 1, alive=False), Proof(None, None, 0, alive=True), Proof(None, Level.BASE, 0, alive=True)]
    ordered += [
        Proof(None, Level.CENTRE, 0, alive=True),
        Proof(2026, Level.CENTRE, 0, alive=True),
        Proof(2026, Level.CENTRE, 90, alive=True),
    ]
    weights = [proof.weight for proof in ordered]
    assert weights == sorted(weights)
    assert len(set(weights)) == len(weights)
    assert 0 == weights[0] < weights[-1] <= 1


def test_only_public_models_and_no_person(begun, in_state, committee_officer, front_officer, world):
    begun(1, title="Bản nháp hầm biogas", way="Hầm biogas chung cho mười nhà.")
    person = begun(2, title="Ông Bảy hầm biogas", kind="exemplar", subject="person", way="Hầm biogas chung cho mười nhà.")
    brought(person, State.REGISTERED, owner=committee_officer, registrar=front_officer)
    assert first("hầm biogas") is None
    assert not FinderEntry.objects.exists()
    assert not list(search.find("biogas", actor=Anyone()))


def test_the_index_follows_the_deeds_and_can_be_built_anew(models, committee_officer):
    before = {e.practice_id: sorted(e.terms) for e in FinderEntry.objects.all()}
    counted = dict(FinderTerm.objects.filter(practices__gt=0).values_list("term", "practices"))
    assert set(before) == {p.pk for p in models.values()}
    assert counted["=duoi_nuoc"] == 1
    assert [h.title for h in search.find("đuối nước", actor=Anyone(), kind="model")] == [SAID["ao"][0]]
    assert index.rebuild() == len(models)
    assert {e.practice_id: sorted(e.terms) for e in FinderEntry.objects.all()} == before
    rebuilt = dict(FinderTerm.objects.exclude(term__startswith=index.MARK).values_list("term", "practices"))
    assert rebuilt == counted
    assert index.tidy() == 0, "built by the list of today: nothing to do"
    Practice.objects.filter(pk=models["ao"].pk).update(title="", problem="", way="", aim="", output="", audience="", upkeep="", place="")
    index.refresh(models["ao"].pk)
    assert first("đuối nước") is None
    assert FinderTerm.objects.get(term="=duoi_nuoc").practices == 0
    assert index.tidy() > 0
    assert not FinderTerm.objects.filter(term="=duoi_nuoc").exists()
    FinderTerm.objects.filter(term__startswith=index.MARK).delete()
    assert index.tidy() == len(models), "another list of synonyms: built anew"


def test_what_a_text_was_read_wrongly_to_tell_is_found_no_more_and_its_words_go(drive, field, ground, leader):
    told = actions.tell(drive=drive, unit=ground.commune, written=form(field, 20), told_on=TODAY, by=leader, now=NOW)
    assert search.find(told.title, actor=Anyone(), kind="model")
    actions.take_back_told(told, reason="Bài viết nói về nơi khác.", by=leader, now=NOW)
    assert not search.find(told.title, actor=Anyone(), kind="model")
    assert not FinderEntry.objects.exists()
    assert actions.forget_withdrawn(by=SystemActor("retention"), now=at(366)) == 1
    assert Practice.objects.get(pk=told.pk).title == ""


def test_a_name_in_a_form_is_no_way_to_find_it(begun, committee_officer, front_officer):
    practice = begun(1)
    practice = brought(practice, State.REGISTERED, owner=committee_officer, registrar=front_officer)
    Practice.objects.filter(pk=practice.pk).update(problem="Ông Trịnh Quốc Khoáng nhà số 12 chịu khổ vì rác.")
    index.refresh(practice.pk)
    assert not {"khoang", "trinh"} & set(FinderEntry.objects.get().terms)


def test_as_many_questions_for_many_as_for_one(models, begun, committee_officer, front_officer):
    def asked(words: str) -> int:
        with CaptureQueriesContext(connection) as told:
            assert finder.find(words, actor=Anyone(), today=TODAY)
        return len(told)

    one = asked("đuối nước")
    for n in range(20, 32):
        brought(begun(n, way="Căng lưới dạy bơi, đuối nước không còn."), State.REGISTERED, owner=committee_officer, registrar=front_officer)
    finder.find("đuối nước", actor=Anyone(), today=TODAY)
    assert asked("đuối nước") == one
