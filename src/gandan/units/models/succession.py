"""What became of a unit."""

from django.db import models
from django.db.models import F, Q

from gandan.core.ids import uuid7
from gandan.units.enums import Basis, Change
from gandan.units.models import rules
from gandan.units.models.unit import Unit


class Succession(models.Model):
    """One step from an old unit to a new one on a day, with the share that went over and where that share comes from.

    `new` is empty for an abolition. `main` marks the part that the source takes for the chief one. `decree` empty = not known.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    old = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="became")
    new = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="came_from", null=True, blank=True)
    first_day = models.DateField()
    change = models.CharField(max_length=10, choices=Change)
    share = models.DecimalField(max_digits=7, decimal_places=6)
    basis = models.CharField(max_length=10, choices=Basis, blank=True)
    main = models.BooleanField(default=False)
    decree = models.CharField(max_length=80, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_step_between_two", fields=["old", "new", "first_day"], nulls_distinct=False),
            models.CheckConstraint(name="share_of_a_whole", condition=Q(share__gte=0, share__lte=1)),
            models.CheckConstraint(
                name="abolition_has_no_successor",
                condition=Q(change=Change.ABOLITION, new__isnull=True, share=0, basis="")
                | (~Q(change=Change.ABOLITION) & Q(new__isnull=False) & ~Q(basis="")),
            ),
            models.CheckConstraint(name="nothing_succeeds_itself", condition=~Q(old=F("new"))),
        ]
        triggers = [rules.succession_fits()]

    def __str__(self) -> str:
        return f"{self.old_id} → {self.new_id}"
