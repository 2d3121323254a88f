"""The demo's movement: sixty models in all states, made by deeds alone, once."""

from collections import Counter

from django.utils import timezone

from gandan.core.access import Anyone, SystemActor
from gandan.core.events.verify import verify
from gandan.movement import demo
from gandan.movement.enums import Result, State
from gandan.movement.models import Drive, Practice, Recognition, Review
from gandan.movement.queries.family import tree


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
    assert not verify().problems
    demo.fill(by=SystemActor("demo"), now=timezone.now())
    assert Counter(Practice.objects.values_list("state", flat=True)) == states
