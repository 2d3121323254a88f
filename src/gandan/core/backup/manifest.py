"""What an archive says of itself: what was in it, of what versions, which keys it needs."""

import hashlib
from datetime import datetime
from pathlib import Path

from pydantic import BaseModel, ConfigDict

FORMAT = 1
NAME = "manifest.json"
CHUNK = 1 << 20


class Member(BaseModel):
    """One file of the archive."""

    model_config = ConfigDict(frozen=True)
    size: int
    sha256: str


class Manifest(BaseModel):
    """Counts are taken in the very snapshot that was dumped, so a restore can be compared row for row."""

    model_config = ConfigDict(frozen=True)
    format: int
    gandan: str
    postgresql: int
    made_at: datetime
    demo: bool
    keys: list[str]
    counts: dict[str, int]
    members: dict[str, Member]


def member(file: Path) -> Member:
    """Size and hash of a file on disk."""
    digest, size = hashlib.sha256(), 0
    with file.open("rb") as stream:
        while chunk := stream.read(CHUNK):
            digest.update(chunk)
            size += len(chunk)
    return Member(size=size, sha256=digest.hexdigest())
