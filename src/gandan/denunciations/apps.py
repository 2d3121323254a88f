"""The room gandan.denunciations."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DenunciationsConfig(AppConfig):
    """What is set aside for handlers one level up."""

    name = "gandan.denunciations"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Hand over what other rooms ask for at start. Nothing is handed to search, to files, to the API."""
        from gandan.core import access, secrets
        from gandan.core.ui import menu
        from gandan.core.ui import work as all_work
        from gandan.denunciations import messages, permissions, sealing, work
        from gandan.denunciations.actions import leave_to_successors
        from gandan.notices import texts
        from gandan.units import handover

        access.register(permissions.TABLE)
        secrets.provide_samples(sealing.samples)
        handover.register("denunciations", leave_to_successors)
        all_work.register("denunciations", work.owed)
        texts.register(*messages.TEXTS)
        menu.register(menu.MenuEntry(_("Thư để riêng"), "denunciations:desk", "denunciations.handle", order=15))
