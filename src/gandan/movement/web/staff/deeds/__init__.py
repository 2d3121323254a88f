"""One page for each deed on a model: who and when are asked before the form is shown, and again by the deed itself."""

from gandan.movement.web.staff.deeds import forming, judging, living
from gandan.movement.web.staff.deeds.deed import Deed

DEEDS: tuple[Deed, ...] = (*forming.DEEDS, *living.DEEDS, *judging.DEEDS)
BY_SLUG = {deed.slug: deed for deed in DEEDS}
