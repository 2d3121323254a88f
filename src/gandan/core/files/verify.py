"""Checking what lies on the disk against what the rows say: part of `gandan verify`."""

import hashlib
from collections.abc import Iterator

from gandan.core.events.report import Fault, Problem
from gandan.core.files import vault
from gandan.core.files.models import StoredFile


def damaged() -> Iterator[Problem]:
    """Every living file whose bytes are gone or are not those that were stored."""
    for file in StoredFile.objects.filter(erased_at=None).order_by("id").iterator(chunk_size=500):
        fault = _fault(file)
        if fault is not None:
            yield Problem(seq=0, fault=fault, row=f"core.storedfile {file.pk}")


def _fault(file: StoredFile) -> Fault | None:
    try:
        with vault.path(file.key).open("rb") as kept:
            found = hashlib.file_digest(kept, "sha256").hexdigest()
    except OSError:
        return Fault.FILE_MISSING
    return None if found == file.sha256 else Fault.FILE_CHANGED
