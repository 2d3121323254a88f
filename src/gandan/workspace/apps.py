from django.apps import AppConfig


class WorkspaceConfig(AppConfig):
    """The room gandan.workspace."""

    name = "gandan.workspace"
    default_auto_field = "django.db.models.BigAutoField"
