"""The room gandan.units."""

from django.apps import AppConfig


class UnitsConfig(AppConfig):
    """Places and offices through time."""

    name = "gandan.units"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Hand over permissions and the way to find who stands above whom."""
        from gandan.core.access import provide_ancestry, register
        from gandan.units import permissions
        from gandan.units.queries import ancestor_ids

        register(permissions.TABLE)
        provide_ancestry(ancestor_ids)
