"""The room at start."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class IngestConfig(AppConfig):
    """The room gandan.ingest: what it reads it proposes; what a person accepts goes into the rooms below."""

    name = "gandan.ingest"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Hand over who may what, what waits for whom, who opens files of a batch, what a merger moves, and the line in the menu."""
        from gandan.core import access
        from gandan.core.files import owners
        from gandan.core.ui import menu
        from gandan.core.ui import work as all_work
        from gandan.ingest import permissions, work
        from gandan.ingest.actions import hand_over
        from gandan.ingest.queries import may_open_file
        from gandan.units import handover

        access.register(permissions.TABLE)
        owners.register("ingest.batchfile", may_open_file)
        handover.register("readings", hand_over)
        all_work.register("readings", work.owed)
        menu.register(menu.MenuEntry(_("Đọc văn bản"), "ingest:read", "ingest.read_prose", order=60))
