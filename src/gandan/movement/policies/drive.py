"""WHEN a drive is planned, launched, changed, summed up, cancelled."""

from datetime import date

from django.utils.translation import gettext as _

from gandan.appraisals.models import ScoreSheet
from gandan.core.access import Refusal
from gandan.core.text import private
from gandan.core.text.days import written
from gandan.movement.enums import LIVING, DriveState, Meeting, State
from gandan.movement.models import Drive, Field
from gandan.movement.policies.words import BAD, LONGEST
from gandan.units.models import Office

LONGEST_STAGE = 10  # years; stages of five are usual
MOST_FIELDS = 12
OPEN = frozenset({DriveState.PLANNED, DriveState.LAUNCHED})


def plan(drive: Drive, *, office: Office, fields: list[str], today: date) -> Refusal | None:
    """By an office that stands, with a title, a stage and fields; after another stage of the same unit that has been summed up."""
    if not office.exists(today):
        return Refusal(_("Cơ quan này không còn hoặc chưa hoạt động. Xin chọn cơ quan khác."), status=BAD)
    return wording(drive) or stage(drive) or names(fields) or follows(drive)


def wording(drive: Drive) -> Refusal | None:
    """A title, and a sheet to score by."""
    if not drive.title or len(drive.title) > 200:
        return Refusal(_("Xin ghi tên phong trào, gọn trong một dòng."), status=BAD)
    if len(drive.aim) > 4000:
        return Refusal(_("Đoạn này dài quá %(most)s ký tự. Xin viết gọn lại.") % {"most": 4000}, status=BAD)
    if not ScoreSheet.objects.filter(unit=drive.unit_id, code=drive.sheet_code).exists():
        return Refusal(_("Xin chọn bảng điểm của đơn vị: mô hình được chấm theo bảng này."), status=BAD)
    return private.refusal(drive.title, drive.aim)


def stage(drive: Drive) -> Refusal | None:
    """From a day to a later one, of this age, not longer than two stages."""
    if drive.ends_on <= drive.starts_on:
        return Refusal(_("Ngày kết thúc phải sau ngày bắt đầu."), status=BAD)
    if not (drive.starts_on.year >= 1986 and drive.ends_on.year - drive.starts_on.year <= LONGEST_STAGE):
        return Refusal(_("Giai đoạn của phong trào dài không quá %(most)s năm. Xin xem lại năm.") % {"most": LONGEST_STAGE}, status=BAD)
    return None


def names(fields: list[str]) -> Refusal | None:
    """At least one field, each once."""
    if not fields or any(not name or len(name) > 100 for name in fields):
        return Refusal(_("Xin ghi ít nhất một lĩnh vực; tên mỗi lĩnh vực không quá 100 ký tự."), status=BAD)
    if len({name.casefold() for name in fields}) != len(fields) or len(fields) > MOST_FIELDS:
        return Refusal(_("Mỗi lĩnh vực chỉ ghi một lần, không quá %(most)s lĩnh vực.") % {"most": MOST_FIELDS}, status=BAD)
    return None


def follows(drive: Drive) -> Refusal | None:
    """The stage before is one of the same unit, ended, and followed by no other."""
    if drive.before is None:
        return None
    if drive.before.unit_id != drive.unit_id or drive.before.state != DriveState.SUMMED_UP or drive.before.starts_on >= drive.starts_on:
        return Refusal(_("Giai đoạn trước phải là phong trào đã tổng kết của cùng đơn vị."), status=BAD)
    if Drive.objects.filter(before=drive.before).exclude(pk=drive.pk).exists():
        return Refusal(_("Giai đoạn trước đã có giai đoạn tiếp theo rồi."), status=BAD)
    return None


def running(drive: Drive) -> Refusal | None:
    """Before its end."""
    if drive.state not in OPEN:
        return Refusal(_("Phong trào này đã kết thúc nên không sửa nữa."))
    return None


def planned(drive: Drive) -> Refusal | None:
    """Before it was launched: afterwards people work by what it says."""
    if drive.state != DriveState.PLANNED:
        return Refusal(_("Phong trào đã phát động nên không sửa tên, thời gian, bảng điểm nữa."))
    return None


def launch(drive: Drive, *, today: date) -> Refusal | None:
    """Once, with a sheet in force, before its stage is over."""
    if drive.state != DriveState.PLANNED:
        return Refusal(_("Phong trào này đã phát động hoặc đã kết thúc."))
    if drive.ends_on < today:
        return Refusal(_("Giai đoạn của phong trào đã qua. Xin sửa thời gian trước khi phát động."))
    if not ScoreSheet.objects.filter(unit=drive.unit_id, code=drive.sheet_code, valid_from__isnull=False).exists():
        return Refusal(_("Bảng điểm của phong trào chưa có hiệu lực. Xin cho bảng điểm có hiệu lực trước khi phát động."))
    return None


def window(drive: Drive, *, year: int, opens_on: date, closes_on: date) -> Refusal | None:
    """In a year of the stage, from a day to the same or a later one, inside that year."""
    if (refusal := running(drive)) is not None:
        return refusal
    if not drive.starts_on.year <= year <= drive.ends_on.year:
        return Refusal(_("Năm này không thuộc giai đoạn của phong trào."), status=BAD)
    if closes_on < opens_on or opens_on.year not in {year - 1, year} or closes_on.year != year:  # opened in December for the next year
        return Refusal(_("Đợt đăng ký của năm mở trước khi đóng và đóng trong năm ấy. Xin xem lại ngày."), status=BAD)
    return None


def add_field(drive: Drive, *, name: str) -> Refusal | None:
    """Another one, while the drive goes on."""
    there = list(drive.fields.filter(ended_on=None).values_list("name", flat=True))
    return running(drive) or names([*there, name])


def rename_field(field: Field, *, name: str, counted: bool) -> Refusal | None:
    """A slip of the pen, while nothing is registered in it: what was counted under a name keeps it."""
    if counted:
        return Refusal(_("Lĩnh vực này đã có mô hình đăng ký nên không đổi tên. Xin kết thúc lĩnh vực và thêm lĩnh vực mới."))
    others = list(field.drive.fields.filter(ended_on=None).exclude(pk=field.pk).values_list("name", flat=True))
    return running(field.drive) or names([*others, name])


def end_field(field: Field) -> Refusal | None:
    """Not the last one."""
    if (refusal := running(field.drive)) is not None:
        return refusal
    if field.ended_on is not None:
        return Refusal(_("Lĩnh vực này đã kết thúc rồi."))
    if field.drive.fields.filter(ended_on=None).count() < 2:
        return Refusal(_("Phong trào cần ít nhất một lĩnh vực. Xin thêm lĩnh vực khác trước."))
    return None


def sum_up(drive: Drive, *, meeting: str, year: int, held_on: date, text: str, today: date) -> Refusal | None:
    """A meeting that was held, once of its kind in a year; the closing one when nothing waits for registration."""
    if drive.state != DriveState.LAUNCHED or drive.launched_on is None:
        return Refusal(_("Chỉ sơ kết, tổng kết phong trào đang phát động."))
    if meeting not in Meeting.values or not drive.starts_on.year <= year <= max(drive.ends_on.year, today.year):
        return Refusal(_("Xin chọn loại sơ kết, tổng kết và một năm của giai đoạn."), status=BAD)
    if not drive.launched_on <= held_on <= today:
        words = _("Ngày họp phải từ ngày phát động %(day)s đến hôm nay.") % {"day": written(drive.launched_on)}
        return Refusal(words, status=BAD)
    if len(text) > LONGEST["text"]:
        return Refusal(_("Đoạn này dài quá %(most)s ký tự. Xin viết gọn lại.") % {"most": LONGEST["text"]}, status=BAD)
    if drive.summings_up.filter(meeting=meeting, year=year).exists():
        return Refusal(_("Đã có lần sơ kết, tổng kết này của năm; số liệu đã chốt nên không ghi lại."))
    if meeting == Meeting.CLOSING and drive.practices.filter(state=State.SUBMITTED).exists():
        return Refusal(_("Còn mô hình chờ nhận đăng ký. Xin nhận hoặc trả lại trước khi tổng kết."))
    return private.refusal(text)


def cancel(drive: Drive) -> Refusal | None:
    """While it is prepared, or launched without a living model in it."""
    if (refusal := running(drive)) is not None:
        return refusal
    if drive.practices.filter(state__in=sorted(LIVING)).exclude(state=State.DRAFT).exists():
        return Refusal(_("Phong trào đã có mô hình nên không huỷ được. Xin tổng kết khi kết thúc."))
    return None
