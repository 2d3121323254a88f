"""One change of state, for ever."""

from datetime import UTC
from typing import Any

import pgtrigger
from django.db import models
from django.db.models.expressions import RawSQL

from gandan.core.events import canonical
from gandan.core.ids import uuid7


class EventQuerySet(models.QuerySet["Event"]):
    """Readers of events, oldest first."""

    def verbs(self) -> list[str]:
        """What happened, in order."""
        return list(self.values_list("verb", flat=True))


class Event(models.Model):
    """One deed: verb, who and from which office, where, on what, states before and after, plain facts.

    The database refuses UPDATE, DELETE and TRUNCATE. No column may hold a person's words, name, contact or file: such content lies in rows
    with `BoundContent`, and `bindings` holds only a keyed hash of it. `digest` is the SHA-256 of the canonical bytes (docs/adr/0002).
    `seq` orders events; numbers missing in it are rolled back deeds or removed rows, and checkpoints tell which.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    seq = models.BigIntegerField(unique=True, editable=False, db_default=RawSQL("nextval('core_event_seq')", ()))
    version = models.PositiveSmallIntegerField(default=canonical.VERSION)
    verb = models.CharField(max_length=80)
    at = models.DateTimeField()
    actor = models.CharField(max_length=80)
    office = models.UUIDField(null=True)
    unit = models.UUIDField(null=True)
    thing_type = models.CharField(max_length=80)
    thing_id = models.CharField(max_length=64)
    was = models.CharField(max_length=80, blank=True)
    now = models.CharField(max_length=80, blank=True)
    facts = models.JSONField(default=dict)
    bindings = models.JSONField(default=list)
    digest = models.BinaryField(max_length=32)

    objects = EventQuerySet.as_manager()

    class Meta:
        ordering = ["seq"]
        indexes = [
            models.Index(name="event_of_thing", fields=["thing_type", "thing_id", "seq"]),
            models.Index(name="event_in_unit", fields=["unit", "seq"]),
        ]
        triggers = [pgtrigger.Protect(name="event_append_only", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.verb} {self.thing_type} {self.thing_id}"

    def content(self) -> dict[str, Any]:
        """What the canonical bytes say. `seq` is not among it: the database gives it afterwards, and checkpoints bind it."""
        return {
            "v": self.version,
            "id": str(self.id),
            "verb": self.verb,
            "at": canonical.moment(self.at.astimezone(UTC)),
            "actor": self.actor,
            "office": str(self.office) if self.office else None,
            "unit": str(self.unit) if self.unit else None,
            "thing": [self.thing_type, self.thing_id],
            "was": self.was,
            "now": self.now,
            "facts": self.facts,
            "bindings": self.bindings,
        }

    def computed_digest(self) -> bytes:
        """The hash that `digest` has to equal."""
        return canonical.digest(self.content())
