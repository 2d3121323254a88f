"""The room gandan.units."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class UnitsConfig(AppConfig):
    """Places and offices through time."""

    name = "gandan.units"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Hand over permissions, the way to find who stands above whom, search documents, and the line in the menu."""
        from gandan.core import search
        from gandan.core.access import provide_ancestry, register
        from gandan.core.ui import menu
        from gandan.units import permissions
        from gandan.units.queries import ancestor_ids
        from gandan.units.search import SOURCE

        register(permissions.TABLE)
        provide_ancestry(ancestor_ids)
        search.register(SOURCE)
        menu.register(menu.MenuEntry(_("Thôn và cơ quan"), "units:desk", "units.open_desk", order=60, aside=True))
