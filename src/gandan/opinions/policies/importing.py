"""WHEN a spreadsheet of opinions, and each of its rows, may come in. Sentences for the officer who typed it, cell by cell.

No column for a person's name: an opinion needs a text and a place. How somebody may be reached has one column, which is encrypted.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gandan.core.access import Actor, Refusal
from gandan.core.text import fold
from gandan.core.text.days import written
from gandan.opinions.models import Sheet

COLUMNS = {  # the key of each column and its heading in the empty sheet
    "said_on": gettext_lazy("Ngày nói"),
    "text": gettext_lazy("Nội dung ý kiến"),
    "place": gettext_lazy("Nơi xảy ra"),
    "hamlet": gettext_lazy("Thôn, tổ dân phố"),
    "topic": gettext_lazy("Lĩnh vực"),
    "contact": gettext_lazy("Điện thoại hoặc thư điện tử"),
    "wish": gettext_lazy("Báo tin bằng"),
}
NEEDED = ("text", "place")
AGAIN_FOR = timedelta(hours=1)  # receipts may be opened again so long: a printer jams, a line drops
_KNOWN = {  # headings as people write them, folded
    "said_on": ("ngay noi", "ngay", "ngay phan anh", "ngay tiep nhan", "ngay nhan", "said on", "date"),
    "text": ("noi dung y kien", "noi dung", "y kien", "noi dung phan anh", "noi dung kien nghi", "noi dung phan anh kien nghi", "text"),
    "place": ("noi xay ra", "dia diem", "noi xay ra viec", "vi tri", "dia diem xay ra", "place"),
    "hamlet": ("thon to dan pho", "thon", "to dan pho", "ap", "khu pho", "khom", "to", "thon to", "hamlet"),
    "topic": ("linh vuc", "chu de", "topic"),
    "contact": (
        *(
            "dien thoai hoac thu dien tu",
            "dien thoai",
            "so dien thoai",
            "sdt",
            "email",
            "thu dien tu",
            "cach lien lac",
            "lien lac",
            "lien he",
        ),
        *("phone or mail", "contact"),
    ),
    "wish": ("bao tin bang", "cach bao tin", "told by"),
}
_PERSON = re.compile(
    r"(?<!\w)(?:ho va ten|ho ten|ho va chu dem|ten nguoi|ten cong dan|ten ho|chu ho"
    r"|nguoi (?:phan anh|gui|kien nghi|noi|dan|nop don|khieu nai)"
    r"|nguyen don|cccd|cmnd|can cuoc|so giay to|dinh danh|ngay sinh|nam sinh|tuoi|gioi tinh|dan toc|ton giao|nghe nghiep"
    r"|dia chi (?:nguoi|nha|thuong tru|lien he)|thuong tru|tam tru|dang vien|chinh tri"
    r"|name|full name|sender|citizen|gender|birth|ethnic\w*|religion)(?!\w)"
)


@dataclass(frozen=True)
class Head:
    """Where each known column stands, and the headings that are not taken."""

    at: dict[str, int]
    left_out: tuple[str, ...] = ()


def head(titles: Sequence[str]) -> Head:
    """Which column is which. Raises Refusal for one that asks who somebody is, for one that is missing, and for two of the same."""
    at: dict[str, int] = {}
    left_out = []
    for place, title in enumerate(titles):
        said = folded(title)
        key = next((key for key, known in _KNOWN.items() if said in known), None)
        if key is None and _PERSON.search(said):
            raise Refusal(
                _(
                    "Tệp có cột “%(title)s”. Hệ thống không nhận tên hay đặc điểm của người nói: ý kiến chỉ cần nội dung và nơi xảy ra, "
                    "để không ai lập được danh sách người phản ánh. Xin xoá cột này rồi gửi lại. Điện thoại hoặc thư điện tử ghi vào cột "
                    "“%(contact)s”, hệ thống mã hoá và chỉ mở khi có lý do."
                )
                % {"title": title, "contact": COLUMNS["contact"]},
                status=422,
            )
        if key is not None and key in at:
            raise Refusal(_("Tệp có hai cột “%(title)s”. Xin gộp thành một cột rồi gửi lại.") % {"title": COLUMNS[key]}, status=422)
        if key is not None:
            at[key] = place
        elif title:
            left_out.append(title)
    missing = [str(COLUMNS[key]) for key in NEEDED if key not in at]
    if missing:
        raise Refusal(
            _("Dòng đầu của tệp chưa có cột %(titles)s. Xin tải tệp mẫu, chép ý kiến vào đúng cột rồi gửi lại.")
            % {"titles": ", ".join(f"“{title}”" for title in missing)},
            status=422,
        )
    return Head(at, tuple(left_out))


def begin(sheet: Sheet, *, ready: int) -> Refusal | None:
    """Rows are taken when there are any, and by one press."""
    if sheet.begun_at is not None:
        return Refusal(_("Tệp này đã bắt đầu nhận rồi."), status=409)
    return None if ready else Refusal(_("Chưa có dòng nào nhận được. Xin sửa các dòng có lỗi trong tệp rồi gửi lại."), status=422)


def same_file(sheet: Sheet, *, by: Actor) -> Refusal | None:
    """A colleague handed it in: taken twice, every opinion would stand there twice."""
    if sheet.made_by == by.key:
        return None
    return Refusal(
        _("Tệp này đồng nghiệp của Ông/Bà đã đưa vào ngày %(day)s.") % {"day": written(timezone.localdate(sheet.made_at))}, status=409
    )


def drop(sheet: Sheet) -> Refusal | None:
    """What was taken stays; only a sheet that was merely looked at may be thrown away."""
    if sheet.begun_at is not None:
        return Refusal(_("Tệp này đã nhận vào rồi nên không bỏ được."), status=409)
    return None


def receipts(sheet: Sheet, *, waiting: int, now: datetime) -> Refusal | None:
    """Codes are handed out once: when every row is through, and for an hour after the first time."""
    if sheet.begun_at is None or waiting:
        return Refusal(_("Máy đang nhận các dòng. Xin đợi nhận xong rồi in phiếu một lần."), status=409)
    if sheet.printed_at is not None and now > sheet.printed_at + AGAIN_FOR:
        return Refusal(_("Phiếu đã mở hơn một giờ trước, mã không xem lại được nữa."), status=410)
    return None


def folded(text: str) -> str:
    """As headings and choices are compared: without accents, signs or case."""
    return " ".join(re.sub(r"[^\w]+", " ", fold(text)).split())
