"""The room gandan.denunciations."""

from django.apps import AppConfig


class DenunciationsConfig(AppConfig):
    """What is set aside for handlers one level up."""

    name = "gandan.denunciations"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Hand over what other rooms ask for at start."""
        from gandan.core import access
        from gandan.denunciations import permissions

        access.register(permissions.TABLE)
