"""Correcting a place: a unit of the tree."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from gandan.ingest.proposal import Level, Record
from gandan.ingest.web.corrections import CorrectionForm
from gandan.ingest.web.unit_search import SearchesUnit, choice_field, search_field
from gandan.units import queries as units
from gandan.units.gazetteer import Level as Tier


class PlaceForm(SearchesUnit, CorrectionForm):
    """A name to look for, and which unit it is."""

    search = "name"

    name = search_field(_("Tên đơn vị"), required=True)
    unit = choice_field()

    @classmethod
    def of(cls, record: Record) -> dict[str, Any]:
        """The name as the text says it, with the province that was understood, and the unit that was."""
        name, province = getattr(record, "name", ""), getattr(record, "province", None)
        unit, code = getattr(record, "unit", None), getattr(record, "code", None)
        place = units.one(unit) if unit else units.by_code(code, level=record.level.value) if code else None  # type: ignore[attr-defined]
        told = name if not province or name.endswith(province) else f"{name}, {province}"
        return {"name": told, "unit": str(place.id) if place else ""}

    def corrections(self) -> dict[str, Any]:
        """The unit, and its name, level, province and codes as the record tells them."""
        place = self.unit_found
        if place is None:
            return {}
        top = [place, *units.ancestors(place)][-1]
        today = [place] if place.is_open else [part.place for part in units.became(place)]
        return {
            "unit": str(place.id),
            "name": place.full_name,
            "province": top.name if top.level == Tier.PROVINCE else None,
            "level": Level(place.level.value).value,
            "code": place.code,
            "today": [part.code for part in today if part.code],
        }
