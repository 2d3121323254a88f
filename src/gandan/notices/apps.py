"""The room gandan.notices."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    """Messages made from events: workspace, mail, gateways."""

    name = "gandan.notices"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Hand over permissions, what follows events, calls to make, encrypted numbers to try keys on, and the bell."""
        from gandan.core import access, secrets
        from gandan.core.events import followers
        from gandan.core.ui import bell
        from gandan.core.ui import work as all_work
        from gandan.notices import following, permissions, queries, work

        access.register(permissions.TABLE)
        followers.register("notices", following.follow)
        all_work.register("calls", work.owed)
        secrets.provide_samples(queries.encrypted_samples)
        bell.provide("notices:list", queries.unread_count)
