"""The room gandan.directives."""

from django.apps import AppConfig


class DirectivesConfig(AppConfig):
    """Documents by number, what replaced them, who advised them."""

    name = "gandan.directives"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Hand over what other rooms ask for at start."""
        from gandan.core import access
        from gandan.directives import permissions

        access.register(permissions.TABLE)
