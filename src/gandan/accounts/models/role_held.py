"""A role that somebody holds somewhere, for a time."""

import pgtrigger
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import Q, UUIDField, Value
from django.db.models.functions import Coalesce

from gandan.accounts.models.user import User
from gandan.core.access import Role
from gandan.core.ids import uuid7
from gandan.units.models import Hamlet, Office, Unit

IN_OFFICE = (Role.OFFICER, Role.LEADER, Role.SPECIALIST, Role.DENUNCIATION_HANDLER)
NOWHERE = Value("00000000-0000-0000-0000-000000000000", output_field=UUIDField())

PLACE_AGREES = """
    IF NEW.office_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM units_office WHERE id = NEW.office_id AND unit_id = NEW.unit_id) THEN
        RAISE EXCEPTION 'the office of a role belongs to its unit' USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.hamlet_id IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM units_hamletplace WHERE hamlet_id = NEW.hamlet_id AND unit_id = NEW.unit_id AND during && NEW.valid
    ) THEN
        RAISE EXCEPTION 'the hamlet of a role belongs to its unit' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
"""


def _fits() -> Q:
    """Which place goes with which role."""
    no_hamlet = Q(hamlet__isnull=True)
    return (
        Q(role__in=IN_OFFICE, unit__isnull=False, office__isnull=False) & no_hamlet
        | Q(role=Role.DENUNCIATION_HANDLER, unit__isnull=True, office__isnull=True) & no_hamlet
        | Q(role=Role.HAMLET_HEAD, unit__isnull=False, office__isnull=True, hamlet__isnull=False)
        | Q(role=Role.SUPERVISOR, unit__isnull=False, office__isnull=True)
        | Q(role=Role.ANALYST) & no_hamlet & (Q(office__isnull=True) | Q(unit__isnull=False))
        | Q(role=Role.ADMINISTRATOR, unit__isnull=True, office__isnull=True) & no_hamlet
    )


class RoleHeld(models.Model):
    """Somebody is something, in an office or a hamlet of a unit, on the days of `valid`.

    Without a unit the role is for the whole installation: administrators, analysts and denunciation handlers of the centre. Rows are ended,
    never deleted: who could do what on a day stays answerable. `withdrawn` = taken back before it had its first full day; it never counts.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="roles")
    role = models.CharField(max_length=24, choices=Role)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    hamlet = models.ForeignKey(Hamlet, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    valid = DateRangeField()
    given_at = models.DateTimeField()
    given_by = models.CharField(max_length=60)  # an actor's key, as in events: an id, never a name
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.CharField(max_length=60, blank=True)
    withdrawn = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(name="roles_of_unit", fields=["unit", "role"])]
        constraints = [
            ExclusionConstraint(
                name="a_role_once_at_a_time",
                expressions=[
                    ("user", RangeOperators.EQUAL),
                    ("role", RangeOperators.EQUAL),
                    (Coalesce("unit", NOWHERE), RangeOperators.EQUAL),
                    (Coalesce("office", NOWHERE), RangeOperators.EQUAL),
                    (Coalesce("hamlet", NOWHERE), RangeOperators.EQUAL),
                    ("valid", RangeOperators.OVERLAPS),
                ],
                condition=Q(withdrawn=False),
            ),
            models.CheckConstraint(name="role_fits_its_place", condition=_fits()),
            models.CheckConstraint(name="role_real_period", condition=Q(valid__isempty=False, valid__lower_inf=False)),
            models.CheckConstraint(
                name="role_end_is_signed",
                condition=Q(ended_at__isnull=True, ended_by="", withdrawn=False) | Q(ended_at__isnull=False) & ~Q(ended_by=""),
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="role_is_never_deleted", operation=pgtrigger.Delete),
            pgtrigger.Trigger(
                name="role_place_agrees",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("unit_id", "office_id", "hamlet_id"),  # type: ignore[no-untyped-call]
                func=PLACE_AGREES,
            ),
        ]

    def __str__(self) -> str:
        return f"{Role(self.role).label} ({self.valid})"
