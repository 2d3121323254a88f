"""What an office owes."""

from datetime import date
from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models import F, Q

from gandan.accounts.models import User
from gandan.commitments.enums import ENDED, STATES_OF, TO_PEOPLE, Kind, State
from gandan.core.events import BoundContent
from gandan.core.ids import uuid7
from gandan.units.models import Hamlet, Office, Unit

UNIT_IS_THE_LEADS = """
    IF NOT EXISTS (SELECT 1 FROM units_office WHERE id = NEW.lead_id AND unit_id = NEW.unit_id) THEN
        RAISE EXCEPTION 'the unit of a commitment is that of its lead office' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
"""


def _states_of(kind: Kind) -> Q:
    return Q(kind=kind, state__in=sorted(STATES_OF[kind]))


class Commitment(BoundContent):
    """Who owes what to whom by when, and the product that will show that it is done.

    Exactly one lead office; `unit` is its unit, kept beside for lists. `beneficiary` names a group or a place ("tổ dân phố 3",
    "hộ dân hẻm 51"), never a person: who was promised something holds a code, and no row knows who that is.
    `first_due` is the date first given and `due` the one that holds; every step between them stands in `Extension`.
    `due_rule` is the rule of `core.legal` that set the first date, empty when people agreed on it. `round` counts how often the work was
    opened: evidence, report and confirmations belong to one round, so that an objection asks for new evidence.
    `made_in` is the unit in which it was promised or assigned: it never changes, whoever works on it later; there its people look for it.
    Being late is no state: `is_late` follows from the date. Afterwards `is_withdrawn_late` and `DoneReport.is_late` still say so.
    """

    BOUND: ClassVar[tuple[str, ...]] = ("title", "deliverable", "beneficiary")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    kind = models.CharField(max_length=8, choices=Kind)
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    title = models.CharField(max_length=200)
    deliverable = models.CharField(max_length=300)
    beneficiary = models.CharField(max_length=200, blank=True)
    lead = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="commitments")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    made_in = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    lead_person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    assigned_by = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+", null=True, blank=True, db_index=False)
    asked_by = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    hamlet = models.ForeignKey(Hamlet, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    made_on = models.DateField()
    due = models.DateField()
    first_due = models.DateField()
    due_rule = models.CharField(max_length=80, blank=True)
    origin_type = models.CharField(max_length=80, blank=True)
    origin_id = models.CharField(max_length=64, blank=True)
    is_public = models.BooleanField()
    round = models.PositiveSmallIntegerField(default=1)
    recorded_at = models.DateTimeField()
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(name="commitment_of_unit", fields=["unit", "state", "due"]),
            models.Index(name="commitment_made_in", fields=["made_in", "state", "due"]),
            models.Index(name="commitment_owed", fields=["lead", "due"], condition=Q(state=State.OPEN)),
            models.Index(name="commitment_of_origin", fields=["origin_type", "origin_id"], condition=~Q(origin_type="")),
            models.Index(name="commitment_by_clock", fields=["due", "id"], condition=Q(state=State.OPEN)),
            models.Index(name="commitment_posted", fields=["id"], condition=Q(state=State.REPORTED)),
            models.Index(name="commitment_to_accept", fields=["assigned_by", "state"], condition=Q(assigned_by__isnull=False)),
        ]
        constraints = [
            models.CheckConstraint(name="due_not_before_made", condition=Q(first_due__gte=F("made_on"))),
            models.CheckConstraint(name="due_never_earlier", condition=Q(due__gte=F("first_due"))),
            models.CheckConstraint(
                name="state_fits_kind", condition=_states_of(Kind.TASK) | _states_of(Kind.PROMISE) | _states_of(Kind.REQUEST)
            ),
            models.CheckConstraint(
                name="public_unless_task", condition=Q(kind=Kind.TASK, is_public=False) | Q(kind__in=sorted(TO_PEOPLE), is_public=True)
            ),
            models.CheckConstraint(
                name="only_a_task_is_assigned",
                condition=Q(kind=Kind.TASK) & Q(assigned_by__isnull=False) | ~Q(kind=Kind.TASK) & Q(assigned_by=None),
            ),
            models.CheckConstraint(name="only_a_request_is_asked", condition=Q(kind=Kind.REQUEST) | Q(asked_by=None)),
            models.CheckConstraint(name="origin_whole", condition=Q(origin_type="", origin_id="") | ~Q(origin_type="") & ~Q(origin_id="")),
            models.CheckConstraint(
                name="ended_with_a_day",
                condition=Q(state__in=sorted(ENDED), ended_on__isnull=False) | ~Q(state__in=sorted(ENDED)) & Q(ended_on=None),
            ),
            models.CheckConstraint(name="round_counts_from_one", condition=Q(round__gte=1)),
        ]
        triggers = [
            pgtrigger.Protect(name="commitment_is_never_deleted", operation=pgtrigger.Delete),
            pgtrigger.ReadOnly(name="commitment_beginning_kept", fields=["kind", "made_in"]),
            pgtrigger.Trigger(
                name="commitment_unit_is_the_leads",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("lead_id", "unit_id"),  # type: ignore[no-untyped-call]
                func=UNIT_IS_THE_LEADS,
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_task(self) -> bool:
        """Owed to the office that assigned it; what is not a task is owed to people, who alone end it."""
        return self.kind == Kind.TASK

    def is_late(self, today: date) -> bool:
        """Open after its date."""
        return self.state == State.OPEN and self.due < today

    @property
    def is_withdrawn_late(self) -> bool:
        """Withdrawn when its date had passed already: taking it back does not make it never late."""
        return self.state == State.WITHDRAWN and self.ended_on is not None and self.due < self.ended_on


class Coordinator(models.Model):
    """An office that works along and answers for nothing: there is one lead."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="coordinators", db_index=False)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(name="coordinator_once", fields=["commitment", "office"])]

    def __str__(self) -> str:
        return f"{self.commitment_id}: {self.office_id}"
