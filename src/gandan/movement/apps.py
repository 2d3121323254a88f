"""The room gandan.movement."""

from django.apps import AppConfig


class MovementConfig(AppConfig):
    """Emulation drives and good-practice models: registered, shown to work, recognised, copied, alive."""

    name = "gandan.movement"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Hand over what other rooms ask for at start."""
        from gandan.core import access
        from gandan.movement import permissions

        access.register(permissions.TABLE)
