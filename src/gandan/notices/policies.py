"""WHEN something is possible. Each answers None or a Refusal with a sentence."""

from datetime import time

from django.utils.translation import gettext as _

from gandan.core.access import Refusal
from gandan.notices.calc.numbers import is_mobile
from gandan.notices.enums import Channel, State
from gandan.notices.models import Message


def call(message: Message) -> Refusal | None:
    """Only one that waits, and only a call."""
    if message.channel != Channel.CALL:
        return Refusal(_("Tin này không phải là việc gọi báo."))
    if message.state == State.DONE:
        return Refusal(_("Đã có người gọi báo rồi. Cảm ơn Ông/Bà."))
    return Refusal(_("Việc gọi báo này không cần nữa.")) if message.state != State.QUEUED else None


def prefer(*, gateway: str, number: str, quiet_from: time | None, quiet_to: time | None) -> Refusal | None:
    """A number where text messages are wished, and quiet hours with a beginning and an end."""
    if gateway and not is_mobile(number):
        return Refusal(_("Số điện thoại di động có 10 chữ số, ví dụ 0912 345 678. Xin kiểm tra lại."), status=422)
    if (quiet_from is None) != (quiet_to is None):
        return Refusal(_("Giờ yên lặng cần cả giờ bắt đầu và giờ kết thúc; không cần thì để trống cả hai."), status=422)
    if quiet_from is not None and quiet_from == quiet_to:
        return Refusal(_("Giờ bắt đầu và giờ kết thúc yên lặng phải khác nhau."), status=422)
    return None
