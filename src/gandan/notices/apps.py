"""The room gandan.notices."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    """Messages made from events: workspace, mail, gateways."""

    name = "gandan.notices"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Hand over what other rooms ask for at start."""
        from gandan.core import access
        from gandan.notices import permissions

        access.register(permissions.TABLE)
