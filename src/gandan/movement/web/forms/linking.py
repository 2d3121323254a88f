"""Looking for something of another room by its words or its number."""

from django import forms
from django.utils.translation import gettext_lazy as _

from gandan.movement.web.forms.fields import short


class LookForm(forms.Form):
    """What is looked for."""

    tim = short(
        _("Tên, số hoặc địa chỉ trang của việc cần gắn"),
        most=300,
        required=True,
        help_text=_("Hoạt động, lời hứa, việc được giao, hoặc số của ý kiến người dân đã công khai."),
    )
