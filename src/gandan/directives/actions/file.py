"""The document itself, as a file."""

from datetime import datetime

from django.core.files.base import File
from django.db import transaction

from gandan.core import events
from gandan.core.access import Actor, SystemActor, refuse_if, require
from gandan.core.files import actions as files
from gandan.core.files.models import StoredFile
from gandan.directives.models import Document
from gandan.directives.policies import document as policies


@transaction.atomic
def attach_file(document: Document, *, upload: File, by: Actor, now: datetime) -> StoredFile:  # type: ignore[type-arg]
    """Add a file; whoever may see the document may open it. The same content twice is one file."""
    document = Document.objects.select_for_update().get(pk=document.pk)
    require(by, "directives.attach_file", document)
    refuse_if(policies.change(document))
    file = files.store(upload, by=by, now=now, owner=document)
    events.record("directives.file_attached", document, by=by, at=now, unit=document.unit_id, facts={"file": file.pk, "size": file.size})
    return file


@transaction.atomic
def remove_file(document: Document, *, file: StoredFile, by: Actor, now: datetime) -> StoredFile:
    """Take a wrong file away, with its content. Erasing is retention's right alone, so the deed asks for this room's right first."""
    document = Document.objects.select_for_update().get(pk=document.pk)
    require(by, "directives.remove_file", document)
    refuse_if(policies.remove_file(document, file))
    erased = files.erase(file, by=SystemActor("retention"), now=now)
    events.record("directives.file_removed", document, by=by, at=now, unit=document.unit_id, facts={"file": erased.pk})
    return erased
