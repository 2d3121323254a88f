"""The room gandan.opinions."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OpinionsConfig(AppConfig):
    """What people say, and what comes of it."""

    name = "gandan.opinions"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Hand over what other rooms ask for at start."""
        from gandan.commitments import origins as all_origins
        from gandan.core import access, search, secrets
        from gandan.core.events import followers
        from gandan.core.files import owners
        from gandan.core.ui import errors, menu
        from gandan.core.ui import work as all_work
        from gandan.denunciations import passing
        from gandan.notices import correspondents, texts
        from gandan.opinions import codes, messages, origins, permissions, queries, telling, work
        from gandan.opinions.actions import leave_to_successors, leave_with_office, take_back
        from gandan.opinions.following import follow_law
        from gandan.opinions.search import INTERNAL_SOURCE, PUBLIC_SOURCE, follow
        from gandan.opinions.web.open311.faults import astray
        from gandan.units import handover

        access.register(permissions.TABLE)
        errors.register("/open311/", astray)
        menu.register(menu.MenuEntry(_("Ý kiến của dân"), "opinions:inbox", "opinions.open_inbox", order=15))
        menu.register(menu.MenuEntry(_("Toàn cảnh ý kiến"), "opinions:dashboard", "opinions.see_dashboard", order=16, aside=True))
        menu.register(menu.MenuEntry(_("Ý kiến ở các đơn vị"), "opinions:overview", "opinions.see_counts", order=17, aside=True))
        menu.register(menu.MenuEntry(_("Ý kiến ở thôn, tổ"), "opinions:hamlet", "opinions.see_hamlet", order=15))
        menu.register(menu.MenuEntry(_("Thẩm quyền chung"), "opinions:common_competence", "opinions.set_common_competence", order=60))
        owners.register("opinions.opinion", queries.may_open_opinion)
        owners.register("opinions.letter", queries.may_open_letter)
        owners.register("opinions.answer", queries.may_open_answer)
        secrets.provide_samples(queries.sealed_samples)
        all_origins.register(origins.TYPE, origins.describe)
        all_work.register("opinions", work.owed)
        texts.register(*messages.TEXTS)
        correspondents.register(telling.ROOM)
        passing.register(take_back)
        passing.register_pin_check(codes.fits)
        handover.register("opinions", leave_to_successors)
        handover.register_end("opinions", leave_with_office)
        search.register(PUBLIC_SOURCE)
        search.register(INTERNAL_SOURCE)
        followers.register("opinions.search", follow)
        followers.register("opinions.law", follow_law)
