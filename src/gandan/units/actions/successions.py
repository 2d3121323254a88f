"""Earlier successions from a CSV file: what became of units that ended before the shipped data begin."""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation

from django.db import DatabaseError, transaction
from django.db.models import Sum
from django.utils.translation import gettext as _

from gandan.core import events
from gandan.core.access import Actor, Refusal, require
from gandan.core.text import fold, nfc, sort_key
from gandan.core.text.days import written
from gandan.units.days import day_of
from gandan.units.enums import Basis, Change, Kind, Level
from gandan.units.models import Load, Succession, Unit, UnitCode, UnitName, UnitParent
from gandan.units.models.time import since
from gandan.units.policies.reorganise import DECREE
from gandan.units.search import refresh_later

COLUMNS = ("level", "kind", "name", "code", "parent_code", "first_day", "new_code", "change", "share", "basis", "decree")


@dataclass(frozen=True)
class RowError:
    """What is wrong with one row, as a sentence; `line` counts the heading as 1."""

    line: int
    sentence: str


@dataclass(frozen=True)
class Loaded:
    """How many steps are new, how many were there already, and what is wrong. With an error nothing at all is kept."""

    added: int
    known: int
    errors: tuple[RowError, ...]


class Undo(Exception):
    """Leaves the transaction without keeping anything."""


def load_successions(lines: Iterable[str], *, by: Actor, now: datetime) -> Loaded:
    """Read a CSV file with the columns `COLUMNS` (docs/data-units.md); all rows or none.

    A row says: the unit `kind name`, coded `code`, under the unit coded `parent_code`, ended the day before `first_day`, and the
    bearer of `new_code` on that day holds `share` of it. When the old unit began stays unknown. The same row twice changes nothing.
    """
    require(by, "units.load")
    reader = csv.DictReader(lines)
    missing = [c for c in COLUMNS if c not in (reader.fieldnames or ())]
    if missing:
        return Loaded(0, 0, (RowError(1, _("Thiếu cột: %(names)s.") % {"names": ", ".join(missing)}),))
    added, known, errors = 0, 0, []
    try:
        with transaction.atomic():
            for line, row in enumerate(reader, 2):
                try:
                    with transaction.atomic():
                        if _row({k: nfc(v or "").strip() for k, v in row.items() if k}):
                            added += 1
                        else:
                            known += 1
                except Refusal as refusal:
                    errors.append(RowError(line, refusal.sentence))
                except DatabaseError:
                    errors.append(RowError(line, _("Trùng thời gian, mã hoặc tỷ lệ với dữ liệu đã có.")))
            if errors:
                raise Undo
            if added:
                done = Load.objects.create(what="successions", at=now)
                refresh_later()
                events.record("units.successions_loaded", done, by=by, at=now, facts={"steps": added})
    except Undo:
        added = 0
    return Loaded(added, known, tuple(errors))


def _row(row: Mapping[str, str]) -> bool:
    """Write one row; False when it is there already."""
    level, change, basis = _choice(row, "level", Level), _choice(row, "change", Change), _choice(row, "basis", Basis)
    kind = _choice(row, "kind", Kind)
    first_day = day_of(row["first_day"])
    if first_day is None:
        raise Refusal(_("Cột first_day: hãy ghi ngày dạng 2020-02-01 hoặc 1/2/2020."))
    if row["decree"] and not DECREE.fullmatch(row["decree"]):
        raise Refusal(_("Cột decree: hãy ghi số nghị quyết liền nhau, ví dụ 895/NQ-UBTVQH14."))
    try:
        share = Decimal(row["share"].replace(",", "."))
    except InvalidOperation:
        raise Refusal(_("Cột share: hãy ghi số từ 0 đến 1, ví dụ 1 hoặc 0.35.")) from None
    if not share.is_finite() or not 0 <= share <= 1 or share != round(share, 6):
        raise Refusal(_("Cột share: hãy ghi số từ 0 đến 1, ví dụ 1 hoặc 0.35."))
    if not row["name"] or not row["code"].isdigit():
        raise Refusal(_("Thiếu tên hoặc mã của đơn vị cũ."))
    new = _bearer(row["new_code"], level, first_day)
    old = _old(row, level, kind, first_day)
    if old.ended != first_day - timedelta(days=1):
        raise Refusal(_("Mã %(code)s vào ngày trước đó thuộc một đơn vị khác, không kết thúc vào ngày này.") % {"code": row["code"]})
    if Succession.objects.filter(old=old, new=new, first_day=first_day).exists():
        return False
    taken = Succession.objects.filter(old=old, first_day=first_day).aggregate(total=Sum("share"))["total"] or Decimal(0)
    if taken + share > 1:
        raise Refusal(_("Các tỷ lệ của một đơn vị cộng lại hơn 100%."))
    Succession.objects.create(
        old=old, new=new, first_day=first_day, change=change, share=share, basis=basis, main=share * 2 > 1, decree=row["decree"]
    )
    return True


def _choice(row: Mapping[str, str], column: str, choices: type[Level] | type[Change] | type[Basis] | type[Kind]) -> str:
    if row[column] not in choices.values or row[column] == Change.ABOLITION:
        raise Refusal(_("Cột %(column)s: “%(value)s” không có trong danh sách.") % {"column": column, "value": row[column][:40]})
    return row[column]


def _bearer(code: str, level: str | None, on: date) -> Unit:
    """The unit with a code on a day; without a level, one above a commune."""
    found = UnitCode.objects.filter(code=code, during__contains=on).select_related("unit")
    bearer = found.filter(level=level).first() if level else found.exclude(level=Level.COMMUNE).first()
    if bearer is None:
        raise Refusal(_("Không có đơn vị mang mã %(code)s vào ngày %(day)s.") % {"code": code or "—", "day": written(on)})
    return bearer.unit


def _old(row: Mapping[str, str], level: str, kind: str, first_day: date) -> Unit:
    """The old unit: there already (a split has several rows), or made from the row."""
    last = first_day - timedelta(days=1)
    there = UnitCode.objects.filter(level=level, code=row["code"], during__contains=last).select_related("unit").first()
    if there is not None:
        name = there.unit.names.filter(during__contains=last).first()
        if name is None or fold(name.name) != fold(row["name"]):
            raise Refusal(_("Mã %(code)s vào ngày trước đó thuộc một đơn vị khác, không kết thúc vào ngày này.") % {"code": row["code"]})
        return there.unit
    parent = None if level == Level.PROVINCE else _bearer(row["parent_code"], None, last)
    during = since(None, first_day)
    unit = Unit.objects.create(level=level, existed=during, attested_on=last)
    UnitName.objects.create(unit=unit, kind=kind, name=row["name"], sort=sort_key(row["name"]), during=during)
    UnitCode.objects.create(unit=unit, level=level, code=row["code"], during=during)
    if parent is not None:
        UnitParent.objects.create(unit=unit, parent=parent, during=during)
    return unit
