"""The room gandan.directives."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DirectivesConfig(AppConfig):
    """Documents by number, what replaced them, who advised them."""

    name = "gandan.directives"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Hand over permissions, search documents, who may open files, and the line in the menu."""
        from gandan.core import access, search
        from gandan.core.files import owners
        from gandan.core.ui import menu
        from gandan.directives import permissions
        from gandan.directives.queries import may_open
        from gandan.directives.search import SOURCE

        access.register(permissions.TABLE)
        search.register(SOURCE)
        owners.register("directives.document", may_open)
        menu.register(menu.MenuEntry(_("Văn bản"), "directives:register", "directives.open_desk", order=40))
