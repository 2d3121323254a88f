"""The room gandan.workspace."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WorkspaceConfig(AppConfig):
    """The staff shell: My work."""

    name = "gandan.workspace"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Hand over the permission and the first line of the menu."""
        from gandan.core.access import register
        from gandan.core.ui import menu
        from gandan.workspace import permissions

        register(permissions.TABLE)
        menu.register(menu.MenuEntry(_("Việc của tôi"), "workspace:home", "workspace.open", order=10))
