"""Which services there are, what may be said with each, and where all this is found."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from gandan.opinions import topics
from gandan.opinions.enums import Wish
from gandan.opinions.topics import Topic
from gandan.opinions.web.open311 import asked, wire
from gandan.opinions.web.open311.faults import call, missing
from gandan.units import queries as units

SPECIFICATION = "http://wiki.open311.org/GeoReport_v2"
CHANGED = "2026-11-23T09:00:00+07:00"  # when these calls last changed their shape
NOTICE, HAMLET, WISH, MARKED = "notice", "hamlet", "wish", "denunciation"


@call("GET")
def discovery(request: HttpRequest, *, fmt: str) -> HttpResponse:
    """Where the calls are, in which spellings, and how one gets a key."""
    endpoint = {
        "specification": SPECIFICATION,
        "url": f"{settings.SITE}/open311/v2",
        "changeset": CHANGED,
        "type": "test" if settings.DEMO else "production",
        "formats": [wire.TYPES[f].partition(";")[0] for f in wire.FORMATS],
    }
    found = {
        "changeset": CHANGED,
        "contact": _("Cơ quan vận hành %(site)s") % {"site": settings.SITE},
        "key_service": _("Khóa api_key là mã truy cập của một tài khoản: đăng nhập %(site)s, Tài khoản, Mã truy cập cho chương trình.")
        % {"site": settings.SITE},
        "endpoints": [endpoint],
    }
    return wire.answer("discovery", found, fmt)


@call("GET")
def services(request: HttpRequest, *, fmt: str) -> HttpResponse:
    """The closed list of topics, the same in every unit. A token is given at once and an id once the case is published: "batch"."""
    asked.jurisdiction_of(request.GET)
    return wire.answer("services", [_service(topic) for topic in topics.offered()], fmt)


@call("GET")
def definition(request: HttpRequest, *, fmt: str, code: str) -> HttpResponse:
    """What may be said beside text and place; the hamlets of a unit when `jurisdiction_id` names one."""
    if offered(code) is None:
        raise missing(_("Không có service_code %(c)s.") % {"c": code[:40]})
    given = asked.text(request.GET, "jurisdiction_id")
    hamlets = units.hamlets(asked.jurisdiction(given).id, on=timezone.localdate()) if given else []
    attributes = [*_notice(), *_attributes([(str(h.pk), str(h)) for h in hamlets])]
    for order, attribute in enumerate(attributes, 1):
        attribute["order"] = order
    return wire.answer("service_definition", {"service_code": code, "attributes": attributes}, fmt)


def offered(code: str) -> Topic | None:
    """A topic that stands in the list of today."""
    return next((topic for topic in topics.offered() if topic.code == code), None)


def _service(topic: Topic) -> dict[str, Any]:
    return {
        "service_code": topic.code,
        "service_name": topic.name,
        "description": topic.description,
        "metadata": True,
        "type": "batch",
        "keywords": ", ".join(topic.keywords) or None,
        "group": topic.group.name,
    }


def _notice() -> list[dict[str, Any]]:
    said = _("Muốn tố cáo cán bộ? Xin đừng viết ở đây: xem %(site)s/to-cao/.") % {"site": settings.SITE}
    return [_attribute(NOTICE, "string", said, variable=False)]


def _attributes(hamlets: list[tuple[str, str]]) -> list[dict[str, Any]]:
    yes = [("no", _("Không")), ("yes", _("Có, đây là tố cáo"))]
    return [
        _attribute(HAMLET, "singlevaluelist" if hamlets else "string", _("Thôn, tổ dân phố"), values=hamlets),
        _attribute(WISH, "singlevaluelist", _("Muốn nhận tin bằng cách nào"), values=[(w.value, str(w.label)) for w in Wish]),
        _attribute(MARKED, "singlevaluelist", _("Đây là tố cáo"), values=yes),
    ]


def _attribute(
    code: str, datatype: str, description: str, *, variable: bool = True, values: list[tuple[str, str]] | None = None
) -> dict[str, Any]:
    shown = {
        "variable": variable,
        "code": code,
        "datatype": datatype,
        "required": False,
        "datatype_description": None,
        "order": 1,
        "description": description,
    }
    return {**shown, "values": [{"key": key, "name": name} for key, name in values]} if values else shown
