"""The room gandan.commitments."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CommitmentsConfig(AppConfig):
    """What is owed, by whom, by when; evidence; reminders and escalation."""

    name = "gandan.commitments"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Hand over what other rooms ask for at start."""
        from gandan.commitments import messages, permissions, work
        from gandan.commitments.actions import leave_to_successors, leave_with_office
        from gandan.commitments.queries import may_open_evidence
        from gandan.commitments.search import SOURCE, follow
        from gandan.core import access, search
        from gandan.core.events import followers
        from gandan.core.files import owners
        from gandan.core.ui import menu
        from gandan.core.ui import work as all_work
        from gandan.notices import texts
        from gandan.units import handover

        access.register(permissions.TABLE)
        owners.register("commitments.evidence", may_open_evidence)
        handover.register("commitments", leave_to_successors)
        handover.register_end("commitments", leave_with_office)
        search.register(SOURCE)
        followers.register("commitments.search", follow)
        all_work.register("commitments", work.owed)
        texts.register(*messages.TEXTS)
        menu.register(menu.MenuEntry(_("Việc"), "commitments:list", "commitments.open_desk", order=20))
