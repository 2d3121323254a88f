"""A card: one field for each line of the sheet, named by its id."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from gandan.appraisals.calc import points
from gandan.appraisals.models import Criterion
from gandan.appraisals.web.forms.fields import PointsField, words


def said(value: Decimal) -> str:
    """7,5 and not 7.50."""
    return f"{value.normalize():f}".replace(".", ",")


class CardForm(forms.Form):
    """A member's card. `draft`: nothing has to be there, but what is there has to fit."""

    def __init__(self, *args: Any, criteria: Sequence[Criterion], draft: bool = False, own: bool = False, **more: Any) -> None:
        super().__init__(*args, **more)
        self.criteria, self.own = list(criteria), own
        for c in self.criteria:
            field = PointsField(label=c.name, required=not draft, min_value=c.least, max_value=c.most)
            asked = {"least": said(c.least), "most": said(c.most)}
            field.error_messages["min_value"] = field.error_messages["max_value"] = _("Xin cho từ %(least)s đến %(most)s điểm.") % asked
            field.error_messages["required"] = _("Chưa cho điểm dòng này.")
            field.error_messages["max_decimal_places"] = _("Lẻ nhiều nhất hai chữ số.")
            field.widget.attrs |= {"data-mark": "1", "data-least": str(c.least), "data-most": str(c.most)}
            self.fields[f"d-{c.pk}"] = field
            if own:
                self.fields[f"l-{c.pk}"] = words(_("Vì sao, xem ở đâu"), what="own_reason", required=False, rows=2)
        if not own:
            self.fields["reason"] = words(
                _("Nhận xét"), what="card_reason", required=not draft, rows=4, help_text=_("Ít nhất 10 ký tự: vì sao cho số điểm này.")
            )

    def rows(self) -> list[dict[str, Any]]:
        """Line by line, for the page."""
        return [{"criterion": c, "field": self[f"d-{c.pk}"], "why": self[f"l-{c.pk}"] if self.own else None} for c in self.criteria]

    @property
    def marks(self) -> dict[UUID, Decimal]:
        """What was given, by line."""
        return {c.pk: self.cleaned_data[f"d-{c.pk}"] for c in self.criteria if self.cleaned_data.get(f"d-{c.pk}") is not None}

    @property
    def own_marks(self) -> dict[UUID, tuple[Decimal, str]]:
        """What the owner gives itself, each with its reason."""
        return {key: (given, self.cleaned_data.get(f"l-{key}", "")) for key, given in self.marks.items()}

    def total(self) -> Decimal:
        """The sum of the marks that fit their lines, counted here and nowhere else; the script of the page only repeats it."""
        found = []
        for c in self.criteria:
            try:
                value = self.fields[f"d-{c.pk}"].to_python(self[f"d-{c.pk}"].value())
            except forms.ValidationError:
                continue
            if value is not None and points.fits(value, points.Line(c.least, c.most)):
                found.append(value)
        return points.total(found)

    def most(self) -> Decimal:
        """What every line together can reach, bonus lines beside."""
        return points.full_marks(points.Line(c.least, c.most, c.is_bonus) for c in self.criteria)

    def typed(self, data: Mapping[str, Any]) -> dict[str, str]:
        """What was typed, to be kept as a draft: no field that the form does not know."""
        return {name: str(data.get(name, ""))[:2000] for name in self.fields if data.get(name)}
