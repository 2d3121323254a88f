"""Forms of the handler's pages and of the sender's receipt."""

from django import forms
from django.utils.translation import gettext_lazy as _

from gandan.denunciations.enums import OUTCOMES, State
from gandan.denunciations.policies import LONGEST

AREA = {"rows": 5}


class NoteForm(forms.Form):
    """What a handler writes down."""

    text = forms.CharField(label=_("Ghi chú"), max_length=LONGEST, widget=forms.Textarea(attrs=AREA))


class OutcomeForm(forms.Form):
    """What came of it outside, by which document."""

    outcome = forms.ChoiceField(label=_("Kết quả"), choices=[(s, State(s).label) for s in OUTCOMES], widget=forms.RadioSelect)
    number = forms.CharField(
        label=_("Số văn bản, hoặc số trong sổ tiếp nhận đơn"), max_length=80, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    day = forms.DateField(
        label=_("Ngày của văn bản"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d", "%d/%m/%Y"],
        help_text=_("Nếu thụ lý: ngày ra quyết định thụ lý, để tính hạn thông báo và hạn giải quyết."),
    )
    text = forms.CharField(label=_("Ghi chú"), max_length=LONGEST, required=False, widget=forms.Textarea(attrs=AREA))


class NothingForm(forms.Form):
    """A deed that asks for nothing but the press of its button."""


class PinForm(forms.Form):
    """The PIN of the receipt: who only has the code reads."""

    pin = forms.CharField(
        label=_("Mã PIN trên biên nhận"),
        max_length=12,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "class": "short"}),
    )
