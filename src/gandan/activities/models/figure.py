"""What was counted at an activity."""

from django.db import models
from django.db.models import Q

from gandan.activities.models.part import Part
from gandan.indicators.models import Statement


class ActivityFigure(Part):
    """A figure that a text gives for this activity; its words lie in the statement."""

    statement = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="+")

    class Meta(Part.Meta):
        constraints = [models.UniqueConstraint(name="figure_once", fields=["activity", "statement"], condition=Q(removed_at=None))]
        indexes = [models.Index(name="activity_of_figure", fields=["statement"], condition=Q(removed_at=None))]

    def __str__(self) -> str:
        return str(self.statement_id)
