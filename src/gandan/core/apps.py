from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    """The room gandan.core."""

    name = "gandan.core"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Hand over who may do what in the parts of core that have deeds of their own."""
        from gandan.core.access import register
        from gandan.core.events import permissions as events
        from gandan.core.events import verify
        from gandan.core.files import permissions as files
        from gandan.core.files.verify import damaged
        from gandan.core.legal import permissions as legal
        from gandan.core.rest import permissions as rest
        from gandan.core.ui import menu

        register(events.TABLE)
        register(files.TABLE)
        verify.also(damaged)
        register(legal.TABLE)
        register(rest.TABLE)
        menu.register(menu.MenuEntry(_("Quy định"), "legal:rules", "legal.open_desk", order=80, aside=True))
