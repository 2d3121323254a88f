"""The room gandan.accounts."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    """People who sign in, and the roles they hold for a time."""

    name = "gandan.accounts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Hand over permissions, the way from a token to its owner, some encrypted text to try keys on, and the line in the menu."""
        from gandan.accounts import permissions, work
        from gandan.accounts.actions import end_with, hand_over
        from gandan.accounts.queries import actor_of_token, encrypted_samples
        from gandan.core import secrets
        from gandan.core.access import register
        from gandan.core.rest.auth import provide_tokens
        from gandan.core.ui import menu
        from gandan.core.ui import work as all_work
        from gandan.units import handover

        register(permissions.TABLE)
        provide_tokens(actor_of_token)
        all_work.register("roles", work.owed)
        handover.register("roles", hand_over)
        handover.register_end("roles", end_with)
        secrets.provide_samples(encrypted_samples)
        menu.register(menu.MenuEntry(_("Người và vai trò"), "accounts:people", "accounts.open_people", order=70, aside=True))
