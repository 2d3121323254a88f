"""What a step of a hamlet's form shows of what is kept, as people would type it."""

from collections.abc import Callable
from typing import Any

from gandan.indicators.enums import Measure
from gandan.movement.enums import ForcePart, ResourceKind
from gandan.movement.models import Force, Practice
from gandan.movement.web.forms.fields import as_typed
from gandan.movement.web.hamlet_written import amount


def initial(practice: Practice, step: int) -> dict[str, Any]:
    """What a step shows of what is kept."""
    return INITIAL[step - 1](practice)


def _what(p: Practice) -> dict[str, Any]:
    return {"title": p.title, "place": p.place, "problem": p.problem, "field": str(p.field_id), "is_new": "yes" if p.is_new else "no"}


def _how(p: Practice) -> dict[str, Any]:
    forces = list(p.forces.select_related("office").prefetch_related("office__names"))
    lead = next((f for f in forces if f.part == ForcePart.LEAD), None)
    lines = [_line(f) for f in forces if f is not lead]
    return {"way": p.way, "lead": _line(lead) if lead else "", "others": "\n".join(lines), "audience": p.audience, "starts_on": p.starts_on}


def _line(f: Force) -> str:
    return f"{f}: {f.task}" if f.task else str(f)


def _aims(p: Practice) -> dict[str, Any]:
    return {"aim": p.aim}


def _need(p: Practice) -> dict[str, Any]:
    found: dict[str, Any] = {"output": p.output, "upkeep": p.upkeep, "ends_on": p.ends_on}
    for r in reversed(p.resources.all()):
        found[r.kind] = as_typed(amount(r))
        if r.kind == ResourceKind.GOODS:
            found["goods_noun"] = f"kg {r.noun}".strip() if r.measure == Measure.KG else r.noun
    return found


INITIAL: tuple[Callable[[Practice], dict[str, Any]], ...] = (_what, _how, _aims, _need)


def aim_rows(practice: Practice) -> list[dict[str, Any]]:
    """The numbers as people type them."""
    return [
        {"name": a.name, "measure": a.measure, "noun": a.noun, "before": as_typed(a.before), "target": as_typed(a.target), "due": a.due}
        for a in practice.aims.all()
    ]
