"""The room at start."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class IngestConfig(AppConfig):
    """The room gandan.ingest: it has no tables yet; what it reads it proposes."""

    name = "gandan.ingest"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Hand over who may what, and the line in the menu."""
        from gandan.core import access
        from gandan.core.ui import menu
        from gandan.ingest import permissions

        access.register(permissions.TABLE)
        menu.register(menu.MenuEntry(_("Đọc văn bản"), "ingest:read", "ingest.read_prose", order=60))
