"""Between the registration form and the deeds: what the database holds becomes initial values, what was typed becomes `Written`."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from gandan.commitments.web import choices
from gandan.indicators.enums import Measure
from gandan.movement.enums import ForcePart, Host, Kind, ResourceKind, Subject
from gandan.movement.models import Drive, Field, Practice
from gandan.movement.web.forms.fields import as_typed
from gandan.movement.web.forms.sheet import Sheet
from gandan.movement.written import AimGiven, ForceGiven, MilestoneGiven, ResourceGiven, Written
from gandan.units.models import Office

WORDS = ("title", "place", "problem", "aim", "way", "audience", "output", "upkeep", "changed")


def initial(practice: Practice) -> dict[str, Any]:
    """The single parts as they stand."""
    found = {name: getattr(practice, name) for name in (*WORDS, "starts_on", "ends_on", "kind", "subject", "host")}
    return {**found, "field": str(practice.field_id), "is_new": "yes" if practice.is_new else "no"}


def given(practice: Practice) -> dict[str, list[dict[str, Any]]]:
    """The rows as they stand, written as people type them."""
    return {
        "aims": [
            {"name": a.name, "measure": a.measure, "noun": a.noun, "before": as_typed(a.before), "target": as_typed(a.target), "due": a.due}
            for a in practice.aims.all()
        ],
        "forces": [
            {"part": f.part, "office": str(f.office_id or ""), "name": f.name if not f.office_id else "", "task": f.task}
            for f in practice.forces.all()
        ],
        "resources": [
            {
                "kind": r.kind,
                "planned": as_typed(r.planned),
                "used": as_typed(r.used),
                "noun": (f"kg {r.noun}".strip() if r.measure == Measure.KG else r.noun) if r.kind == ResourceKind.GOODS else "",
            }
            for r in practice.resources.all()
        ],
        "milestones": [{"due": m.due, "what": m.what} for m in practice.milestones.all()],
    }


def options(drive: Drive, *, units: list[Any], offices: list[tuple[str, str]], today: date, practice: Practice | None) -> dict[str, Any]:
    """What can be chosen on the form: the drive's fields that stand, hamlets of the unit, one's own offices."""
    kept = practice.field_id if practice else None
    fields = [(str(f.pk), f.name) for f in drive.fields.all() if f.ended_on is None or f.pk == kept]
    return {
        "fields": fields,
        "hamlets": choices.hamlets(units, today=today),
        "offices": offices,
        "begun": practice is not None,
        "adopted": practice is not None and practice.adopted_from_id is not None,
    }


def written(sheet: Sheet, drive: Drive) -> Written:
    """What was typed, as the deeds take it. Asked only when nothing on the sheet is wrong."""
    typed = sheet.form.cleaned_data
    rows = {name: kind.cleaned for name, kind in sheet.rows.items()}
    offices = _offices(rows["forces"])
    return Written(
        field=Field.objects.get(drive=drive, pk=typed["field"]),
        **{name: typed.get(name) or "" for name in WORDS},
        starts_on=typed.get("starts_on"),
        ends_on=typed.get("ends_on"),
        kind=typed.get("kind") or Kind.MODEL,
        subject=typed.get("subject") or Subject.COLLECTIVE,
        host=typed.get("host") or Host.COMMUNITY,
        is_new=typed.get("is_new") != "no",
        forces=tuple(_force(row, offices) for row in rows["forces"]),
        aims=tuple(AimGiven(r["name"], r["measure"], r["target"], r["due"], noun=r["noun"], before=r["before"]) for r in rows["aims"]),
        resources=tuple(ResourceGiven(r["kind"], r["measure"], r["noun"], r["planned"], r["used"]) for r in rows["resources"]),
        milestones=tuple(MilestoneGiven(r["due"], r["what"]) for r in rows["milestones"]),
    )


def _offices(rows: list[dict[str, Any]]) -> Mapping[str, Office]:
    wanted = [row["office"] for row in rows if row.get("office")]
    return {str(o.pk): o for o in Office.objects.filter(pk__in=wanted)}


def _force(row: dict[str, Any], offices: Mapping[str, Office]) -> ForceGiven:
    office = offices.get(row.get("office") or "")
    return ForceGiven(row["part"] or ForcePart.TAKE_PART, name="" if office else row["name"], office=office, task=row["task"])
