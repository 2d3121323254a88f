"""WHEN a form may be begun and kept, and what is still missing in it."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeVar

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gandan.core.access import Refusal
from gandan.core.text import private
from gandan.indicators.adapters import refused_kind
from gandan.indicators.enums import Measure
from gandan.movement.enums import Deed, DriveState, ForcePart, Host, Kind, ResourceKind, Subject
from gandan.movement.models import Drive, Field, Practice
from gandan.movement.policies.state import possible
from gandan.movement.policies.words import BAD
from gandan.movement.written import AimGiven, ForceGiven, ResourceGiven, Written
from gandan.units import queries as units
from gandan.units.models import Hamlet, Office, Unit

EARLIEST, LATEST = date(1990, 1, 1), date(2100, 12, 31)
LARGEST = Decimal(10) ** 15
MOST_ROWS = 20
Row = TypeVar("Row")
PARTS = {
    "audience": gettext_lazy("địa bàn, đối tượng"),
    "resources": gettext_lazy("nguồn lực"),
    "starts_on": gettext_lazy("ngày bắt đầu"),
    "milestones": gettext_lazy("mốc tiến độ"),
    "output": gettext_lazy("sản phẩm kiểm chứng được"),
    "upkeep": gettext_lazy("cách duy trì, nhân rộng"),
}
"""What the head of a hamlet may add after registration."""
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


@dataclass(frozen=True)
class Missing:
    """A part of the form that is not written yet, and the sentence that asks for it."""

    part: str
    sentence: str


def begin(drive: Drive, *, office: Office, hamlet: Hamlet | None, by_head: bool, today: date) -> Refusal | None:
    """In a drive that runs and reaches this far, by an office that stands. The head of a hamlet writes for the office that holds dân vận
    work in the commune; where no office was named for it, for any of its offices."""
    if drive.state != DriveState.LAUNCHED:
        return Refusal(_("Phong trào này chưa phát động hoặc đã kết thúc nên chưa nhận mô hình."))
    if not office.exists(today):
        return Refusal(_("Cơ quan này không còn hoặc chưa hoạt động. Xin chọn cơ quan khác."), status=BAD)
    if drive.unit_id not in units.ancestor_ids(office.unit_id, today):
        return Refusal(_("Phong trào này không phát động ở nơi của cơ quan đã chọn."), status=BAD)
    if hamlet is not None and not _lies_in(hamlet, office, today):
        return Refusal(_("Thôn, tổ dân phố này không thuộc đơn vị của cơ quan đã chọn. Xin chọn lại."), status=BAD)
    owner = units.dan_van_owner(office.unit_id, on=today)
    if by_head and owner is not None and owner.pk != office.pk:
        words = _("Mô hình của thôn, tổ dân phố do %(office)s đứng tên. Xin chọn cơ quan này.") % {"office": owner.name_on(today)}
        return Refusal(words, status=BAD)
    return None


def _lies_in(hamlet: Hamlet, office: Office, today: date) -> bool:
    return hamlet.places.filter(unit=office.unit_id, during__contains=today).exists()


def write(practice: Practice, *, written: Written, today: date) -> Refusal | None:
    """What is written fits: a draft may miss much, and holds nothing that could not be registered."""
    return (
        _field(written.field, practice.drive_id)
        or _chosen(written)
        or _learnt(practice, written)
        or _lengths(written)
        or _private(written)
        or _dates(written)
        or _forces(written.forces, today=today)
        or _first(written.aims, _aim)
        or _first(written.resources, _resource)
        or _rows(written)
    )


def missing(practice: Practice) -> list[Missing]:
    """What the form still lacks, part by part in its order; nothing missing means that it can be sent in.

    The head of a hamlet (`is_light`) needs a name, a place, the problem, an aim with one number, the way and who leads; everything else may
    follow. An office fills in the whole form.
    """
    parts = list(practice.forces.values_list("part", flat=True))
    least = [
        Missing("title", _("tên mô hình")) if not practice.title else None,
        Missing("place", _("nơi thực hiện")) if not practice.place else None,
        Missing("problem", _("thực trạng, lý do")) if not practice.problem else None,
        Missing("aim", _("mục tiêu")) if not practice.aim else None,
        Missing("aims", _("ít nhất một tiêu chí có con số và thời hạn")) if not practice.aims.exists() else None,
        Missing("way", _("cách làm")) if not practice.way else None,
        Missing("forces", _("ai chủ trì")) if ForcePart.LEAD not in parts else None,
    ]
    whole = [
        Missing("audience", _("địa bàn, đối tượng")) if not practice.audience else None,
        Missing("forces", _("lực lượng phối hợp hoặc tham gia")) if not set(parts) - {ForcePart.LEAD} else None,
        Missing("resources", _("nguồn lực")) if not practice.resources.exists() else None,
        Missing("starts_on", _("ngày bắt đầu")) if practice.starts_on is None else None,
        Missing("milestones", _("ít nhất một mốc tiến độ")) if not practice.milestones.exists() else None,
        Missing("output", _("sản phẩm kiểm chứng được")) if not practice.output else None,
        Missing("upkeep", _("cách duy trì, nhân rộng")) if not practice.upkeep else None,
    ]
    learnt = [Missing("changed", _("làm khác mô hình gốc ở chỗ nào"))] if practice.adopted_from_id and not practice.changed else []
    return [m for m in (*least, *([] if practice.is_light else whole), *learnt) if m is not None]


def complete(practice: Practice, *, written: Written, given: Collection[str], today: date) -> Refusal | None:
    """What was left empty when it was registered; what people read there already is not written anew. `written` is the form with it."""
    refusal = possible(practice, Deed.COMPLETE)
    if refusal is not None:
        return refusal
    if not given:
        return Refusal(_("Xin ghi ít nhất một phần còn trống."), status=BAD)
    there = [str(PARTS[name]) for name in given if name not in empty(practice)]
    if there:
        words = _("Phần “%(parts)s” đã có khi đăng ký nên không viết lại.") % {"parts": "; ".join(there)}
        return Refusal(words, status=BAD)
    return write(practice, written=written, today=today)


def empty(practice: Practice) -> list[str]:
    """The parts that may still be added, in the order of the form."""
    filled = {name for name in ("audience", "output", "upkeep", "starts_on") if getattr(practice, name)}
    filled |= {name for name in ("resources", "milestones") if getattr(practice, name).exists()}
    return [name for name in PARTS if name not in filled]


def submit(practice: Practice, *, today: date) -> Refusal | None:
    """Everything that is asked for is written, the drive runs, and its window is open; what was sent back in time may come again later."""
    lacks = missing(practice)
    if lacks:
        return Refusal(_("Phiếu còn thiếu: %(parts)s.") % {"parts": "; ".join(m.sentence for m in lacks)}, status=BAD)
    drive = practice.drive
    if drive.state != DriveState.LAUNCHED:
        return Refusal(_("Phong trào này chưa phát động hoặc đã kết thúc nên chưa nhận mô hình."))
    ended = practice.field.ended_on
    if ended is not None and ended <= today:
        return Refusal(_("Lĩnh vực đã chọn không còn dùng. Xin chọn lĩnh vực khác."), status=BAD)
    if practice.submitted_on is None and not drive.windows.filter(opens_on__lte=today, closes_on__gte=today).exists():
        return Refusal(_("Hôm nay ngoài đợt nhận đăng ký của phong trào. Phiếu vẫn được giữ; xin gửi khi đợt mở."))
    return None


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


def _forces(forces: tuple[ForceGiven, ...], *, today: date) -> Refusal | None:
    if sum(f.part == ForcePart.LEAD for f in forces) > 1:
        return Refusal(_("Chỉ một lực lượng chủ trì; các lực lượng khác xin ghi là phối hợp hoặc tham gia."), status=BAD)
    for force in forces:
        if force.part not in ForcePart.values or (force.office is None and not force.name.strip()):
            return Refusal(_("Xin ghi tên từng lực lượng và phần việc: chủ trì, phối hợp hay tham gia."), status=BAD)
        if force.office is not None and not force.office.exists(today):
            return Refusal(_("Một cơ quan trong danh sách lực lượng không còn hoạt động. Xin chọn lại."), status=BAD)
        if len(force.name) > 200 or len(force.task) > 500:
            return Refusal(_("Tên hoặc phần việc của một lực lượng dài quá. Xin viết gọn lại."), status=BAD)
    return None


def _aim(aim: AimGiven) -> Refusal | None:
    if not aim.name.strip() or len(aim.name) > 200 or len(aim.noun) > 60:
        return Refusal(_("Xin ghi mỗi tiêu chí đo cái gì, gọn trong một dòng."), status=BAD)
    if aim.measure not in Measure.values or (aim.measure == Measure.COUNT and not aim.noun.strip()):
        return Refusal(_("Tiêu chí “%(name)s” đếm cái gì? Xin ghi đơn vị, ví dụ: hộ, mét, buổi.") % {"name": aim.name}, status=BAD)
    kind = refused_kind(aim.name, aim.noun)
    if kind is not None:
        return Refusal(str(kind.kind.label), status=BAD)
    return _amount(aim.target) or (_amount(aim.before) if aim.before is not None else None)


def _resource(resource: ResourceGiven) -> Refusal | None:
    if resource.kind not in ResourceKind.values or resource.measure not in Measure.values or len(resource.noun) > 60:
        return Refusal(_("Xin chọn loại nguồn lực và đơn vị đo trong danh sách."), status=BAD)
    if resource.planned is None and resource.used is None:
        return Refusal(_("Xin ghi mỗi nguồn lực bao nhiêu: dự kiến hoặc đã dùng."), status=BAD)
    return next((r for n in (resource.planned, resource.used) if n is not None and (r := _amount(n)) is not None), None)


def _amount(number: Decimal) -> Refusal | None:
    """A number of people's work: not negative, and one that a column holds."""
    if not number.is_finite() or not 0 <= number < LARGEST:
        return Refusal(_("Con số này không đọc được. Xin ghi bằng chữ số, ví dụ 1.250 hoặc 74,5."), status=BAD)
    return None


def _first(rows: tuple[Row, ...], check: Callable[[Row], Refusal | None]) -> Refusal | None:
    return next((refusal for row in rows if (refusal := check(row)) is not None), None)


def _rows(written: Written) -> Refusal | None:
    if any(not m.what.strip() or len(m.what) > 300 for m in written.milestones):
        return Refusal(_("Xin ghi mỗi mốc làm gì, gọn trong một dòng."), status=BAD)
    if max(map(len, (written.forces, written.aims, written.resources, written.milestones))) > MOST_ROWS:
        return Refusal(_("Mỗi phần của phiếu nhận không quá %(most)s dòng.") % {"most": MOST_ROWS}, status=BAD)
    return None


def tell(written: Written, *, drive: Drive, unit: Unit, told_on: date, today: date) -> Refusal | None:
    """A text names it, in a drive that reached the place. Of a single person only a decision tells, never an article."""
    if not written.title.strip():
        return Refusal(_("Xin ghi tên mô hình như bài viết."), status=BAD)
    if written.subject == Subject.PERSON:
        return Refusal(_("Cá nhân tiêu biểu chỉ ghi khi có đăng ký và quyết định công nhận."), status=BAD)
    if drive.unit_id not in {*units.ancestor_ids(unit.pk, today), *units.ancestor_ids(unit.pk, told_on)}:
        return Refusal(_("Phong trào này không phát động ở nơi bài viết nói đến."), status=BAD)
    if not EARLIEST <= told_on <= today:
        return Refusal(_("Ngày của bài viết chưa đúng. Xin xem lại."), status=BAD)
    return None
