"""Units in which law counts, and how a value binds."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Measure(TextChoices):
    """What the number of a rule counts. Both kinds of days occur in law, so a rule always says which."""

    CALENDAR_DAYS = "calendar_days", _("ngày")
    WORKING_DAYS = "working_days", _("ngày làm việc")
    MONTHS = "months", _("tháng")
    YEARS = "years", _("năm")
    TIMES_A_YEAR = "times_a_year", _("lần mỗi năm")
    DAYS_A_MONTH = "days_a_month", _("ngày mỗi tháng")
    DAYS_A_WEEK = "days_a_week", _("ngày mỗi tuần")
    SHARE_OF_HOUSEHOLDS = "share_of_households", _("tổng số đại diện hộ gia đình trong thôn, tổ dân phố")
    SHARE_OF_HAMLETS = "share_of_hamlets", _("tổng số thôn, tổ dân phố")
    SHARE_OF_PRESENT = "share_of_present", _("số đại diện hộ gia đình dự họp")
    HOUSEHOLDS = "households", _("hộ")
    PERSONS = "persons", _("người")
    COPIES = "copies", _("bản")
    TIMES = "times", _("lần")
    YES_NO = "yes_no", _("có hoặc không")
    MILLIMETRES = "mm", "mm"
    POINTS = "pt", _("cỡ chữ")
    SPACING_POINTS = "spacing_pt", "pt"
    LINES = "lines", _("dòng")


class Bound(TextChoices):
    """How the value binds: a deadline is *at most*, a posting period *at least*, a simple majority *more than*."""

    AT_MOST = "at_most", _("không quá")
    AT_LEAST = "at_least", _("ít nhất")
    MORE_THAN = "more_than", _("trên")
    EXACTLY = "exactly", _("đúng")


class Origin(TextChoices):
    """Where a version of a rule came from: the file shipped with the program, or a person of this installation."""

    FILE = "file", _("Bộ quy định kèm phần mềm")
    OFFICE = "office", _("Người quản trị nhập")


DAYS = frozenset({Measure.CALENDAR_DAYS, Measure.WORKING_DAYS})
SHARES = frozenset({Measure.SHARE_OF_HOUSEHOLDS, Measure.SHARE_OF_HAMLETS, Measure.SHARE_OF_PRESENT})
