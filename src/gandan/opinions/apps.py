"""The room gandan.opinions."""

from django.apps import AppConfig


class OpinionsConfig(AppConfig):
    """What people say, and what comes of it."""

    name = "gandan.opinions"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Hand over what other rooms ask for at start."""
        from gandan.core import access
        from gandan.opinions import permissions

        access.register(permissions.TABLE)
