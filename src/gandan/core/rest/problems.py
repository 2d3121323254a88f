"""Errors over REST: RFC 9457 (application/problem+json), in a sentence a person can read."""

from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from ninja import NinjaAPI, Schema
from ninja.errors import AuthenticationError, HttpError, ValidationError

from gandan.core.access import Refusal
from gandan.core.rest.asked import UnknownParameters
from gandan.core.rest.sentences import said

CONTENT_TYPE = "application/problem+json"


class BadField(Schema):
    """One field that did not fit."""

    where: str
    said: str


class Problem(Schema):
    """RFC 9457: `title` names the kind, `detail` says what to do; `law` names rule and article where one stands behind it."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    law: str = ""
    fields: list[BadField] = []


class BadCursor(ValueError):
    """A cursor that this server did not give."""


def problem(status: int, title: str, detail: str, *, law: str = "", fields: list[BadField] | None = None) -> JsonResponse:
    """The answer itself."""
    body = Problem(title=title, status=status, detail=detail, law=law, fields=fields or []).dict()
    answer = JsonResponse(body, status=status, content_type=CONTENT_TYPE, json_dumps_params={"ensure_ascii": False})
    if status == 401:
        answer["WWW-Authenticate"] = "Bearer"
    return answer


def nowhere(request: HttpRequest) -> JsonResponse:
    """What programs get, instead of a page, for an address that does not exist."""
    return problem(404, _("Không tìm thấy"), _("Không có địa chỉ này. Xem /api/v1/openapi.json."))


def handle_with(api: NinjaAPI) -> None:
    """Give an API its error handlers."""

    @api.exception_handler(ValidationError)
    def bad_input(request: HttpRequest, error: ValidationError) -> JsonResponse:
        fields = [BadField(where=".".join(str(p) for p in e["loc"]), said=said(e)) for e in error.errors]
        return problem(422, _("Dữ liệu gửi chưa đúng"), _("Xin xem các trường được nêu và gửi lại."), fields=fields)

    @api.exception_handler(UnknownParameters)
    def unknown_parameters(request: HttpRequest, error: UnknownParameters) -> JsonResponse:
        fields = [BadField(where=f"query.{n[:80]}", said=_("Không có tham số này.")) for n in error.names[:20]]
        detail = _("Địa chỉ này không có các tham số được nêu. Xem /api/v1/openapi.json.")
        return problem(422, _("Dữ liệu gửi chưa đúng"), detail, fields=fields)

    @api.exception_handler(BadCursor)
    def bad_cursor(request: HttpRequest, error: BadCursor) -> JsonResponse:
        return problem(
            422, _("Con trỏ trang không đúng"), _("Xin dùng đúng giá trị next của trang trước, hoặc bắt đầu lại không kèm cursor.")
        )

    @api.exception_handler(Refusal)
    def refused(request: HttpRequest, error: Refusal) -> JsonResponse:
        return problem(error.status, _("Không thực hiện được"), error.sentence, law=error.law)

    @api.exception_handler(AuthenticationError)
    def unknown_bearer(request: HttpRequest, error: AuthenticationError) -> JsonResponse:
        return problem(401, _("Cần mã truy cập"), _("Xin gửi kèm Authorization: Bearer và một mã truy cập còn hiệu lực."))

    @api.exception_handler(HttpError)
    def other(request: HttpRequest, error: HttpError) -> JsonResponse:
        titles = {404: _("Không tìm thấy"), 400: _("Yêu cầu chưa đúng"), 413: _("Dữ liệu quá lớn"), 429: _("Quá nhiều yêu cầu")}
        detail = _("Không đọc được nội dung gửi. Xin gửi JSON đúng dạng, mã UTF-8.") if error.status_code == 400 else str(error)
        return problem(error.status_code, titles.get(error.status_code, _("Không thực hiện được")), detail)
