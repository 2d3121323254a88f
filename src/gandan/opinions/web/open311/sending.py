"""POST of a request: an opinion through somebody else's app.

The answer holds a token, and in `service_notice` the private code and the PIN, for the person who spoke: the app shows them and forgets
them. What looks like a denunciation, or is marked as one, gets an answer that cannot be told from any other. `device_id` and
`account_id` say who somebody is and help nobody: they are not kept.
"""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.http import HttpRequest, QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from gandan.core import codes
from gandan.core.text import nfc
from gandan.denunciations.hands import works
from gandan.opinions import actions
from gandan.opinions.enums import Channel, Wish
from gandan.opinions.given import ContactGiven, Said
from gandan.opinions.policies import words
from gandan.opinions.queries.clock import days_pledged
from gandan.opinions.web.open311 import asked, keys, listing, shown, tokens
from gandan.opinions.web.open311.faults import missing, wrong
from gandan.units.gazetteer import Level
from gandan.units.models import Hamlet, Unit

CONTACT, MEDIA = 120, 5
DIGITS = Decimal("0.00001")
FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")


@dataclass(frozen=True)
class Sent:
    """What a request says, read and checked."""

    topic: str
    text: str
    unit: Unit
    hamlet: Hamlet | None
    place: str
    latitude: Decimal | None
    longitude: Decimal | None
    contact: ContactGiven | None
    wish: Wish
    marked: bool


def send(request: HttpRequest, *, now: datetime) -> dict[str, Any]:
    """Do it, and what the client is told. Raises Fault, or the deed's own Refusal."""
    if (request.content_type or "") not in FORMS:
        raise wrong(_("Xin gửi application/x-www-form-urlencoded; charset=utf-8."))
    by = keys.holder(request, now=now)
    sent = _read(request.POST)
    said = actions.say(
        text=sent.text,
        unit=sent.unit,
        by=by,
        now=now,
        place=sent.place,
        hamlet=sent.hamlet,
        topic=sent.topic,
        channel=Channel.OPEN311,
        latitude=sent.latitude,
        longitude=sent.longitude,
        uploads=request.FILES.getlist("media")[:MEDIA],
        contact=sent.contact,
        wish=sent.wish,
        marked=sent.marked,
        pin_by_office=works(by),
    )
    return {"token": tokens.token_of(said), "service_notice": _notice(said, sent.unit, now), "account_id": None}


def _notice(said: Said, unit: Unit, now: datetime) -> str:
    """The same for everybody, whatever became of it."""
    days = days_pledged(unit, on=timezone.localdate(now))
    return _(
        "Mã riêng %(code)s, PIN %(pin)s: xin đưa cho người gửi giữ kín; mã để xem, PIN để trả lời và xác nhận tại "
        "%(site)s/y-kien/tra-cuu/. Đơn vị cam kết trả lời trong %(days)s ngày làm việc."
    ) % {"code": codes.shown(said.code), "pin": said.pin, "site": settings.SITE, "days": days}


def _read(post: QueryDict) -> Sent:
    topic = asked.text(post, "service_code")
    if not topic:
        raise wrong(_("Thiếu service_code."))
    if listing.offered(topic) is None:
        raise missing(_("Không có service_code %(c)s.") % {"c": topic[:40]})
    hamlet = _hamlet(post)
    unit = _unit(post, hamlet)
    latitude, longitude = _degrees(post, "lat", 90), _degrees(post, "long", 180)
    place = nfc(asked.text(post, "address_string"))
    _located(latitude, longitude, place, hamlet)
    said = nfc(asked.text(post, "description"))
    _written(said, place)
    contact = _contact(post)
    return Sent(
        topic=topic,
        text=said + _media(post),
        unit=unit,
        hamlet=hamlet,
        place=place,
        latitude=latitude,
        longitude=longitude,
        contact=contact or None,
        wish=_wish(post, contact),
        marked=_attribute(post, listing.MARKED).lower() in {"yes", "true", "1"},
    )


def _written(said: str, place: str) -> None:
    if not said:
        raise wrong(_("Thiếu description: xin viết sự việc."))
    if len(said) > shown.LONGEST:
        raise wrong(_("description dài nhất %(n)s ký tự.") % {"n": shown.LONGEST})
    if len(place) > words.LONGEST["place"]:
        raise wrong(_("address_string dài nhất %(n)s ký tự.") % {"n": words.LONGEST["place"]})


def _located(latitude: Decimal | None, longitude: Decimal | None, place: str, hamlet: Hamlet | None) -> None:
    if (latitude is None) != (longitude is None):
        raise wrong(_("lat và long phải đi cùng nhau."))
    if latitude is None and not place and hamlet is None:
        raise wrong(_("Thiếu nơi chốn: xin gửi lat và long, address_string hoặc address_id."))


def _hamlet(post: QueryDict) -> Hamlet | None:
    """By `address_id`, or by the attribute."""
    typed = asked.text(post, "address_id") or _attribute(post, listing.HAMLET)
    if not typed:
        return None
    try:
        found = Hamlet.objects.select_related("unit").filter(pk=UUID(typed), existed__contains=timezone.localdate()).first()
    except ValueError:
        found = None
    if found is None:
        raise wrong(_("Không có thôn, tổ dân phố nào mang mã này."))
    return found


def _unit(post: QueryDict, hamlet: Hamlet | None) -> Unit:
    """The commune; that of the hamlet where none is named."""
    code = asked.text(post, "jurisdiction_id")
    if not code:
        if hamlet is None:
            raise wrong(_("Thiếu jurisdiction_id: mã xã, phường nơi xảy ra sự việc."))
        return hamlet.unit
    place = asked.jurisdiction(code)
    if place.level != Level.COMMUNE:
        raise wrong(_("jurisdiction_id phải là mã của một xã, phường, đặc khu."))
    if hamlet is not None and hamlet.unit_id != place.id:
        raise wrong(_("Thôn, tổ dân phố này không thuộc xã, phường đã ghi."))
    return Unit.objects.get(pk=place.id)


def _degrees(post: QueryDict, name: str, most: int) -> Decimal | None:
    typed = asked.text(post, name)
    if not typed:
        return None
    try:
        value = Decimal(typed)
    except InvalidOperation:
        value = Decimal("NaN")
    if not value.is_finite() or abs(value) > most:
        raise wrong(_("%(name)s phải là độ theo WGS84.") % {"name": name})
    return value.quantize(DIGITS)


def _contact(post: QueryDict) -> ContactGiven:
    name = " ".join(part for part in (asked.text(post, "last_name"), asked.text(post, "first_name")) if part)
    given = ContactGiven(nfc(name), asked.text(post, "phone"), asked.text(post, "email"))
    if max(len(given.name), len(given.phone), len(given.mail)) > CONTACT:
        raise wrong(_("Tên, điện thoại, thư điện tử dài nhất %(n)s ký tự.") % {"n": CONTACT})
    return given


def _wish(post: QueryDict, contact: ContactGiven) -> Wish:
    """As asked; where nothing is asked, nobody is written to."""
    typed = _attribute(post, listing.WISH)
    if typed not in Wish.values and typed:
        raise wrong(_("attribute[wish] chỉ nhận %(values)s.") % {"values": ", ".join(Wish.values)})
    return Wish(typed) if typed and contact else Wish.NONE


def _media(post: QueryDict) -> str:
    """Addresses of pictures elsewhere are kept as words: nothing is fetched from them."""
    found = [one.strip() for one in post.getlist("media_url") if one.strip()][:MEDIA]
    for one in found:
        try:
            URLValidator(schemes=["http", "https"])(one[:500])
        except ValidationError as bad:
            raise wrong(_("media_url phải là một địa chỉ http hoặc https.")) from bad
    label = _("Ảnh kèm theo")
    return "".join(f"\n\n{label}: {one[:500]}" for one in found)


def _attribute(post: QueryDict, code: str) -> str:
    """One value, with or without the brackets of a list."""
    return asked.text(post, f"attribute[{code}]") or asked.text(post, f"attribute[{code}][]")
