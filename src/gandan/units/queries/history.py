"""One unit's life, for its page."""

from collections.abc import Callable
from dataclasses import replace

from gandan.units.gazetteer import Link, Place
from gandan.units.models import Unit
from gandan.units.queries.answers import History, Spell, Step
from gandan.units.queries.picture import Picture, picture
from gandan.units.queries.places import Named, key_of


def history(unit: Named) -> History:
    """Names, codes and parents with their times, what it came from and what became of it, as the data know it."""
    tree = picture()
    times = tree.times[key_of(unit)]
    now = times[-1]
    row = Unit.objects.only("attested_on").get(pk=now.id)
    steps_in, steps_out = tree.before.get(now.key, []), tree.after.get(now.key, [])
    return History(
        place=now,
        names=_spells(times, lambda p: p.full_name),
        codes=_spells(times, lambda p: p.code or ""),
        parents=_parents(tree, times),
        chain=tuple(tree.ancestors(now)),
        came_from=tuple(sorted((_step(tree, x, x.old) for x in steps_in), key=_order)),
        became=tuple(sorted((_step(tree, x, x.new) for x in steps_out), key=_order)),
        began=times[0].valid_from,
        ended=now.valid_to,
        attested_on=row.attested_on,
        divided=len(steps_out) > 1,
        estimated=any(x.basis in ("estimate", "doubt") for x in (*steps_in, *steps_out)),
    )


def _spells(times: list[Place], value: Callable[[Place], str]) -> tuple[Spell, ...]:
    """Neighbouring times with the same value are one spell."""
    out: list[Spell] = []
    for place in times:
        if out and out[-1].value == value(place):
            out[-1] = replace(out[-1], last_day=place.valid_to)
        elif value(place):
            out.append(Spell(value(place), place.valid_from, place.valid_to, place))
    return tuple(out)


def _parents(tree: Picture, times: list[Place]) -> tuple[Spell, ...]:
    spells = _spells(times, lambda p: p.parent or "")
    ups = [tree.at(s.value, s.last_day) for s in spells]
    return tuple(replace(s, value=up.full_name, place=up) for s, up in zip(spells, ups, strict=True) if up)


def _step(tree: Picture, link: Link, other: str | None) -> Step:
    before = other == link.old
    place = None if other is None else tree.times[other][-1 if before else 0]
    share = None if link.new is None else link.share
    return Step(place, link.first_day, link.kind, share, link.basis, link.main, link.decree)


def _order(step: Step) -> tuple[float, str]:
    return (-float(step.share or 0), (step.other.code or "") if step.other else "")
