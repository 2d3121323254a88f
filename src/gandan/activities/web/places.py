"""Units as people type them on a form, understood as of the day on which something happened."""

from datetime import date

from django.utils.translation import gettext as _

from gandan.core.access import Refusal
from gandan.units import queries as units
from gandan.units.gazetteer import Hit
from gandan.units.models import Unit

SURE = ("exact", "fold", "code")
NAMED = 5


def unit_named(typed: str, *, on: date | None) -> Unit:
    """The one unit that bears a name on a day. Raises Refusal that names the choices when there are several, or says how to write it.

    A unit that did not exist on that day is handed on: the deed says what it was called then.
    """
    hits = units.find(typed, on=on, limit=NAMED + 1) or units.find(typed, limit=NAMED + 1)
    best = [h for h in hits if h.how in SURE]
    if not best:
        if hits:
            said = {"names": _several(hits)}
            raise Refusal(_("Chưa rõ là nơi nào. Có phải: %(names)s? Hãy ghi đúng tên, kèm tên tỉnh.") % said, status=422)
        raise Refusal(_("Chưa tìm thấy đơn vị này. Hãy ghi tên phường, xã, quận, huyện kèm tên tỉnh."), status=422)
    if len(best) > 1 and best[1].score == best[0].score:
        raise Refusal(_("Có nhiều nơi cùng tên: %(names)s. Hãy ghi thêm tên tỉnh hoặc huyện.") % {"names": _several(best)}, status=422)
    return Unit.objects.get(pk=best[0].place.id)


def _several(hits: list[Hit]) -> str:
    return "; ".join(
        ", ".join(p.full_name for p in (h.place, *units.ancestors(h.place.id, on=h.place.valid_to)[-1:])) for h in hits[:NAMED]
    )
