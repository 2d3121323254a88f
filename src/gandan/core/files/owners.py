"""Who may open a file: the room that owns the thing it belongs to says so."""

from collections.abc import Callable

from gandan.core.access import Actor
from gandan.core.files.models import StoredFile

MayOpen = Callable[[Actor, str], bool]
_owners: dict[str, MayOpen] = {}


def register(owner_type: str, may_open: MayOpen) -> None:
    """`may_open(actor, owner_id)` for files of rows of a model ("room.model"): normally `visible_to(actor).filter(pk=…).exists()`."""
    if _owners.setdefault(owner_type, may_open) is not may_open:
        raise ValueError(f"files of {owner_type} are declared twice")


def may_open(actor: Actor, file: StoredFile) -> bool:
    """Nothing is open by default: files of an unregistered owner are nobody's, a file without owner is its sender's if that has a name."""
    if file.is_erased:
        return False
    if not file.owner_type:
        return file.stored_by == actor.key != "anyone"
    asked = _owners.get(file.owner_type)
    return asked is not None and asked(actor, file.owner_id)
