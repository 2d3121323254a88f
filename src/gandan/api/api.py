"""REST /api/v1: one API, a router from each room. The schema is served at /api/v1/openapi.json and committed as docs/api/openapi.json."""

from copy import deepcopy
from typing import Any

from django.http import Http404, HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.renderers import JSONRenderer

from gandan import __version__
from gandan.activities.web.api import router as activities
from gandan.api import naming
from gandan.appraisals.web.api import router as appraisals
from gandan.awards.web.api import router as awards
from gandan.commitments.web.api import router as commitments
from gandan.core.legal.web.api import router as rules
from gandan.core.rest.problems import CONTENT_TYPE, handle_with, problem
from gandan.directives.web.api import router as documents
from gandan.indicators.web.api import router as indicators
from gandan.ingest.web.api import router as reading
from gandan.ingest.web.sources_api import router as sources
from gandan.movement.web.api import router as movement
from gandan.notices.web.api import router as notices
from gandan.opinions.web.api import router as opinions
from gandan.units.web.api import router as units

UNREADABLE = {"description": "Bad Request", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}


class Readable(JSONRenderer):
    """JSON in which Vietnamese can be read by people as well."""

    json_dumps_params = {"ensure_ascii": False}


class Api(NinjaAPI):
    """NinjaAPI whose schema says that every 4xx is a problem (RFC 9457), as it is."""

    def get_openapi_schema(self, **options: Any) -> Any:
        """The OpenAPI document."""
        schema = super().get_openapi_schema(**options)
        for methods in schema["paths"].values():
            for operation in methods.values():
                if "requestBody" in operation:  # a body that is no JSON at all, or no form
                    operation["responses"].setdefault(400, deepcopy(UNREADABLE))
                for status, answer in operation["responses"].items():
                    if str(status).startswith("4") and "content" in answer:
                        answer["content"] = {CONTENT_TYPE: answer["content"].pop("application/json")}
        return schema


naming.install()
api = Api(
    title="Gần Dân",
    version=__version__,
    description="Public data of the installation, and the reading of prose for those who hold a token. Errors are RFC 9457 problems.",
    docs_url=None,
    renderer=Readable(),
    urls_namespace="api-v1",
)
handle_with(api)
api.add_router("/units", units)
api.add_router("/rules", rules)
api.add_router("/read", reading)
api.add_router("/read/sources", sources)
api.add_router("/commitments", commitments)
api.add_router("/documents", documents)
api.add_router("/activities", activities)
api.add_router("/indicators", indicators)
api.add_router("/notices", notices)
api.add_router("/opinions", opinions)
api.add_router("/appraisals", appraisals)
api.add_router("/models", movement)
api.add_router("/awards", awards)


@api.exception_handler(Http404)
def not_found(request: HttpRequest, error: Http404) -> JsonResponse:
    """What does not exist, and what the asker may not see, answer alike."""
    return problem(404, _("Không tìm thấy"), _("Không có gì ở địa chỉ này, hoặc không dành cho người hỏi."))
