"""The room gandan.commitments."""

from django.apps import AppConfig


class CommitmentsConfig(AppConfig):
    """What is owed, by whom, by when; evidence; reminders and escalation."""

    name = "gandan.commitments"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Hand over what other rooms ask for at start."""
        from gandan.commitments import permissions
        from gandan.commitments.actions import leave_to_successors, leave_with_office
        from gandan.commitments.queries import may_open_evidence
        from gandan.core import access
        from gandan.core.files import owners
        from gandan.units import handover

        access.register(permissions.TABLE)
        owners.register("commitments.evidence", may_open_evidence)
        handover.register("commitments", leave_to_successors)
        handover.register_end("commitments", leave_with_office)
