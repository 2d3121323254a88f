"""The room gandan.accounts."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    """People who sign in, and the roles they hold for a time."""

    name = "gandan.accounts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Hand over permissions and the line in the menu."""
        from gandan.accounts import permissions
        from gandan.core.access import register
        from gandan.core.ui import menu

        register(permissions.TABLE)
        menu.register(menu.MenuEntry(_("Người và vai trò"), "accounts:people", "accounts.open_people", order=70))
