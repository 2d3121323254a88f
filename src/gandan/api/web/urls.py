"""Addresses under /api/."""

from django.http import HttpRequest, HttpResponseBase
from django.urls import path, re_path
from django.utils.translation import gettext as _

from gandan.api.api import api
from gandan.core.access import public
from gandan.core.rest.problems import problem


@public
def nothing_here(request: HttpRequest, rest: str) -> HttpResponseBase:
    """Programs get a problem, not a page, for an address that does not exist."""
    return problem(404, _("Không tìm thấy"), _("Không có địa chỉ này. Xem /api/v1/openapi.json."))


urlpatterns = [path("v1/", api.urls), re_path(r"^(?P<rest>.*)$", nothing_here)]
