"""A day as people write it, where no request and no app is at hand as well."""

from datetime import date

from django.utils import formats
from django.utils.translation import get_language


def written(day: date) -> str:
    """30/6/2025, in English 30 June 2025."""
    return formats.date_format(day, "j/n/Y" if (get_language() or "vi").startswith("vi") else "j F Y")
