"""What stood in the record up to a number, chained, so that a removed or changed event is found and named."""

import hashlib
from collections.abc import Iterator
from uuid import UUID

import pgtrigger
from django.db import models

LEAF = 8 + 16 + 32  # number, id, digest
GENESIS = bytes(32)  # what the first checkpoint is chained to


class Checkpoint(models.Model):
    """All events with `after < seq <= upto`, at a moment when no deed with such a number could still be in flight.

    `leaves` holds number, id and digest of each; `digest` chains it to the checkpoint before. Later sealing (Merkle) reads the same leaves.
    """

    number = models.BigIntegerField(primary_key=True)
    after = models.BigIntegerField()
    upto = models.BigIntegerField()
    count = models.PositiveIntegerField()
    leaves = models.BinaryField()
    previous = models.BinaryField(max_length=32)
    digest = models.BinaryField(max_length=32)
    at = models.DateTimeField()

    class Meta:
        ordering = ["number"]
        constraints = [models.CheckConstraint(name="checkpoint_forward", condition=models.Q(upto__gt=models.F("after")))]
        triggers = [pgtrigger.Protect(name="checkpoint_append_only", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.number}: {self.after}–{self.upto}"

    def computed_digest(self) -> bytes:
        """SHA-256 over the number, the range, the digest before and the leaves."""
        head = f"gandan.checkpoint.1\n{self.number} {self.after} {self.upto} {self.count}\n".encode()
        return hashlib.sha256(head + bytes(self.previous) + bytes(self.leaves)).digest()

    def entries(self) -> Iterator[tuple[int, UUID, bytes]]:
        """Number, id and digest of each event in it."""
        raw = bytes(self.leaves)
        for start in range(0, len(raw), LEAF):
            leaf = raw[start : start + LEAF]
            yield int.from_bytes(leaf[:8], "big"), UUID(bytes=leaf[8:24]), leaf[24:]


def leaf(seq: int, event: UUID, digest: bytes) -> bytes:
    """One event in a checkpoint."""
    return seq.to_bytes(8, "big") + event.bytes + bytes(digest)
