from django.apps import AppConfig


class UnitsConfig(AppConfig):
    """The room gandan.units."""

    name = "gandan.units"
    default_auto_field = "django.db.models.BigAutoField"
