"""The room gandan.activities."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ActivitiesConfig(AppConfig):
    """What was done, when, where, under which document; requests made there."""

    name = "gandan.activities"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Hand over permissions, search documents, files, messages, what is owed, and what other rooms show of activities."""
        from gandan.activities import messages, origins, permissions, queries, work
        from gandan.activities.queries.files import may_open
        from gandan.activities.search import SOURCE
        from gandan.commitments import origins as all_origins
        from gandan.core import access, search
        from gandan.core.files import owners
        from gandan.core.ui import menu
        from gandan.core.ui import work as all_work
        from gandan.directives import mentions as of_documents
        from gandan.indicators import mentions as of_figures
        from gandan.notices import texts

        access.register(permissions.TABLE)
        search.register(SOURCE)
        owners.register("activities.activity", may_open)
        all_origins.register(origins.TYPE, origins.describe, asked=origins.asked)
        of_documents.register("activities", queries.of_document)
        of_figures.register("activities", queries.of_figure)
        all_work.register("requests", work.owed)
        texts.register(*messages.TEXTS)
        menu.register(menu.MenuEntry(_("Hoạt động"), "activities:desk", "activities.open_desk", order=30))
