from django.apps import AppConfig


class IngestConfig(AppConfig):
    """The room gandan.ingest."""

    name = "gandan.ingest"
    default_auto_field = "django.db.models.BigAutoField"
