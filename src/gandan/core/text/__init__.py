"""Vietnamese text in one place: spelling, keys to compare and sort by; quantities in `numbers`, days in `dates`."""

from gandan.core.text.naming import is_name
from gandan.core.text.spelling import fold, nfc, sort_key, tone_key

__all__ = ["fold", "is_name", "nfc", "sort_key", "tone_key"]
