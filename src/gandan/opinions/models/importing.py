"""A spreadsheet of opinions on its way in: read, looked at, taken row by row."""

from django.db import models
from django.db.models import Q

from gandan.core.ids import uuid7
from gandan.opinions.enums import RowState
from gandan.units.models import Office, Unit


class Sheet(models.Model):
    """One file that an officer handed in; only they see it. How far it is follows from its rows.

    `digest` is a keyed HMAC of the file, by which the same file is known again. Rows go with the sheet when its time is over.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64)
    made_by = models.CharField(max_length=80)
    made_at = models.DateTimeField()
    begun_at = models.DateTimeField(null=True, blank=True)
    printed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-made_at", "-id"]
        constraints = [models.UniqueConstraint(name="sheet_once", fields=["unit", "digest"])]
        indexes = [models.Index(name="sheet_of_maker", fields=["made_by", "-made_at"])]

    def __str__(self) -> str:
        return str(self.pk)


class SheetRow(models.Model):
    """One row of a sheet. It names no opinion: nothing leads from a list to those who spoke.

    `sealed` is one encrypted text: what stood in the cells until the row is taken, then code and PIN until the receipts are printed, then
    nothing. `digest` is a keyed HMAC of the cells, by which the same row is known again; a row that was taken is taken once.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    sheet = models.ForeignKey(Sheet, on_delete=models.CASCADE, related_name="rows")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    position = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    state = models.CharField(max_length=5, choices=RowState)
    sealed = models.TextField(blank=True)

    class Meta:
        ordering = ["sheet", "position"]
        constraints = [
            models.UniqueConstraint(name="one_row_at_a_position", fields=["sheet", "position"]),
            models.UniqueConstraint(name="row_taken_once", fields=["unit", "digest"], condition=Q(state=RowState.TAKEN)),
        ]

    def __str__(self) -> str:
        return f"{self.sheet_id} {self.position}"
