"""What stands on the roll without a decision of this system: told by a text, entered from the old book; both can be taken back."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gandan.awards import actions, queries
from gandan.awards.given import HolderGiven
from gandan.awards.models import Conferral
from gandan.core import events
from gandan.core.access import Anyone, Refusal
from gandan.core.events.verify import verify
from gandan.indicators.models import Statement
from tests.people import NOW

pytestmark = pytest.mark.django_db
QUOTE = "Dịp này, Ban Dân vận Trung ương tặng Kỷ niệm chương “Vì sự nghiệp Dân vận” cho 32 cá nhân."
NAME = "Kỷ niệm chương “Vì sự nghiệp Dân vận”"
WRONG = "Đọc nhầm con số trong bài."


@pytest.fixture
def tell(ground, provincial_specialist):
    def make(**more):
        said = {"name": NAME, "quote": QUOTE, "persons": 32, "by_whom": "Ban Dân vận Trung ương", "year": 2022}
        said |= {"unit": ground.province, "kept_by": ground.province, "by": provincial_specialist, "now": NOW}
        return actions.tell_conferral(**{**said, **more})

    return make


def test_a_text_tells_numbers_and_no_names(tell, ground, provincial_specialist):
    made = tell(is_public=True)
    assert (made.persons, made.collectives, made.persons_figure.value, made.collectives_figure) == (32, 0, 32, None)
    assert (made.persons_figure.quote, made.persons_figure.period_to) == (QUOTE, date(2022, 12, 31))
    assert not made.persons_figure.values.exists(), "a text states; a person reads it as a value"
    row = queries.roll(actor=Anyone(), unit=ground.province.pk).get()
    assert (row.pk, row.shown) == (made.pk, [])
    assert queries.totals(queries.roll(actor=Anyone())) == queries.Totals(32, 0, 1)
    assert events.of(made).get().verb == "awards.conferral_told"
    actions.take_back_conferral(made, reason=WRONG, by=provincial_specialist, now=NOW)
    assert not queries.roll(actor=provincial_specialist).exists()
    assert not Statement.objects.living().exists()
    assert events.of(made).order_by("seq").last().verb == "awards.conferral_taken_back"
    with pytest.raises(Refusal, match="gỡ rồi"):
        actions.take_back_conferral(made, reason=WRONG, by=provincial_specialist, now=NOW)
    assert not list(verify().problems)


def test_figures_kept_before_are_named_not_made_twice(tell):
    figure = tell(year=2021).persons_figure
    again = tell(persons_figure=figure)
    assert again.persons_figure == figure
    assert Statement.objects.count() == 1


def test_28_collectives_and_12_persons_stay_apart(tell):
    made = tell(quote="Khen 28 tập thể và 12 cá nhân.", persons=12, collectives=28)
    assert (made.persons_figure.value, made.collectives_figure.value) == (12, 28)
    assert (made.persons_figure.noun, made.collectives_figure.noun) == ("cá nhân", "tập thể")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"quote": " "}, "câu văn"),
        ({"persons": 0}, "số cá nhân"),
        ({"name": ""}, "tên hình thức"),
        ({"year": 1900}, "Năm khen"),
        ({"given_on": date(2030, 1, 1), "year": None}, "Ngày khen"),
        ({"persons": 200_000}, "số cá nhân"),
    ],
)
def test_what_a_text_cannot_tell(tell, change, words):
    with pytest.raises(Refusal, match=words):
        tell(**change)
    assert not Conferral.objects.exists()


def test_who_may_tell_and_for_whom(tell, outsider, central_analyst, front_officer, ground):
    for who in (outsider, central_analyst, Anyone()):
        with pytest.raises(Refusal, match="chưa được giao quyền"):
            tell(by=who)
    made = tell(by=front_officer, unit=ground.other, kept_by=ground.commune, is_public=True)
    assert not made.is_public, "of a unit for which one does not work it stays internal"
    assert not queries.roll(actor=Anyone()).exists()
    assert queries.roll(actor=front_officer).get() == made
    assert not queries.roll(actor=outsider).exists()


def test_the_old_book(ground, provincial_specialist, medal):
    said = {"name": NAME, "kind": medal, "year": 2019, "unit": ground.province, "by": provincial_specialist, "now": NOW}
    people = [HolderGiven("person", "Trần  Văn Bền", workplace="Thành ủy Cần Thơ", certificate="12/2019", born=1955)]
    made = actions.enter_conferral(**said, persons=4, holders=people)
    assert [(h.name, h.certificate) for h in queries.roll(actor=Anyone()).get().shown] == [("Trần Văn Bền", "12/2019")]
    assert not Statement.objects.exists()
    assert events.of(made).get().verb == "awards.conferral_entered"
    for change, words in (
        ({"persons": 0, "collectives": 1}, "nhiều hơn"),
        ({"holders": [HolderGiven("person", " ")], "persons": 1}, "họ tên"),
    ):
        with pytest.raises(Refusal, match=words):
            actions.enter_conferral(**{**said, "holders": people, **change})


def test_what_has_no_year_stands_last(tell, ground, provincial_specialist):
    undated = tell(year=None)
    dated = tell(quote=QUOTE + " Năm 2001.", year=2001)
    assert [row.pk for row in queries.roll(actor=provincial_specialist)] == [dated.pk, undated.pk]


def test_the_roll_costs_the_same_for_1_and_30_rows(tell, provincial_specialist, ground, medal):
    def read() -> int:
        rows = list(queries.roll(actor=provincial_specialist, unit=ground.province.pk))
        return len([(str(r.kind), [h.name for h in r.shown], r.unit_id) for r in rows])

    tell(kind=medal, persons=1)
    read()
    with CaptureQueriesContext(connection) as one:
        assert read() == 1
    said = {"name": NAME, "kind": medal, "unit": ground.province, "by": provincial_specialist, "now": NOW}
    for n in range(29):
        actions.enter_conferral(**said, year=1990 + n, persons=1, holders=[HolderGiven("person", f"Người {n}", born=1950)])
    with CaptureQueriesContext(connection) as thirty:
        assert read() == 30
    assert len(thirty) <= len(one)
