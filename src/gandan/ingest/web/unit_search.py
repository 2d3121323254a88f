"""A unit in a form: a name to look for and the units that bear or bore it. What is kept is a unit that exists, never typed words."""

from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gandan.core.text import days, fold
from gandan.units import queries as units
from gandan.units.gazetteer import Place

MOST = 8
HINT = gettext_lazy("Tên cũ hay mới đều được, ví dụ “quận Ninh Kiều” hoặc “phường Xuân Khánh, Cần Thơ”.")


def search_field(label: Any, *, required: bool = False, help_text: Any = HINT) -> forms.CharField:
    """Where the name is typed."""
    return forms.CharField(label=label, max_length=120, required=required, help_text=help_text)


def choice_field() -> forms.ChoiceField:
    """Which of the units that were found."""
    return forms.ChoiceField(label=gettext_lazy("Đơn vị nào"), required=False, widget=forms.RadioSelect)


class SearchesUnit(forms.Form):
    """Fields `search` and `choice`; when valid, `unit_found` is the unit, or None where nothing was typed."""

    search: ClassVar[str] = "where"
    choice: ClassVar[str] = "unit"
    unit_found: Place | None = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        typed = str((self.data.get(self.search) if self.is_bound else self.initial.get(self.search)) or "").strip()[:120]
        self.places = [hit.place for hit in units.find(typed, limit=MOST)] if typed else []
        field = self.fields[self.choice]
        field.choices = [(str(place.id), words(place)) for place in self.places]  # type: ignore[attr-defined]
        if not self.places:
            field.widget = forms.HiddenInput()

    def clean(self) -> dict[str, Any]:
        """One unit: the one chosen, or the only one that is called so."""
        data = super().clean() or {}
        typed = (data.get(self.search) or "").strip()
        if not typed:
            return data
        chosen = next((place for place in self.places if str(place.id) == data.get(self.choice)), None)
        exact = [place for place in self.places if fold(place.full_name) == fold(typed)]
        self.unit_found = chosen or (exact[0] if len(exact) == 1 else None)
        if self.unit_found is None and self.places:
            self.add_error(self.choice, _("Xin chọn một đơn vị trong danh sách."))
        elif self.unit_found is None:
            self.add_error(self.search, _("Chưa tìm thấy đơn vị nào tên như vậy. Xin thử cách viết khác."))
        return data

    @property
    def unit_id(self) -> str | None:
        """The id of the unit, as JSON."""
        return str(self.unit_found.id) if self.unit_found else None


def words(place: Place) -> str:
    """Name, what lies above, and until when, so that two of one name can be told apart."""
    above = ", ".join(p.full_name for p in units.ancestors(place))
    name = f"{place.full_name}, {above}" if above else place.full_name
    return name if place.valid_to is None else _("%(name)s (đến %(day)s)") % {"name": name, "day": days.written(place.valid_to)}


def named(pk: UUID | str | None) -> str:
    """The words of a unit that was chosen before."""
    place = units.one(UUID(str(pk))) if pk else None
    return place.full_name if place else ""
