"""The room gandan.appraisals."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AppraisalsConfig(AppConfig):
    """Score sheets, councils that score apart, what is posted and objected, decisions."""

    name = "gandan.appraisals"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Hand over what other rooms ask for at start."""
        from gandan.appraisals import messages, permissions, work
        from gandan.appraisals.actions import leave_to_successors, leave_with_office
        from gandan.core import access
        from gandan.core.ui import menu
        from gandan.core.ui import work as all_work
        from gandan.notices import texts
        from gandan.units import handover

        access.register(permissions.TABLE)
        handover.register("appraisals", leave_to_successors, last=True)
        handover.register_end("appraisals", leave_with_office)
        all_work.register("appraisals", work.owed)
        texts.register(*messages.TEXTS)
        menu.register(menu.MenuEntry(_("Hội đồng"), "appraisals:councils", "appraisals.open_desk", order=27, aside=True))
