"""WHEN an activity may be written down, corrected, withdrawn."""

from datetime import date

from django.utils.translation import gettext as _

from gandan.activities.enums import Kind, RequestState, State
from gandan.activities.models import Activity
from gandan.activities.queries.activities import called
from gandan.commitments.enums import State as Owed
from gandan.core.access import Actor, Refusal, may
from gandan.core.text.days import written
from gandan.units.gazetteer import Place
from gandan.units.models import Unit
from gandan.units.queries.picture import picture

TITLE, PLACE, TEXT, REASON = 300, 200, 50_000, 300
NAMED = 6  # how many units a sentence names before it says how many more there are


def record(
    *, kind: str, title: str, unit: Unit, starts_on: date | None, ends_on: date | None, place: str, text: str, today: date
) -> Refusal | None:
    """What was done is written down once it has begun, in a unit that existed then."""
    if kind not in Kind.values:
        return Refusal(_("Hãy chọn loại hoạt động trong danh sách."), status=422)
    if not title or len(title) > TITLE:
        return Refusal(_("Hãy ghi tên hoạt động, không quá %(n)s chữ.") % {"n": TITLE}, status=422)
    if len(place) > PLACE or len(text) > TEXT:
        return Refusal(_("Nơi làm không quá %(place)s chữ, nội dung không quá %(text)s chữ.") % {"place": PLACE, "text": TEXT}, status=422)
    return days(starts_on, ends_on, today=today) or existed(unit, starts_on)


def days(starts_on: date | None, ends_on: date | None, *, today: date) -> Refusal | None:
    """The diary tells what was done: it begins by today and ends after it began."""
    if starts_on is None:
        return None if ends_on is None else Refusal(_("Có ngày kết thúc thì phải có ngày bắt đầu."), status=422)
    if starts_on > today:
        return Refusal(_("Ngày này chưa đến. Nhật ký chỉ ghi việc đã làm; việc sắp làm xin ghi ở mục Việc."), status=422)
    if ends_on is not None and ends_on < starts_on:
        return Refusal(_("Ngày kết thúc phải từ ngày bắt đầu trở đi."), status=422)
    return None


def existed(unit: Unit, on: date | None) -> Refusal | None:
    """A unit in which something happened existed on that day; else the sentence says which one it was (or is called now)."""
    if on is None or unit.exists(on):
        return None
    tree = picture()
    key = tree.keys.get(unit.pk)
    place = called(tree, unit.pk, on)
    name = place.full_name if place else ""
    if key is None or place is None:
        return Refusal(_("Vào ngày %(day)s chưa có hoặc không còn đơn vị này.") % {"day": written(on)}, status=422)
    if unit.ended is not None and unit.ended < on:
        said = {"name": name, "day": written(unit.ended), "now": named([b.place for b in tree.became(place, until=on)])}
        if not said["now"]:
            return Refusal(_("%(name)s đã kết thúc ngày %(day)s.") % said, status=422)
        return Refusal(_("%(name)s đã kết thúc ngày %(day)s, nay là: %(now)s. Hãy chọn đơn vị của ngày đó.") % said, status=422)
    said = {"name": name, "day": written(on), "then": named([b.place for b in tree.came_from(place) if b.share])}
    if not said["then"]:
        return Refusal(_("Ngày %(day)s chưa có %(name)s.") % said, status=422)
    return Refusal(_("Ngày %(day)s chưa có %(name)s; khi đó là: %(then)s. Hãy chọn đơn vị của ngày đó.") % said, status=422)


def named(places: list[Place]) -> str:
    """Names of units in one line; of many the first ones and how many more."""
    text = ", ".join(p.full_name for p in places[:NAMED])
    return text if len(places) <= NAMED else _("%(names)s và %(n)s đơn vị khác") % {"names": text, "n": len(places) - NAMED}


def shown(activity: Activity, *, by: Actor) -> Refusal | None:
    """What everyone sees is changed only by those who may show it to everyone; who merely keeps the record asks them."""
    if not activity.is_public or may(by, "activities.publish", activity.unit_id):
        return None
    place = called(picture(), activity.unit_id, None)
    said = {"name": place.full_name if place else _("đơn vị nơi diễn ra")}
    sentence = _("Hoạt động này đang công khai nên chỉ người làm việc cho %(name)s sửa hoặc rút được. Xin báo đơn vị đó sửa giúp.")
    return Refusal(sentence % said)


def change(activity: Activity) -> Refusal | None:
    """What was withdrawn stays as it was."""
    if activity.state == State.WITHDRAWN:
        return Refusal(_("Hoạt động này đã rút nên không sửa được nữa. Nếu cần, hãy ghi hoạt động mới."), status=409)
    return None


def withdraw(activity: Activity, *, reason: str) -> Refusal | None:
    """It says why, and no work may hang on it."""
    if activity.state == State.WITHDRAWN:
        return Refusal(_("Hoạt động này đã rút rồi."), status=409)
    if not reason or len(reason) > REASON:
        return Refusal(_("Hãy ghi lý do rút, không quá %(n)s chữ.") % {"n": REASON}, status=422)
    taken = activity.request_set.filter(state=RequestState.TAKEN_UP).exclude(commitment__state=Owed.WITHDRAWN)
    if taken.exists():
        return Refusal(_("Có đề nghị ở hoạt động này đã được nhận làm. Hãy rút việc đó trước, rồi rút hoạt động."), status=409)
    return None
