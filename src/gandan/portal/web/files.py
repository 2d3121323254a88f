"""What programs ask for: the units of a day as a table, and the two files every browser and crawler tries."""

import csv
from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.views.decorators.http import require_safe

from gandan.core import access
from gandan.portal.queries.table import COLUMNS, rows
from gandan.portal.web import asked

PRIVATE = ("lam-viec", "y-kien/tra-cuu", "y-kien/bien-nhan", "dang-nhap", "tai-khoan", "dat-mat-khau")
ROBOTS = "User-agent: *\n" + "".join(f"Disallow: /{path}/\n" for path in PRIVATE)


class Line:
    """A file for csv.writer that gives each line back at once, so that nothing is gathered."""

    def write(self, line: str) -> str:
        """The line itself."""
        return line


@require_safe
@access.public
def units_csv(request: HttpRequest) -> StreamingHttpResponse:
    """Every unit of a day, line by line; with a byte order mark, without which Excel misreads Vietnamese."""
    day = asked.day(request).day
    writer = csv.writer(Line())

    def lines() -> Iterator[str]:
        yield "\ufeff" + writer.writerow(COLUMNS)
        yield from (writer.writerow(row) for row in rows(on=day))

    response = StreamingHttpResponse(lines(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="don-vi-{day.isoformat()}.csv"'
    return response


@require_safe
@access.public
def robots(request: HttpRequest) -> HttpResponse:
    """Everything public may be read by crawlers; the workspace and signing in are nothing for them."""
    return HttpResponse(ROBOTS, content_type="text/plain; charset=utf-8")


@require_safe
@access.public
def icon(request: HttpRequest) -> HttpResponse:
    """The address old browsers try without asking the page."""
    return redirect(static("gandan/icon-180.png"))
