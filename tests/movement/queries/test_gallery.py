"""The gallery: pages that miss nothing, filters, cards and numbers, in a constant number of questions."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gandan.indicators import actions as indicators
from gandan.movement import actions, queries, stamp
from gandan.movement.enums import Kind, State, Subject
from gandan.movement.models import Practice
from gandan.movement.queries import gallery, numbers
from gandan.movement.queries.gallery import ALIVE, ENDED, SILENT, TOLD, Wanted
from gandan.units import queries as units
from tests.movement.ground import form, recognised
from tests.people import NOW, TODAY


@pytest.fixture
def many(in_state):
    """Seven that everybody reads, of two days, one lapsed and one stopped; and two that nobody outside does."""
    made = [in_state(State.REGISTERED, n) for n in range(5)] + [in_state(State.LAPSED, 5), in_state(State.STOPPED, 6)]
    in_state(State.SUBMITTED, 7), in_state(State.DRAFT, 8)
    for n, practice in enumerate(made):
        Practice.objects.filter(pk=practice.pk).update(registered_on=TODAY - timedelta(days=n % 2))
    return made


def walked(wanted, *, size):
    """All pages from the first to the last, and back again."""
    pages, part = [], gallery.page(wanted, today=TODAY, size=size)
    pages.append([p.pk for p in part.rows])
    while part.older:
        part = gallery.page(wanted, today=TODAY, size=size, after=part.older)
        pages.append([p.pk for p in part.rows])
    back = [pages[-1]]
    while part.newer:
        part = gallery.page(wanted, today=TODAY, size=size, before=part.newer)
        back.append([p.pk for p in part.rows])
    return pages, back


def test_pages_show_each_model_once_newest_first_and_lead_back(many):
    expected = [p.pk for p in Practice.objects.filter(pk__in=[m.pk for m in many]).order_by("-registered_on", "-id")]
    for size in (1, 2, 3, 7, 12):
        pages, back = walked(Wanted(), size=size)
        assert [pk for page in pages for pk in page] == expected
        assert len(pages) == -(-7 // size)
        if 7 % size == 0:
            assert back == pages[::-1]
        else:
            assert {pk for page in back for pk in page} == set(expected)


def test_filters_keep_what_was_asked_for_and_numbers_are_of_what_is_filtered(many, ground, in_state, drive, field, leader):
    exemplar = in_state(State.REGISTERED, 20, kind=Kind.EXEMPLAR)
    person = in_state(State.REGISTERED, 21, kind=Kind.EXEMPLAR, subject=Subject.PERSON)
    recognised(many[0], ground, level="province")
    here, other = units.one(ground.commune.pk), units.one(ground.other.pk)
    table = [
        (Wanted(), 8),  # not the person whom nobody recognised
        (Wanted(here), 8),
        (Wanted(units.one(ground.province.pk)), 8),
        (Wanted(other), 0),
        (Wanted(field=field.name), 8),
        (Wanted(field="Không có"), 0),
        (Wanted(kind=Kind.EXEMPLAR), 1),
        (Wanted(level="province"), 1),
        (Wanted(level="base"), 0),
        (Wanted(life=ALIVE), 7),
        (Wanted(life=ENDED), 1),
        (Wanted(here, field=field.name, kind=Kind.MODEL, level="province", life=ALIVE), 1),
    ]
    for wanted, n in table:
        assert gallery.listed(wanted, today=TODAY).count() == n, wanted
        counted = numbers.of(wanted, today=TODAY)
        assert counted.models.registered + counted.collectives.registered == n, wanted
    assert numbers.of(Wanted(level="province"), today=TODAY).models.recognised == {"province": 1}
    assert numbers.of(Wanted(here), today=TODAY).persons.registered == 1, "counted apart, though nobody recognised them"
    late = TODAY + timedelta(days=400)
    told = actions.tell(drive=drive, unit=ground.commune, written=form(field, 30), told_on=TODAY, by=leader, now=NOW)
    for day in (TODAY, late):
        told_of, silent = queries.counts(on=day), {life: gallery.listed(Wanted(life=life), today=day).count() for life in gallery.LIVES}
        hidden = 1  # the person: counted, without a page
        assert silent == {
            ALIVE: told_of.living - hidden * (day == TODAY),
            SILENT: told_of.lapsed - hidden * (day == late),
            ENDED: 1,
            TOLD: 1,
        }
    assert gallery.listed(Wanted(life=SILENT), today=late).count() == 7, "those whose day passed read as silent before the clock says so"
    assert gallery.listed(Wanted(life=TOLD), today=late).get() == told
    recognised(person, ground)
    assert {exemplar.pk, person.pk} == {p.pk for p in gallery.listed(Wanted(kind=Kind.EXEMPLAR), today=TODAY)}


def test_a_card_tells_the_last_reading_that_stands(in_state, committee_officer, ground, outsider, drive):
    practice = in_state()
    aim = practice.aims.get()
    card = gallery.cards([practice])[0]
    assert (card.outcome.aim, card.outcome.statement, card.copies, card.levels) == (aim, None, 0, ())
    assert [r.kind for r in card.took] == ["socialised"]
    for days, value in ((30, 5), (10, 3), (1, 2)):
        day = TODAY - timedelta(days=days)
        last = actions.read_measure(aim, value=Decimal(value), read_on=day, by=committee_officer, now=NOW)
    indicators.retract_statement(last.statement, reason="Đếm nhầm ngày đo", by=committee_officer, now=NOW)
    card = gallery.cards([practice])[0]
    assert (card.outcome.statement.value, card.outcome.read_on) == (3, TODAY - timedelta(days=10))
    actions.adopt(practice, office=ground.other_front, by=outsider, now=NOW)
    assert gallery.cards([practice])[0].copies == 0, "a draft has copied nothing yet"
    recognised(practice, ground, level="base")
    recognised(practice, ground, level="centre")
    assert gallery.cards([practice])[0].levels == ("centre", "base")


def test_questions_are_as_many_for_one_card_as_for_seven(many):
    def asked(n):
        with CaptureQueriesContext(connection) as told:
            gallery.cards(gallery.page(Wanted(), today=TODAY, size=n).rows)
        return len(told)

    assert asked(1) == asked(7)


def test_numbers_of_everything_are_counted_anew_after_each_deed_and_not_before(many, in_state, django_capture_on_commit_callbacks):
    def deed(n, **more):
        connection.run_on_commit.clear()  # what was done before was committed
        with django_capture_on_commit_callbacks(execute=True) as done:
            in_state(State.REGISTERED, n, **more)
        assert done.count(stamp.change) == 1, "once for all that a transaction did"

    deed(40)
    first = numbers.of(Wanted(), today=TODAY)
    assert (first.models.registered, first.models.lapsed, first.models.stopped) == (8, 0, 1)
    with CaptureQueriesContext(connection) as told:
        assert numbers.of(Wanted(), today=TODAY) is first
    assert len(told) == 1
    with connection.cursor() as cursor:  # as after a crash or a restore
        cursor.execute("DELETE FROM gandan_cache WHERE cache_key = %s", [stamp.KEY])
    anew = numbers.of(Wanted(), today=TODAY)
    assert anew == first
    with CaptureQueriesContext(connection) as told:
        assert numbers.of(Wanted(), today=TODAY) is anew
    assert len(told) == 1, "kept though no deed was done since"
    deed(41, kind=Kind.EXEMPLAR)
    then = numbers.of(Wanted(), today=TODAY)
    assert (then.models.registered, then.collectives.registered) == (8, 1)
    assert numbers.of(Wanted(), today=TODAY + timedelta(days=400)).models.lapsed == 7, "another day is counted anew"
