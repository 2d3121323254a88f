"""The room gandan.indicators."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class IndicatorsConfig(AppConfig):
    """Definitions, values with provenance, figures with their sentences."""

    name = "gandan.indicators"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Hand over what other rooms ask for at start."""
        from gandan.core import access, search
        from gandan.core.ui import menu
        from gandan.indicators import permissions
        from gandan.indicators.search import SOURCES

        access.register(permissions.TABLE)
        for source in SOURCES:
            search.register(source)
        menu.register(menu.MenuEntry(_("Số liệu"), "indicators:desk", "indicators.open_desk", order=50))
