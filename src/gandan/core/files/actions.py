"""WRITE: store a file, give it to its owner, erase it, sweep what nobody points to."""

import hashlib
from datetime import datetime, timedelta
from pathlib import PurePath

from django.core.files.base import File
from django.db import IntegrityError, transaction
from django.db.models import Model

from gandan.core import events
from gandan.core.access import Actor, refuse_if, require
from gandan.core.files import policies, vault
from gandan.core.files.models import StoredFile
from gandan.core.text import nfc


@transaction.atomic
def store(upload: File, *, by: Actor, now: datetime, owner: Model | None = None, prose: bool = False) -> StoredFile:  # type: ignore[type-arg]
    """Check, clean and keep a file. The same content at the same owner again answers with the file that is there.

    `prose` takes what is none of the known kinds as plain text, for owners that read articles: it is handed out as a .txt and nothing else.

    Raises Refusal with a sentence for the sender. Bytes reach the disk before the row: a crash leaves bytes that `sweep` takes away, never
    a row without bytes.
    """
    require(by, "core.store_file", owner)
    refuse_if(policies.too_large(upload.size or 0))
    kind, raw = policies.acceptable(upload.read(policies.LARGEST + 1), prose=prose)
    digest = hashlib.sha256(raw).hexdigest()
    place = (owner._meta.label_lower, str(owner.pk)) if owner is not None else ("", "")
    if owner is not None:
        there = StoredFile.objects.filter(owner_type=place[0], owner_id=place[1], sha256=digest, erased_at=None).first()
        if there is not None:
            return there
    file = StoredFile(
        key=vault.put(raw),
        name=_name(upload.name),
        kind=kind,
        size=len(raw),
        sha256=digest,
        owner_type=place[0],
        owner_id=place[1],
        stored_by=by.key,
        stored_at=now,
    )
    try:
        with transaction.atomic():
            file.save(force_insert=True)
    except IntegrityError:  # the same file arrived twice at once
        vault.remove(file.key)
        return StoredFile.objects.get(owner_type=place[0], owner_id=place[1], sha256=digest, erased_at=None)
    events.record("core.file_stored", file, by=by, at=now, now="kept", facts={"kind": kind.name, "size": len(raw)}, binds=[file])
    return file


@transaction.atomic
def erase(file: StoredFile, *, by: Actor, now: datetime) -> StoredFile:
    """Take away bytes, name and hash. The row and its events stay and still verify.

    The bytes go when the deed is committed; should the program die in that moment, the next `sweep` takes them.
    """
    file = StoredFile.objects.select_for_update().get(pk=file.pk)
    require(by, "core.erase_file", file)
    refuse_if(policies.erase(file))
    file.erase_content()
    file.erased_at = now
    file.save(update_fields=["name", "sha256", "erased_at"])
    events.record("core.file_erased", file, by=by, at=now, was="kept", now="erased", binds=[file])
    transaction.on_commit(lambda: vault.remove(file.key))
    return file


def sweep(*, by: Actor, now: datetime, age: timedelta = timedelta(days=1)) -> int:
    """Remove bytes older than `age` that no living row points to: rolled back deeds, crashes between row and disk. Returns how many."""
    require(by, "core.sweep_files")
    found = list(vault.keys(older_than=(now - age).timestamp()))
    living = set(StoredFile.objects.filter(key__in=found, erased_at=None).values_list("key", flat=True))
    orphans = [key for key in found if key not in living]
    for key in orphans:
        vault.remove(key)
    return len(orphans)


def _name(given: str | None) -> str:
    """The sender's name for it, without folders and control signs, short enough for any disk."""
    name = PurePath((given or "").replace("\\", "/")).name
    return "".join(c for c in nfc(name) if c.isprintable())[-150:]
