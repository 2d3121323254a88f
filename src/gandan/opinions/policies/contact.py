"""WHEN a contact is left, taken away, opened; and when a PIN is made anew."""

from django.utils.translation import gettext as _

from gandan.core.access import Refusal
from gandan.opinions.enums import Wish
from gandan.opinions.given import ContactGiven
from gandan.opinions.models import Contact, Opinion
from gandan.opinions.policies.say import contact
from gandan.opinions.policies.states import CONFLICT
from gandan.opinions.policies.words import SHORTEST_REASON, fits


def leave(opinion: Opinion, *, given: ContactGiven, wish: str) -> Refusal | None:
    """As long as the words are there."""
    if opinion.is_erased or opinion.case.erased_on is not None:
        return Refusal(_("Ý kiến này đã được xoá theo thời hạn lưu."), status=CONFLICT)
    if not given:
        return contact(ContactGiven(), Wish.MAIL)
    return contact(given, wish)


def take_away(there: Contact | None) -> Refusal | None:
    """What was left."""
    return None if there is not None else Refusal(_("Ông/Bà chưa để lại liên hệ."), status=CONFLICT)


def open_contact(there: Contact | None, *, reason: str) -> Refusal | None:
    """There is one, and a reason that its owner will read."""
    if there is None:
        return Refusal(_("Người gửi không để lại liên hệ. Xin viết cho người gửi qua trang này."), status=CONFLICT)
    return fits(reason, what="opening", least=SHORTEST_REASON)
