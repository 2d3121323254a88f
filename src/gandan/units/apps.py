"""The room gandan.units."""

from django.apps import AppConfig


class UnitsConfig(AppConfig):
    """Places and offices through time."""

    name = "gandan.units"
    default_auto_field = "django.db.models.BigAutoField"
