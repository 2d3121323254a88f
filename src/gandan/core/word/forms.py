"""The two forms, and their sizes as the table of rules has them on a day."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from django.db.models.functions import Lower

from gandan.core.legal import UnknownRule
from gandan.core.legal.models import LegalRule

GROUP = "Thể thức văn bản"


class Form(StrEnum):
    """By which rules a paper is laid out: those for offices of the State (and of the Front), or those of the Party."""

    STATE = "state"
    PARTY = "party"


NAMES: dict[str, dict[Form, str]] = {
    "top": {Form.STATE: "top_min", Form.PARTY: "top"},
    "bottom": {Form.STATE: "bottom_min", Form.PARTY: "bottom"},
    "left": {Form.STATE: "left_min", Form.PARTY: "left"},
    "right": {Form.STATE: "right_min", Form.PARTY: "right"},
    "body": {Form.STATE: "body_max", Form.PARTY: "body"},
    "slogan": {Form.STATE: "slogan", Form.PARTY: "motto"},
    "above": {Form.STATE: "issuer", Form.PARTY: "above"},
    "line": {Form.STATE: "line", Form.PARTY: "line"},
}
"""Where a rule gives a range, margins take its least (more text on a page) and letters its largest (easier to read)."""


@dataclass(frozen=True)
class Sizes:
    """Margins and indent in millimetres, letters and spaces in points. `line`: a factor in the State's form, exact points in the Party's.

    `checked`: whether somebody compared every number with the text of its source.
    """

    top: float
    bottom: float
    left: float
    right: float
    motto: float
    slogan: float
    above: float
    issuer: float
    number: float
    place: float
    kind: float
    subject: float
    body: float
    signature: float
    recipients_title: float
    recipients: float
    page_number: float
    indent: float
    space: float
    line: float
    checked: bool
    wide: bool = False

    @property
    def width(self) -> float:
        """Between the margins of an A4 page, in millimetres; laid across where `wide`."""
        return A4[self.wide] - self.left - self.right


A4 = (210.0, 297.0)  # ISO 216, millimetres


def sizes(form: Form, *, on: date, wide: bool = False) -> Sizes:
    """The sizes that held on a day, in one query. A paper older than the first version in the table is laid out by that version; a number
    without any version raises UnknownRule, since a size is never guessed."""
    prefix = f"format.{form}."
    rows = LegalRule.objects.filter(group=GROUP, code__startswith=prefix).order_by(Lower("valid").asc(nulls_first=True))
    by_code: dict[str, list[LegalRule]] = {}
    for row in rows:
        by_code.setdefault(row.code.removeprefix(prefix), []).append(row)
    found: dict[str, float] = {}
    checked = True
    for name in Sizes.__dataclass_fields__:
        if name in ("checked", "wide"):
            continue
        code = NAMES.get(name, {}).get(form, name)
        versions = by_code.get(code)
        if not versions:
            raise UnknownRule(f"{prefix}{code} on {on.isoformat()}")
        row = next((v for v in versions if on in v.valid), versions[0])
        found[name] = float(Fraction(row.numerator, row.denominator))
        checked = checked and row.checked
    return Sizes(**found, checked=checked, wide=wide)
