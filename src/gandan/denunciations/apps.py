"""The room gandan.denunciations."""

from django.apps import AppConfig


class DenunciationsConfig(AppConfig):
    """What is set aside for handlers one level up."""

    name = "gandan.denunciations"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Hand over what other rooms ask for at start. Nothing is handed to search, to files, to the API."""
        from gandan.core import access, secrets
        from gandan.denunciations import permissions, sealing
        from gandan.denunciations.actions import leave_to_successors
        from gandan.units import handover

        access.register(permissions.TABLE)
        secrets.provide_samples(sealing.samples)
        handover.register("denunciations", leave_to_successors)
