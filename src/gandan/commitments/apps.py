"""The room gandan.commitments."""

from django.apps import AppConfig


class CommitmentsConfig(AppConfig):
    """What is owed, by whom, by when; evidence; reminders and escalation."""

    name = "gandan.commitments"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Hand over what other rooms ask for at start."""
        from gandan.commitments import permissions
        from gandan.core import access

        access.register(permissions.TABLE)
