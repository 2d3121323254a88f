"""The room gandan.awards."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AwardsConfig(AppConfig):
    """Kinds of commendation, calls, nominations, decisions, the roll of honour."""

    name = "gandan.awards"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Hand over what other rooms ask for at start."""
        from gandan.appraisals import decided, postings
        from gandan.appraisals import subjects as all_subjects
        from gandan.awards import messages, permissions, queries, sealing, subjects, work
        from gandan.awards.actions import leave_to_successors, leave_with_office, note_upheld
        from gandan.awards.adapters.decision import said
        from gandan.core import access, secrets
        from gandan.core.files import owners
        from gandan.core.ui import menu
        from gandan.core.ui import work as all_work
        from gandan.notices import texts
        from gandan.units import handover

        access.register(permissions.TABLE)
        secrets.provide_samples(sealing.samples)
        owners.register("awards.nomination", queries.may_open_papers)
        all_subjects.register(subjects.NOMINEE, subjects.nominees, owners=subjects.owners_of_nominees, hands=subjects.hands_of_nominees)
        all_subjects.register(subjects.CALL, subjects.calls, owners=subjects.nobody, hands=subjects.hands_of_calls)
        postings.register(subjects.CALL, on_upheld=note_upheld, about=subjects.posted_subjects, decided=subjects.decided_on)
        handover.register("awards", leave_to_successors)
        handover.register_end("awards", leave_with_office)
        all_work.register("awards", work.owed)
        texts.register(*messages.TEXTS)
        decided.register("awards", said=said, ways=(decided.Way(_("Quyết định khen thưởng"), "awards:list", "awards.decide"),))
        menu.register(menu.MenuEntry(_("Khen thưởng"), "awards:list", "awards.open_desk", order=28, aside=True))
