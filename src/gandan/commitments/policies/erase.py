"""WHEN words are taken away."""

from django.utils.translation import gettext as _

from gandan.core.access import Refusal
from gandan.core.events import BoundContent


def erase_words(row: BoundContent) -> Refusal | None:
    """Once is enough."""
    return Refusal(_("Nội dung này đã được xoá.")) if row.is_erased else None
