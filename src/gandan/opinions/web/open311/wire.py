"""One answer, two spellings: XML, which the standard demands, and JSON, which everybody asks for.

XML has no namespace; an empty element is JSON's null. JSON drops the root element: a list of things is a bare array. Ids are always text.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any
from xml.sax.saxutils import escape

from django.http import HttpResponse, JsonResponse

XML, JSON = "xml", "json"
FORMATS = (XML, JSON)
TYPES = {XML: "text/xml; charset=utf-8", JSON: "application/json; charset=utf-8"}
NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
WITHIN = {
    "services": "service",
    "service_requests": "request",
    "service_request_updates": "request_update",
    "errors": "error",
    "endpoints": "endpoint",
    "formats": "format",
    "attributes": "attribute",
    "values": "value",
}


def answer(root: str, content: Sequence[Any] | Mapping[str, Any], fmt: str, *, status: int = 200) -> HttpResponse:
    """The answer in the spelling that the address asked for; any site may read it, for nothing in it is anybody's own."""
    if fmt == JSON:
        given: HttpResponse = JsonResponse(
            content, safe=False, status=status, content_type=TYPES[JSON], json_dumps_params={"ensure_ascii": False}
        )
    else:
        body = f'<?xml version="1.0" encoding="utf-8"?>\n{_element(root, content)}\n'
        given = HttpResponse(body.encode(), status=status, content_type=TYPES[XML])
    given["Access-Control-Allow-Origin"] = "*"
    return given


def _element(name: str, value: Any) -> str:
    if value is None or value == "":
        return f"<{name}/>"
    if isinstance(value, Mapping):
        inner = "".join(_element(key, part) for key, part in value.items())
    elif isinstance(value, Sequence) and not isinstance(value, str):
        inner = "".join(_element(WITHIN[name], part) for part in value)
    elif isinstance(value, bool):
        inner = "true" if value else "false"
    else:
        inner = escape(NO_XML.sub("", str(value)))
    return f"<{name}>{inner}</{name}>"
