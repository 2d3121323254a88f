"""The code of an objection: whoever holds it reads the answer. Only its keyed HMAC is kept, and nothing of who objected."""

from gandan.core import codes

PURPOSE = "appraisals"


def digest(code: str) -> str:
    """What the database keeps of a code."""
    return codes.digest(code, purpose=PURPOSE)
