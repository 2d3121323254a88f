from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """The room gandan.accounts."""

    name = "gandan.accounts"
    default_auto_field = "django.db.models.BigAutoField"
