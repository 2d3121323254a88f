from django.apps import AppConfig


class PortalConfig(AppConfig):
    """The room gandan.portal."""

    name = "gandan.portal"
    default_auto_field = "django.db.models.BigAutoField"
