"""The one spelling of an event in bytes, so that anyone can compute its hash again.

Version 1: the JSON Canonicalization Scheme (RFC 8785) limited to strings, integers up to 2^53-1, booleans, null, lists and objects:
keys sorted, no spaces, UTF-8, no escapes beyond those JSON demands. Moments are UTC with six digits and "Z". SHA-256 over
b"gandan.event.1\\n" and those bytes, so that the hash of an event is never the hash of anything else.
"""

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

VERSION = 1
LARGEST = 2**53 - 1  # beyond it, readers that hold numbers as doubles would disagree


def moment(at: datetime) -> str:
    """A moment in UTC to the microsecond, which is what PostgreSQL keeps."""
    if at.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def encode(value: Mapping[str, Any]) -> bytes:
    """Canonical JSON. Floats are a defect: they have no single spelling."""
    _refuse_floats(value)
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False).encode()


def digest(content: Mapping[str, Any]) -> bytes:
    """SHA-256 of an event's content."""
    return hashlib.sha256(f"gandan.event.{VERSION}\n".encode() + encode(content)).digest()


def _refuse_floats(value: object) -> None:
    if isinstance(value, float):
        raise TypeError("a float has no single spelling; use Decimal")
    if isinstance(value, int) and abs(value) > LARGEST:
        raise ValueError(f"{value} is beyond 2^53-1")
    if isinstance(value, Mapping):
        for inner in value.values():
            _refuse_floats(inner)
    elif isinstance(value, list):
        for inner in value:
            _refuse_floats(inner)
