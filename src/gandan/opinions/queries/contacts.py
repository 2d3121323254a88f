"""READ a sealed contact. For the moment in which somebody opens it for a reason, or in which the system writes to its sender."""

import json

from gandan.core import secrets
from gandan.opinions.given import ContactGiven
from gandan.opinions.models import Contact


def opened(row: Contact) -> ContactGiven:
    """What was left, in plain text; raises `secrets.Undecipherable` where the installation lost its keys."""
    return ContactGiven(**json.loads(secrets.decrypt(row.sealed)))
