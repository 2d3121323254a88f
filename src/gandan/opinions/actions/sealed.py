"""A contact as it is kept: one encrypted text. Parts of deeds."""

import json
from dataclasses import asdict
from datetime import datetime

from gandan.core import secrets
from gandan.core.text import clean
from gandan.opinions.given import ContactGiven
from gandan.opinions.models import Contact, Opinion


def seal(opinion: Opinion, given: ContactGiven | None, wish: str, *, now: datetime) -> Contact | None:
    """Keep what was left, in place of what was left before; nothing where nothing was."""
    if not given:
        return None
    text = secrets.encrypt(json.dumps(asdict(cleaned(given)), ensure_ascii=False))
    row, _made = Contact.objects.update_or_create(
        opinion=opinion,
        defaults={"sealed": text, "wish": wish, "given_at": now},
        create_defaults={"sealed": text, "wish": wish, "given_at": now},
    )
    return row


def cleaned(given: ContactGiven) -> ContactGiven:
    """One spelling each."""
    return ContactGiven(clean.line(given.name), clean.line(given.phone), clean.line(given.mail))
