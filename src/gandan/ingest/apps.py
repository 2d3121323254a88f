"""The room at start."""

from django.apps import AppConfig


class IngestConfig(AppConfig):
    """The room gandan.ingest: it has no tables yet; what it reads it proposes."""

    name = "gandan.ingest"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Hand over who may what."""
        from gandan.core import access
        from gandan.ingest import permissions

        access.register(permissions.TABLE)
