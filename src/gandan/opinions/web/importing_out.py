"""The spreadsheets that are handed out: the empty one with its lists, and the rows that need mending."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from gandan.opinions import topics
from gandan.opinions.adapters.sheets_out import Column, write
from gandan.opinions.enums import Wish
from gandan.opinions.policies.importing import COLUMNS, NEEDED
from gandan.opinions.queries.importing import Seen
from gandan.units import queries as units

WIDTHS = {"said_on": 13, "text": 60, "place": 34, "hamlet": 22, "topic": 26, "contact": 26, "wish": 20}


def columns(unit: UUID, *, today: date) -> list[Column]:
    """The columns with what may be chosen in them: hamlets of the unit, topics, ways to be told."""
    choices = {
        "hamlet": [str(hamlet) for hamlet in units.hamlets(unit, on=today)],
        "topic": [topic.name for topic in topics.offered()],
        "wish": [str(wish.label) for wish in Wish],
    }
    return [Column(str(title), WIDTHS[key], choices.get(key, ()), key not in NEEDED) for key, title in COLUMNS.items()]


def empty(unit: UUID, *, today: date) -> bytes:
    """The sheet to fill in, with a page that says how. The example stands there, so that nobody hands it in as an opinion."""
    return write(columns(unit, today=today), [], title="Y kien", notes=_notes(unit, today))


def wrong(rows: list[Seen], unit: UUID, *, today: date) -> bytes:
    """Rows as they were typed, and why each was not taken; mended, the same file can be handed in."""
    head = [*columns(unit, today=today), Column(_("Vì sao chưa nhận"), 50)]
    lines = [[*(row.cells.get(key, "") for key in COLUMNS), row.why] for row in rows]
    return write(head, lines, title="Y kien", notes=_notes(unit, today), wrong=len(COLUMNS))


def _notes(unit: UUID, today: date) -> list[str]:
    hamlet = next((str(h) for h in units.hamlets(unit, on=today)), _("bỏ trống"))
    return [
        _("Mỗi dòng là một ý kiến của một người. Chỉ cần nội dung và nơi xảy ra; các cột khác bỏ trống được."),
        _("Không thêm cột họ tên, số giấy tờ, ngày sinh hay đặc điểm nào của người nói: tệp có cột như vậy bị từ chối cả tệp."),
        _("Điện thoại hoặc thư điện tử chỉ ghi khi người nói muốn được báo tin. Hệ thống mã hoá; ai mở phải ghi lý do và người đó thấy."),
        _("Ngày ghi như 5/9/2026, là ngày người dân nói; bỏ trống thì tính là hôm nay. Hạn trả lời tính từ ngày này."),
        _("Không dùng công thức: máy không tính, ô có công thức được trả lại để dán giá trị."),
        _("Đơn tố cáo không ghi vào đây. Người dân gửi đơn có chữ ký, hoặc tố cáo trực tiếp, tới nơi có thẩm quyền."),
        _("Nhận xong, máy in cho mỗi dòng một phiếu có mã và PIN để trao tận tay người nói. Phiếu chỉ in được một lần."),
        "",
        _("Ví dụ một dòng:"),
        f"{COLUMNS['said_on']}: {today.day}/{today.month}/{today.year}",
        _("%(title)s: Đèn trước nhà văn hoá không sáng đã hai tuần, buổi tối trẻ em đi học về rất tối.") % {"title": COLUMNS["text"]},
        _("%(title)s: trước nhà văn hoá, đường vào chợ") % {"title": COLUMNS["place"]},
        f"{COLUMNS['hamlet']}: {hamlet}",
        f"{COLUMNS['topic']}: {topics.offered()[0].name}",
    ]
