"""A unit's promises as a table for a spreadsheet."""

import csv
from collections.abc import Iterator
from uuid import UUID

from django.http import HttpRequest, StreamingHttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from gandan.commitments import queries
from gandan.commitments.enums import Kind
from gandan.commitments.web import asked, rows
from gandan.commitments.web.public import KINDS, owed_in, place_of
from gandan.core import pace
from gandan.core.access import Anyone, Refusal, public

CHUNK, MOST = 500, 10_000
DOWNLOADS, WINDOW = 60, 3600  # for each client an hour
RISKY = ("=", "+", "-", "@", "\t", "\r")


class Line:
    """A file for csv.writer that gives each line back at once, so that nothing is gathered."""

    def write(self, line: str) -> str:
        """The line itself."""
        return line


@require_safe
@public
def ward_csv(request: HttpRequest, unit: UUID) -> StreamingHttpResponse:
    """Line by line; with a byte order mark, without which Excel misreads Vietnamese."""
    if not pace.allowed(request, "commitments.csv", most=DOWNLOADS, seconds=WINDOW, now=timezone.now()):
        raise Refusal(_("Từ mạng này đã tải nhiều bảng trong một giờ. Xin tải lại sau ít phút."), status=429)
    place, today = place_of(unit), timezone.localdate()
    asks = asked.read(request, today=today)
    kind = Kind(asks.kind) if asks.kind in KINDS else Kind.PROMISE
    found = rows.named(owed_in(place, queries.past_of([place.id]), kind, asks.state, today=today))
    writer = csv.writer(Line())
    head = [
        _("Mã"),
        _("Việc"),
        _("Sản phẩm"),
        _("Cơ quan chủ trì"),
        _("Đơn vị"),
        _("Ngày hứa"),
        _("Hạn đầu tiên"),
        _("Hạn"),
        _("Tình trạng"),
        _("Ngày kết thúc"),
        _("Địa chỉ"),
    ]

    def lines() -> Iterator[str]:
        yield "\ufeff" + writer.writerow(head)
        ids = list(found.values_list("pk", flat=True)[: MOST + 1])
        more, ids = len(ids) > MOST, ids[:MOST]
        for start in range(0, len(ids), CHUNK):
            part = asked.ordered(rows.named(queries.visible_to(Anyone()).filter(pk__in=ids[start : start + CHUNK])))
            for row in rows.rows(part, actor=Anyone(), today=today):
                yield writer.writerow([safe(v) for v in _cells(row, request)])
        if more:
            yield writer.writerow([_("Bảng này dừng ở %(n)s dòng; còn nữa, xin đọc hết qua /api/v1/commitments.") % {"n": MOST}])

    response = StreamingHttpResponse(lines(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="loi-hua-{place.code or place.id}-{today.isoformat()}.csv"'
    return response


def _cells(row: rows.Row, request: HttpRequest) -> list[str]:
    c = row.thing
    address = request.build_absolute_uri(reverse("commitments-public:one", args=[c.pk]))
    days = [d.isoformat() for d in (c.made_on, c.first_due, c.due)]
    state = str(c.get_state_display()) if not row.shape.late else row.shape.text
    return [str(c.pk), c.title, c.deliverable, row.office, row.unit, *days, state, c.ended_on.isoformat() if c.ended_on else "", address]


def safe(value: str) -> str:
    """A spreadsheet takes some beginnings for a formula; an apostrophe keeps words what they are."""
    return "'" + value if value.startswith(RISKY) else value
