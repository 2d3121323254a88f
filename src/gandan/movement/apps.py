"""The room gandan.movement."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MovementConfig(AppConfig):
    """Emulation drives and good-practice models: registered, shown to work, recognised, copied, alive."""

    name = "gandan.movement"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Hand over what other rooms ask for at start."""
        from gandan.appraisals import decided, postings, subjects
        from gandan.core import access, search
        from gandan.core.events import followers
        from gandan.core.files import owners
        from gandan.core.ui import menu
        from gandan.core.ui import work as all_work
        from gandan.movement import messages, permissions, queries, stamp, work
        from gandan.movement.actions import leave_to_successors, leave_with_office, upheld
        from gandan.movement.decided import said
        from gandan.movement.queries import judged, recognition
        from gandan.movement.search import SOURCE, follow
        from gandan.notices import texts
        from gandan.units import handover

        access.register(permissions.TABLE)
        way = decided.Way(_("Công nhận mô hình"), "movement:recognise", "movement.recognise")
        decided.register("movement", said=said, ways=[way])
        subjects.register("movement.practice", judged.describe, owners=judged.owners, hands=judged.hands)
        postings.register("movement.practice", on_upheld=upheld, decided=recognition.decided_on)
        owners.register("movement.evidence", queries.may_open_evidence)
        owners.register("movement.visit", queries.may_open_visit)
        handover.register("movement", leave_to_successors)
        handover.register_end("movement", leave_with_office)
        all_work.register("movement", work.owed)
        search.register(SOURCE)
        followers.register("movement.search", follow)
        followers.register("movement.stamp", stamp.renew)
        texts.register(*messages.TEXTS)
        menu.register(menu.MenuEntry(_("Mô hình"), "movement:desk", "movement.open_desk", order=25))
