from django.apps import AppConfig


class CoreConfig(AppConfig):
    """The room gandan.core."""

    name = "gandan.core"
    default_auto_field = "django.db.models.BigAutoField"
