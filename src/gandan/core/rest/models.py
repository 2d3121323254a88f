"""What a call with a key answered, kept for a few days so that a repeated call gets the same answer."""

from django.db import models

from gandan.core.ids import uuid7


class IdempotentCall(models.Model):
    """One POST that was done under an Idempotency-Key.

    `scope` is a hash of who called and the key; `asked` one of method, address and body, so that a key that comes back with another body is
    told apart from a repetition. `answer` (headers and body) is encrypted: it repeats what the caller was told, perhaps
    a person's words.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    scope = models.CharField(max_length=64, unique=True)
    asked = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField()
    answer = models.TextField()
    at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.status} {self.at}"
