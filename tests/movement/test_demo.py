"""The demo's movement: sixty models in all states, made by deeds alone, once."""

import re
from collections import Counter

from django.utils import timezone

from gandan.accounts.models import User
from gandan.accounts.queries import actor_for
from gandan.appraisals import queries as appraised
from gandan.appraisals.models import Council, Decision
from gandan.core.access import Anyone, SystemActor
from gandan.core.events.verify import verify
from gandan.movement import demo
from gandan.movement.enums import Result, State
from gandan.movement.models import Drive, Practice, Recognition, Review
from gandan.movement.policies.form import missing
from gandan.movement.queries.family import tree
from gandan.movement.web.staff import piles

WAITING = {  # what docs/try.md promises each of them, pile by pile of the desk
    "tam.lanhdao": {"dang-ky": 2, "cong-nhan": 1},
    "thang.lanhdao": {"niem-yet": 1},
    "chien.dongchua": {"het-tin": 1},
    "sau.to3": {"dang-viet": 1},
}
CARDS = {"viet.ubnd": 1, "tam.lanhdao": 1, "thang.lanhdao": 1, "caikhe.lanhdao": 2, "phuc.lanhdao": 2}
FORMS = {"people_committee": r"\d+/QĐ-UBND", "party_committee": r"\d+-QĐ/ĐU", "dan_van_board": r"\d+-QĐ/BTGDVTU"}


def everybody_finds_the_work_that_docs_promise() -> None:
    today = timezone.localdate()

    def person(username):
        return actor_for(User.objects.get(username=username), today=today)

    for who, waiting in WAITING.items():
        assert {name: piles.one(name, person(who), today).count() for name in waiting} == waiting, who
    assert {who: appraised.mine(person(who)).count() for who in CARDS} == CARDS
    assert appraised.to_answer(person("thang.lanhdao")).count() == 1
    draft = piles.one("dang-viet", person("sau.to3"), today).get()
    assert [lack.part for lack in missing(draft)] == ["aims"], "something is left to complete on the phone"


def numbers_are_written_as_the_organ_writes_them() -> None:
    papers = [
        (d.office.kind, d.number) for d in Decision.objects.filter(pk__in=Recognition.objects.values("decision")).select_related("office")
    ]
    papers += [(c.office.kind, c.formed_by) for c in Council.objects.filter(title__contains="Dân vận khéo")]
    assert {kind for kind, _number in papers} == set(FORMS)
    assert all(re.fullmatch(FORMS[kind], number) for kind, number in papers), papers


def test_sixty_models_in_all_states_a_family_of_seven_and_a_second_start_changes_nothing(seeded):
    states = Counter(Practice.objects.values_list("state", flat=True))
    assert set(states) == set(State)
    assert sum(states.values()) >= 60
    assert Drive.objects.count() == 2
    assert set(Review.objects.values_list("result", flat=True)) == set(Result)
    assert set(Recognition.objects.filter(revoked_by=None).values_list("level", flat=True)) == {"base", "province"}
    assert Recognition.objects.exclude(revoked_by=None).count() == 1
    origin = Practice.objects.get(title__startswith="Hẻm sáng, nhà an vui")
    family = tree(origin, actor=Anyone())
    assert (family.size, family.provinces) == (7, 2)
    places = ("thành phố Cần Thơ", "tỉnh Tuyên Quang")
    titles = Drive.objects.values_list("title", flat=True)
    assert sorted(place for title in titles for place in places if place in title) == sorted(places)
    everybody_finds_the_work_that_docs_promise()
    numbers_are_written_as_the_organ_writes_them()
    assert not verify().problems
    demo.fill(by=SystemActor("demo"), now=timezone.now())
    assert Counter(Practice.objects.values_list("state", flat=True)) == states
