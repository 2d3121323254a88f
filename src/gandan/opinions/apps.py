"""The room gandan.opinions."""

from django.apps import AppConfig


class OpinionsConfig(AppConfig):
    """What people say, and what comes of it."""

    name = "gandan.opinions"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Hand over what other rooms ask for at start."""
        from gandan.core import access, secrets
        from gandan.core.files import owners
        from gandan.opinions import permissions, queries

        access.register(permissions.TABLE)
        owners.register("opinions.opinion", queries.may_open_opinion)
        owners.register("opinions.letter", queries.may_open_letter)
        owners.register("opinions.answer", queries.may_open_answer)
        secrets.provide_samples(queries.sealed_samples)
