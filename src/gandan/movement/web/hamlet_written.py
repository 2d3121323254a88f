"""Between the four steps and the whole form: a step changes its own parts, everything else stays as somebody else may have written it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from gandan.indicators.enums import Measure
from gandan.movement.enums import ForcePart, ResourceKind
from gandan.movement.models import Aim, Field, Practice, Resource
from gandan.movement.web.forms.hamlet_need import TAKEN
from gandan.movement.written import AimGiven, ForceGiven, MilestoneGiven, ResourceGiven, Written

WORDS = ("title", "place", "problem", "aim", "way", "audience", "output", "upkeep", "changed")
CHOICES = ("kind", "subject", "host", "is_new", "starts_on", "ends_on")
Typed = Mapping[str, Any]


def written_of(practice: Practice) -> Written:
    """The whole form as it stands."""
    return Written(
        field=practice.field,
        **{name: getattr(practice, name) for name in (*WORDS, *CHOICES)},
        forces=tuple(ForceGiven(f.part, f.name, f.office, f.task) for f in practice.forces.select_related("office")),
        aims=tuple(_aim(a) for a in practice.aims.select_related("indicator")),
        resources=tuple(ResourceGiven(r.kind, r.measure, r.noun, r.planned, r.used) for r in practice.resources.all()),
        milestones=tuple(MilestoneGiven(m.due, m.what) for m in practice.milestones.all()),
    )


def _aim(a: Aim) -> AimGiven:
    return AimGiven(a.name, a.measure, a.target, a.due, a.noun, a.before, a.indicator)


def what(kept: Written, typed: Typed) -> Written:
    """The first step."""
    field = Field.objects.get(pk=typed["field"])
    words = {name: typed[name] for name in ("title", "place", "problem")}
    return replace(kept, field=field, is_new=typed["is_new"] != "no", **words)


def how(kept: Written, typed: Typed) -> Written:
    """The second step. A force that was not renamed keeps its office and its task."""
    known = {_said(f): f for f in kept.forces}
    lead, lines = typed["lead"].strip(), [line for line in typed["others"].splitlines() if line]
    forces = [_force(lead, ForcePart.LEAD, known)] if lead else []
    forces += [_force(line, ForcePart.TAKE_PART, known) for line in lines]
    return replace(kept, way=typed["way"], audience=typed["audience"], starts_on=typed["starts_on"], forces=tuple(forces))


def _said(force: ForceGiven) -> str:
    name = force.name or str(force.office or "")
    return f"{name}: {force.task}" if force.task else name


def _force(line: str, part: str, known: Mapping[str, ForceGiven]) -> ForceGiven:
    if line in known:
        same = known[line]
        return replace(same, part=ForcePart.LEAD if part == ForcePart.LEAD else _not_lead(same.part))
    name, _colon, task = line.partition(":")
    return ForceGiven(part, name.strip(), task=task.strip())


def _not_lead(part: str) -> str:
    return ForcePart.TAKE_PART if part == ForcePart.LEAD else part


def aims(kept: Written, typed: Typed, rows: Sequence[Typed]) -> Written:
    """The third step. An aim that keeps its name keeps the indicator that an office tied to it."""
    tied = {a.name: a.indicator for a in kept.aims}
    given = (AimGiven(r["name"], r["measure"], r["target"], r["due"], r["noun"], r["before"], tied.get(r["name"])) for r in rows)
    return replace(kept, aim=typed["aim"], aims=tuple(given))


def need(kept: Written, typed: Typed) -> Written:
    """The fourth step: the first row of each kind is the form's, further ones stay. What is running already has used what it says."""
    rest = list(kept.resources)
    given = []
    for kind, (measure, noun) in {**TAKEN, ResourceKind.GOODS: _goods(typed["goods_noun"])}.items():
        old = next((r for r in rest if r.kind == kind), None)
        if old is not None:
            rest.remove(old)
        if typed[kind.value] is not None:
            given.append(_resource(old, kind, str(measure), str(noun), typed[kind.value], runs=not kept.is_new))
    words = {name: typed[name] for name in ("output", "upkeep", "ends_on")}
    return replace(kept, resources=(*given, *rest), **words)


def _goods(noun: str) -> tuple[Measure, str]:
    """ "kg gạo" is weighed, anything else counted."""
    weighed = noun.casefold().split()[:1] == ["kg"]
    return (Measure.KG, " ".join(noun.split()[1:])) if weighed else (Measure.COUNT, noun)


def _resource(old: ResourceGiven | None, kind: str, measure: str, noun: str, value: Any, *, runs: bool) -> ResourceGiven:
    if old is not None and (old.measure, old.noun, amount(old)) == (measure, noun, value):
        return old
    return ResourceGiven(kind, measure, noun, planned=None if runs else value, used=value if runs else None)


def amount(row: ResourceGiven | Resource) -> Any:
    """How much, planned or else used."""
    return row.used if row.planned is None else row.planned
