"""What the holder of a code fills in. The PIN is asked where this browser has not been given it yet."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gandan.opinions.policies.words import LONGEST
from gandan.opinions.web import public_fields
from gandan.opinions.web.forms.public import ContactPart

RATINGS = (
    (5, _("5 · Rất hài lòng")),
    (4, _("4 · Hài lòng")),
    (3, _("3 · Tạm được")),
    (2, _("2 · Chưa hài lòng")),
    (1, _("1 · Rất không hài lòng")),
)


class SenderForm(forms.Form):
    """One deed. `asks_pin` adds the PIN as the last field; a deed that changes who may write asks for it every time."""

    always_asks = False

    def __init__(self, *args: Any, asks_pin: bool, **more: Any) -> None:
        super().__init__(*args, **more)
        if asks_pin or self.always_asks:
            self.fields["pin"] = public_fields.pin(_("Mã PIN trên biên nhận"), help_text=_("Chỉ hỏi một lần trong nửa giờ."))


class LetterForm(SenderForm):
    """A letter to the office, with files."""

    text = public_fields.words(_("Ông/Bà muốn nói gì?"), longest=LONGEST["text"])
    uploads = public_fields.files(_("Ảnh, giấy tờ"))


class Rated(SenderForm):
    """How content somebody is, if they like to say so."""

    rating = forms.TypedChoiceField(
        label=_("Ông/Bà hài lòng đến đâu?"), required=False, coerce=int, empty_value=None, choices=RATINGS, widget=forms.RadioSelect
    )


class RatingForm(Rated):
    """Nothing else."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["rating"].required = True


class DoneForm(Rated):
    """Yes, it was done."""


class NotDoneForm(Rated):
    """No, and what is missing."""

    text = public_fields.words(_("Chỗ nào chưa xong?"), longest=LONGEST["reason"], help_text=_("Ít nhất 10 ký tự."))
    field_order = ("text", "rating")


class ReviewForm(SenderForm):
    """Why a refusal is not right."""

    text = public_fields.words(_("Vì sao Ông/Bà không đồng ý?"), longest=LONGEST["reason"], help_text=_("Ít nhất 10 ký tự."))


class EscalateForm(SenderForm):
    """Why those above should look at it."""

    reason = public_fields.words(
        _("Vì sao cần cấp trên xem?"), longest=LONGEST["reason"], help_text=_("Ít nhất 10 ký tự. Cơ quan và cấp trên đọc được.")
    )


class SureForm(SenderForm):
    """A deed without words."""


class ContactForm(ContactPart, SenderForm):
    """How to be reached, from now on."""


class PinForm(SenderForm):
    """Another PIN, for whoever knows the one that holds."""

    always_asks = True
    new_pin = public_fields.pin(_("Mã PIN mới"), help_text=_("6 chữ số; đừng lấy ngày sinh hay số dễ đoán."))
