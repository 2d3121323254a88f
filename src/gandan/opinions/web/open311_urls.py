"""Open311 GeoReport v2, below /open311/. The spelling of an answer (xml, json) is the ending of the address."""

from django.urls import URLPattern, URLResolver, include, path, re_path, register_converter

from gandan.opinions.web.open311 import listing, requests, tokens, updates, wire
from gandan.opinions.web.open311.faults import nowhere

app_name = "open311"


class Spelling:
    """xml or json."""

    regex = "|".join(wire.FORMATS)

    def to_python(self, value: str) -> str:
        """As it stands."""
        return value

    to_url = to_python


register_converter(Spelling, "spelling")

calls: list[URLPattern] = [
    path("discovery.<spelling:fmt>", listing.discovery, name="discovery"),
    path("services.<spelling:fmt>", listing.services, name="services"),
    path("services/<str:code>.<spelling:fmt>", listing.definition, name="definition"),
    path("requests.<spelling:fmt>", requests.requests, name="requests"),
    path("requests/<str:key>.<spelling:fmt>", requests.one, name="request"),
    path("tokens/<str:key>.<spelling:fmt>", tokens.token, name="token"),
    path("servicerequestupdates.<spelling:fmt>", updates.updates, name="updates"),
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("discovery.<spelling:fmt>", listing.discovery, name="root_discovery"),
    path("v2/", include(calls)),
    re_path(r"^(?P<rest>.*)\.json$", nowhere, {"fmt": wire.JSON}),
    re_path(r"^(?P<rest>.*)$", nowhere, {"fmt": wire.XML}),
]
