"""The room gandan.indicators."""

from django.apps import AppConfig


class IndicatorsConfig(AppConfig):
    """Definitions, values with provenance, figures with their sentences."""

    name = "gandan.indicators"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Hand over what other rooms ask for at start."""
        from gandan.core import access
        from gandan.indicators import permissions

        access.register(permissions.TABLE)
