"""Words of the public pages: `{% load portal %}`."""

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

register = template.Library()

KINDS = {
    "Tỉnh": gettext_noop("tỉnh"),
    "Thành phố": gettext_noop("thành phố"),
    "Quận": gettext_noop("quận"),
    "Huyện": gettext_noop("huyện"),
    "Thị xã": gettext_noop("thị xã"),
    "Thị trấn": gettext_noop("thị trấn"),
    "Phường": gettext_noop("phường"),
    "Xã": gettext_noop("xã"),
    "Đặc khu": gettext_noop("đặc khu"),
}


@register.filter
def kind(name: str) -> str:
    """The kind of a unit as a common word, for counts; in a name ("Phường Ninh Kiều") it stays Vietnamese in every language."""
    return _(KINDS[name]) if name in KINDS else name.lower()
