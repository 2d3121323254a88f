"""The room gandan.activities."""

from django.apps import AppConfig


class ActivitiesConfig(AppConfig):
    """What was done, when, where, under which document."""

    name = "gandan.activities"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Hand over what other rooms ask for at start."""
        from gandan.activities import permissions
        from gandan.core import access

        access.register(permissions.TABLE)
