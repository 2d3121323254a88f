"""The room gandan.awards."""

from django.apps import AppConfig


class AwardsConfig(AppConfig):
    """Kinds of commendation, calls, nominations, decisions, the roll of honour."""

    name = "gandan.awards"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Hand over what other rooms ask for at start."""
        from gandan.awards import permissions
        from gandan.core import access

        access.register(permissions.TABLE)
