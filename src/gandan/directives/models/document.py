"""A document by its number."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from gandan.core.events.models import BoundContent
from gandan.core.ids import uuid7
from gandan.directives.enums import Form, Origin, State
from gandan.units.models import Office, Unit


class Document(BoundContent):
    """A document that somebody issued: what it is called, who issued it, when, what it says in a line.

    `number` as the norm writes it; `key` equal for two spellings of one number, `plain` the same without accents. Numbers begin anew each
    year (State) or each term and kind (Party), so one number may stand for several documents: number, issuer and year tell them apart.
    `unit` is where the record is kept: None for what comes with the program and belongs to all. `checked`: somebody compared this record
    with the document itself; until then pages say so. `issuer_unit` and `issuer_office` are filled when the issuer is one that the tree
    of units knows.
    """

    BOUND: ClassVar[tuple[str, ...]] = ("kind", "issuer", "abstract", "source", "withdrawn_for")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    number = models.CharField(max_length=80)
    key = models.CharField(max_length=80)
    plain = models.CharField(max_length=80)
    form = models.CharField(max_length=8, choices=Form)
    kind = models.CharField(max_length=60, blank=True)
    issuer = models.CharField(max_length=200, blank=True)
    issuer_key = models.CharField(max_length=200, blank=True)
    issuer_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    issuer_office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    issued_on = models.DateField(null=True, blank=True)
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    abstract = models.CharField(max_length=1000, blank=True)
    folded = models.TextField(blank=True)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    is_public = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=State, default=State.RECORDED)
    withdrawn_for = models.CharField(max_length=500, blank=True)
    origin = models.CharField(max_length=8, choices=Origin, default=Origin.OFFICE)
    source = models.CharField(max_length=400, blank=True)
    checked = models.BooleanField(default=False)
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="public_document_once",
                fields=["key", "issuer_key", "year"],
                condition=Q(is_public=True, state="recorded"),
                nulls_distinct=False,
            ),
            models.UniqueConstraint(
                name="internal_document_once",
                fields=["unit", "key", "issuer_key", "year"],
                condition=Q(is_public=False, state="recorded"),
                nulls_distinct=False,
            ),
            models.CheckConstraint(name="internal_document_has_a_unit", condition=Q(is_public=True) | Q(unit__isnull=False)),
            models.CheckConstraint(name="document_number_not_blank", condition=~Q(number="") & ~Q(key="")),
            models.CheckConstraint(
                name="withdrawn_document_says_why", condition=Q(state="recorded", withdrawn_for="") | Q(state="withdrawn")
            ),
        ]
        indexes = [
            models.Index(name="document_by_number", fields=["plain"]),
            models.Index(name="document_newest", fields=["is_public", "state", "-recorded_at"]),
            models.Index(name="document_of_unit", fields=["unit", "state"]),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.number}".strip()

    @property
    def is_recorded(self) -> bool:
        """The record stands."""
        return self.state == State.RECORDED
