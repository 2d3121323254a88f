"""The room gandan.activities."""

from django.apps import AppConfig


class ActivitiesConfig(AppConfig):
    """What was done, when, where, under which document; requests made there."""

    name = "gandan.activities"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Hand over what other rooms ask for at start."""
        from gandan.activities import permissions
        from gandan.activities.queries.files import may_open
        from gandan.activities.search import SOURCE
        from gandan.core import access, search
        from gandan.core.files import owners

        access.register(permissions.TABLE)
        search.register(SOURCE)
        owners.register("activities.activity", may_open)
