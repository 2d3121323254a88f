"""A contact as it is kept: one encrypted text. Parts of deeds."""

import json
from dataclasses import asdict
from datetime import datetime

from gandan.core import secrets
from gandan.core.text import clean
from gandan.opinions.given import ContactGiven
from gandan.opinions.models import Contact, Opinion


def seal(opinion: Opinion, given: ContactGiven | None, wish: str, *, now: datetime, is_new: bool = False) -> Contact | None:
    """Keep what was left, in place of what was left before; nothing where nothing was. The opinion is held, or new."""
    if not given:
        return None
    text = secrets.encrypt(json.dumps(asdict(cleaned(given)), ensure_ascii=False))
    row = None if is_new else Contact.objects.filter(opinion=opinion).first()
    row = row or Contact(opinion=opinion)
    row.sealed, row.wish, row.given_at = text, wish, now
    row.save(force_insert=row._state.adding)
    return row


def cleaned(given: ContactGiven) -> ContactGiven:
    """One spelling each."""
    return ContactGiven(clean.line(given.name), clean.line(given.phone), clean.line(given.mail))
