from django.apps import AppConfig


class ApiConfig(AppConfig):
    """The room gandan.api."""

    name = "gandan.api"
    default_auto_field = "django.db.models.BigAutoField"
