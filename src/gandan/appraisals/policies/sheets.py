"""WHEN a sheet may be drafted, changed and put in force."""

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from gandan.appraisals import subjects
from gandan.appraisals.calc import points
from gandan.appraisals.given import CriterionGiven, GradeGiven
from gandan.appraisals.models import ScoreSheet
from gandan.appraisals.policies.words import BAD, LONGEST, fits
from gandan.core.access import Refusal

CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
FEWEST = 3  # two cards have no middle, one is no council
LARGEST = Decimal(1000)  # the columns hold more; nobody scores in thousands
MOST_LINES = 60


def draft(sheet: ScoreSheet, criteria: Sequence[CriterionGiven], grades: Sequence[GradeGiven], *, twin: bool) -> Refusal | None:
    """A first draft of a series. `twin`: the unit has a draft of this code, or a version in force, already."""
    if not subjects.known(sheet.purpose):
        return Refusal(_("Xin chọn phiếu chấm dùng cho việc gì."), status=BAD)
    if not CODE.fullmatch(sheet.code) or len(sheet.code) > 60:
        return Refusal(_("Mã phiếu chấm chỉ gồm chữ thường không dấu, số và gạch nối, ví dụ dan-van-kheo."), status=BAD)
    if twin:
        return Refusal(_("Đơn vị đã có phiếu chấm mang mã này. Xin sửa bản đang soạn, hoặc lập phiên bản mới của phiếu ấy."), status=409)
    return whole(sheet, criteria, grades)


def whole(sheet: ScoreSheet, criteria: Sequence[CriterionGiven], grades: Sequence[GradeGiven]) -> Refusal | None:
    """Everything about a sheet that has to agree with itself."""
    said = fits(sheet.title, what="title") or fits(sheet.source, what="source")
    return said or _lines(criteria) or _numbers(sheet, criteria) or _grades(grades, criteria)


def change(sheet: ScoreSheet) -> Refusal | None:
    """Only a draft."""
    if sheet.valid_from is not None:
        return Refusal(_("Phiếu chấm đã ban hành thì không sửa, để kết quả cũ còn nguyên. Xin lập phiên bản mới."))
    return None


def put_in_force(sheet: ScoreSheet, *, from_day: date, before: ScoreSheet | None, today: date) -> Refusal | None:
    """From today on, never back: and the version before has held for a day at least."""
    if (refusal := change(sheet)) is not None:
        return refusal
    if from_day < today:
        return Refusal(_("Phiếu chấm có hiệu lực từ hôm nay trở đi, không lùi về trước: việc đã chấm giữ phiếu cũ."), status=BAD)
    if before is not None and before.valid_from is not None and from_day <= before.valid_from:
        return Refusal(_("Phiên bản trước mới có hiệu lực từ ngày ấy. Xin chọn ngày sau đó."), status=BAD)
    return None


def new_version(*, drafted: bool) -> Refusal | None:
    """One draft of a series at a time."""
    return Refusal(_("Đã có một phiên bản đang soạn của phiếu này. Xin sửa tiếp bản ấy."), status=409) if drafted else None


def _lines(criteria: Sequence[CriterionGiven]) -> Refusal | None:
    if not criteria or all(c.is_bonus for c in criteria):
        return Refusal(_("Phiếu chấm cần ít nhất một tiêu chí không phải điểm thưởng."), status=BAD)
    if len(criteria) > MOST_LINES:
        return Refusal(_("Phiếu chấm có quá %(most)s tiêu chí. Xin gộp bớt.") % {"most": MOST_LINES}, status=BAD)
    for c in criteria:
        if (refusal := fits(c.name, what="criterion")) is not None:
            return refusal
        if len(c.explained) > LONGEST["explained"]:
            return Refusal(_("Lời giải thích của tiêu chí “%(name)s” dài quá 1000 ký tự.") % {"name": c.name}, status=BAD)
        ends = all(n.is_finite() and points.fits(n, points.Line(-LARGEST, LARGEST)) for n in (c.least, c.most))
        if not ends or c.most <= c.least or c.most < 0:
            said = _("Khung điểm của tiêu chí “%(name)s” chưa đúng: điểm cao nhất phải lớn hơn điểm thấp nhất.")
            return Refusal(said % {"name": c.name}, status=BAD)
    return None


def _numbers(sheet: ScoreSheet, criteria: Sequence[CriterionGiven]) -> Refusal | None:
    full = points.full_marks(c.line for c in criteria)
    if points.most_marks(c.line for c in criteria) > LARGEST:
        return Refusal(_("Tổng điểm quá %(most)s. Xin xem lại khung điểm.") % {"most": LARGEST}, status=BAD)
    if not (sheet.pass_points.is_finite() and points.fits(sheet.pass_points, points.Line(Decimal("0.01"), full))):
        return Refusal(_("Điểm đạt phải lớn hơn 0 và không quá tổng điểm %(full)s.") % {"full": full}, status=BAD)
    if not (sheet.spread_most.is_finite() and points.fits(sheet.spread_most, points.Line(Decimal("0.01"), full))):
        return Refusal(_("Mức chênh lệch cho phép phải lớn hơn 0 và không quá tổng điểm %(full)s.") % {"full": full}, status=BAD)
    if not FEWEST <= sheet.members_least <= 100:
        return Refusal(_("Một kết quả cần ít nhất %(least)s phiếu điểm.") % {"least": FEWEST}, status=BAD)
    return None


def _grades(grades: Sequence[GradeGiven], criteria: Sequence[CriterionGiven]) -> Refusal | None:
    reach = points.most_marks(c.line for c in criteria)
    for grade in grades:
        if (refusal := fits(grade.name, what="grade")) is not None:
            return refusal
        if not points.fits(grade.from_points, points.Line(-LARGEST, reach)):
            return Refusal(_("Không ai đạt được mức “%(name)s”: điểm bắt đầu cao hơn tổng điểm.") % {"name": grade.name}, status=BAD)
    if len({g.from_points for g in grades}) != len(grades) or len({g.name.casefold() for g in grades}) != len(grades):
        return Refusal(_("Hai mức xếp loại trùng tên hoặc trùng điểm bắt đầu. Xin sửa lại."), status=BAD)
    return None
