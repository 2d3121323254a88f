"""Rows with a person's words: bound to their events by a keyed hash, and erasable."""

import hashlib
import hmac
import json
import os
from collections.abc import Iterable
from typing import ClassVar

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Field
from django.db.models.base import ModelBase

SALT_BYTES = 32


class BoundContent(models.Model):
    """Mixin for a row whose `BOUND` fields hold words, names, contacts or files of a person.

    `save` puts a fresh random salt beside changed content and the content's HMAC-SHA256 under that salt; the deed names the row in
    `events.record(..., binds=[row])`, which copies the HMAC into the event. Whoever changes the content later is found by `verify`.
    `erase_content` takes content and salt away: what stays in the event can then be computed from nothing, and the record still verifies.
    """

    BOUND: ClassVar[tuple[str, ...]] = ()

    content_salt = models.BinaryField(null=True, editable=False, max_length=SALT_BYTES)
    content_mac = models.BinaryField(null=True, editable=False, max_length=32)

    class Meta:
        abstract = True

    @property
    def is_erased(self) -> bool:
        """Content that once was and is gone."""
        return self.content_mac is not None and self.content_salt is None

    def _bound_fields(self) -> list["Field[object, object]"]:
        return [field for field in self._meta.concrete_fields if field.name in self.BOUND]

    def content_bytes(self) -> bytes:
        """The bound fields in one spelling, with the row's kind and id, so that content cannot be moved to another row unseen."""
        values = {field.name: _plain(field.value_from_object(self)) for field in self._bound_fields()}
        kept = {"row": [self._meta.label_lower, str(self.pk)], "content": values}
        return json.dumps(kept, sort_keys=True, separators=(",", ":"), ensure_ascii=False, cls=DjangoJSONEncoder).encode()

    def computed_mac(self) -> bytes | None:
        """The HMAC of what the row holds now; None once it is erased or before it is saved."""
        if self.content_salt is None:
            return None
        return hmac.digest(bytes(self.content_salt), self.content_bytes(), hashlib.sha256)

    @property
    def is_bound(self) -> bool:
        """Whether the kept HMAC is that of the content."""
        computed = self.computed_mac()
        return computed is not None and self.content_mac is not None and hmac.compare_digest(computed, bytes(self.content_mac))

    def save(
        self,
        *,
        force_insert: bool | tuple[ModelBase, ...] = False,
        force_update: bool = False,
        using: str | None = None,
        update_fields: Iterable[str] | None = None,
    ) -> None:
        """Save; content that changed gets a fresh salt and its HMAC."""
        if not self.is_erased and not self.is_bound:
            self.content_salt = os.urandom(SALT_BYTES)
            self.content_mac = self.computed_mac()
        if update_fields is not None:
            update_fields = {*update_fields, "content_salt", "content_mac"}
        super().save(force_insert=force_insert, force_update=force_update, using=using, update_fields=update_fields)

    def erase_content(self) -> None:
        """Empty the bound fields and drop the salt, in memory: the erasing deed saves the row and records it with `binds=[row]`."""
        for field in self._bound_fields():
            setattr(self, field.attname, None if field.null else field.get_default())
        self.content_salt = None


def _plain(value: object) -> object:
    return bytes(value).hex() if isinstance(value, bytes | memoryview | bytearray) else value
