"""WHEN a form as it is written may be kept: every part fits, and nobody private stands in it. A draft may miss much."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from django.utils.translation import gettext as _

from gandan.core.access import Refusal
from gandan.core.text import private
from gandan.movement.enums import Host, Kind, Subject
from gandan.movement.models import Field, Practice
from gandan.movement.policies.rows import aim, forces, resource
from gandan.movement.policies.words import BAD
from gandan.movement.written import Written

EARLIEST, LATEST = date(1990, 1, 1), date(2100, 12, 31)
MOST_ROWS = 20
Row = TypeVar("Row")
LONGEST = {
    "title": 200,
    "place": 200,
    "problem": 4000,
    "aim": 2000,
    "way": 6000,
    "audience": 1000,
    "output": 2000,
    "upkeep": 2000,
    "changed": 2000,
}


def write(practice: Practice, *, written: Written, today: date) -> Refusal | None:
    """What is written fits: a draft may miss much, and holds nothing that could not be registered."""
    return (
        _field(written.field, practice.drive_id)
        or _chosen(written)
        or _learnt(practice, written)
        or _lengths(written)
        or _private(written)
        or _dates(written)
        or forces(written.forces, today=today)
        or _first(written.aims, aim)
        or _first(written.resources, resource)
        or _rows(written)
    )


def _field(field: Field, drive: object) -> Refusal | None:
    if field.drive_id != drive:
        return Refusal(_("Xin chọn một lĩnh vực của phong trào."), status=BAD)
    return None


def _chosen(written: Written) -> Refusal | None:
    if written.kind not in Kind.values or written.subject not in Subject.values or written.host not in Host.values:
        return Refusal(_("Xin chọn loại, đối tượng và nơi đặt mô hình trong danh sách."), status=BAD)
    if written.subject == Subject.PERSON and written.kind != Kind.EXEMPLAR:
        return Refusal(_("Mô hình là cách làm của tập thể. Cá nhân tiêu biểu thì xin chọn “Điển hình”."), status=BAD)
    return None


def _learnt(practice: Practice, written: Written) -> Refusal | None:
    """What was learnt is a way of working; what is done otherwise is said only of what was learnt."""
    if practice.adopted_from_id is None and written.changed.strip():
        return Refusal(_("Chỉ ghi “làm khác” khi mô hình học từ nơi khác."), status=BAD)
    if practice.adopted_from_id is not None and written.kind != practice.kind:
        return Refusal(_("Học theo một mô hình thì phiếu mới cũng là mô hình."), status=BAD)
    return None


def _lengths(written: Written) -> Refusal | None:
    for name, most in LONGEST.items():
        if len(getattr(written, name).strip()) > most:
            return Refusal(_("Đoạn này dài quá %(most)s ký tự. Xin viết gọn lại.") % {"most": most}, status=BAD)
    return None


def _private(written: Written) -> Refusal | None:
    """Everybody reads it once it is registered: numbers that find a person stay out, and names too. The title of an exemplary person is
    their name: it is public only once the person is recognised."""
    rows = [text for f in written.forces for text in (f.name, f.task)]
    rows += [text for a in written.aims for text in (a.name, a.noun)]
    rows += [text for r in written.resources for text in (r.noun,)] + [m.what for m in written.milestones]
    title = private.refusal(written.title, names=written.subject != Subject.PERSON)
    return title or private.refusal(*(getattr(written, name) for name in LONGEST if name != "title"), *rows, names=_names(written))


def _names(written: Written) -> bool:
    return written.subject != Subject.PERSON


def _dates(written: Written) -> Refusal | None:
    days = [written.starts_on, written.ends_on, *(a.due for a in written.aims), *(m.due for m in written.milestones)]
    if any(day is not None and not EARLIEST <= day <= LATEST for day in days):
        return Refusal(_("Có ngày ghi nhầm năm. Xin xem lại các ngày trong phiếu."), status=BAD)
    if written.starts_on and written.ends_on and written.ends_on < written.starts_on:
        return Refusal(_("Ngày kết thúc phải sau ngày bắt đầu."), status=BAD)
    return None


def _first(rows: tuple[Row, ...], check: Callable[[Row], Refusal | None]) -> Refusal | None:
    return next((refusal for row in rows if (refusal := check(row)) is not None), None)


def _rows(written: Written) -> Refusal | None:
    if any(not m.what.strip() or len(m.what) > 300 for m in written.milestones):
        return Refusal(_("Xin ghi mỗi mốc làm gì, gọn trong một dòng."), status=BAD)
    if max(map(len, (written.forces, written.aims, written.resources, written.milestones))) > MOST_ROWS:
        return Refusal(_("Mỗi phần của phiếu nhận không quá %(most)s dòng.") % {"most": MOST_ROWS}, status=BAD)
    return None
