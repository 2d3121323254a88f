"""One-time tokens: random enough to be kept as a plain digest."""

import hashlib
import secrets


def new() -> str:
    """256 random bits, safe in an address."""
    return secrets.token_urlsafe(32)


def digest(token: str) -> str:
    """What the database keeps of it."""
    return hashlib.sha256(token.encode()).hexdigest()
