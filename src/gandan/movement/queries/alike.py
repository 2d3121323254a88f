"""READ: what a model looks like: others that are public, and movements of the list. Candidates come from the index, so it stays quick."""

from dataclasses import dataclass

from django.db.models import Q

from gandan.movement.calc import alike, movements
from gandan.movement.calc.alike import ENOUGH, Alike, Form
from gandan.movement.calc.movements import Movement
from gandan.movement.enums import LikeKind
from gandan.movement.models import Practice
from gandan.movement.queries import rarity

BUDGET, MOST_TERMS, LOOKED_AT = 10_000, 40, 50
MOST = 5  # of each kind: more is no help to anybody


@dataclass(frozen=True)
class Like:
    """One thing that a model resembles, with why."""

    kind: LikeKind
    alike: Alike
    other: Practice | None = None
    movement: Movement | None = None


def form_of(practice: Practice) -> Form:
    """The words of a model that are compared."""
    return Form(practice.title, practice.problem, practice.way, practice.output)


def look(practice: Practice) -> list[Like]:
    """What a model resembles, the most alike first. Its own family is left out: who adopts a model says so."""
    form = form_of(practice)
    return sorted([*_others(practice, form), *movements_like(form)], key=lambda like: -like.alike.score)


def explained(practice: Practice, *, other: Practice | None = None, movement: str = "") -> Alike:
    """Why one model looks like another, or like a movement: computed anew from the words as they are now."""
    if other is not None:
        return alike.compare(form_of(practice), form_of(other))
    return movements.compare(form_of(practice), movements.by_code()[movement])


def movements_like(form: Form) -> list[Like]:
    """Movements that the form is under another name."""
    found = movements.nearest(form)[:MOST]
    return [Like(LikeKind.MOVEMENT, how, movement=m) for m, how in found if how.score >= movements.ENOUGH]


def candidates(form: Form) -> list[rarity.Near]:
    """Models that share the rarest terms of a form: things and pairs, for single words are everybody's."""
    asked = {key: weight for key, weight in form.whole.items() if key[0] == "=" or "_" in key}
    return rarity.nearest(rarity.weighed(asked), budget=BUDGET, most_terms=MOST_TERMS, limit=LOOKED_AT)


def _others(practice: Practice, form: Form) -> list[Like]:
    near = [n.practice for n in candidates(form)]
    first = practice.root_id or practice.pk
    rows = Practice.objects.filter(pk__in=near).exclude(pk=practice.pk).exclude(Q(pk=first) | Q(root=first))
    found = []
    for row in rows:
        how = alike.compare(form, form_of(row))
        if how.score >= ENOUGH:
            own = {row.unit_id, row.made_in_id} & {practice.unit_id, practice.made_in_id}
            found.append(Like(LikeKind.OWN if own else LikeKind.NEIGHBOUR, how, other=row))
    found.sort(key=lambda like: -like.alike.score)
    return found[:MOST]
