from django.apps import AppConfig


class ApiConfig(AppConfig):
    """The room gandan.api."""

    name = "gandan.api"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Hand over what other rooms ask for at start."""
        from gandan.core.rest.problems import nowhere
        from gandan.core.ui import errors

        errors.register("/api/", nowhere)
