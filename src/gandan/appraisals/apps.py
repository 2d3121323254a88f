"""The room gandan.appraisals."""

from django.apps import AppConfig


class AppraisalsConfig(AppConfig):
    """Score sheets, councils that score apart, what is posted and objected, decisions."""

    name = "gandan.appraisals"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Hand over what other rooms ask for at start."""
        from gandan.appraisals import permissions
        from gandan.core import access

        access.register(permissions.TABLE)
