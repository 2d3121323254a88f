"""READ files."""

from uuid import UUID

from django.db.models import Model, QuerySet

from gandan.core.access import Actor
from gandan.core.files import owners
from gandan.core.files.models import StoredFile


def of(owner: Model) -> QuerySet[StoredFile]:
    """The files of a thing that still have content, oldest first. Whoever may see the thing may see them."""
    return StoredFile.objects.filter(owner_type=owner._meta.label_lower, owner_id=str(owner.pk), erased_at=None).order_by("id")


def visible(key: UUID, *, actor: Actor) -> StoredFile | None:
    """The file when the actor may open it, else None, whether it exists or not."""
    file = StoredFile.objects.filter(pk=key).first()
    return file if file is not None and owners.may_open(actor, file) else None
