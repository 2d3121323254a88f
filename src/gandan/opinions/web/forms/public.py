"""What people without an account fill in: say something, join what others said, and speak about their own case later."""

from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from gandan.denunciations.enums import Accused
from gandan.opinions import policies, topics
from gandan.opinions.enums import Wish
from gandan.opinions.given import ContactGiven
from gandan.opinions.policies.words import LONGEST as LONGEST
from gandan.opinions.web import public_fields, public_place


class ContactPart(forms.Form):
    """How a sender may be reached: nothing of it is needed."""

    name = forms.CharField(label=_("Tên để xưng hô"), max_length=100, required=False, widget=forms.TextInput({"autocomplete": "name"}))
    phone = forms.CharField(
        label=_("Số điện thoại"), max_length=20, required=False, widget=forms.TextInput({"type": "tel", "autocomplete": "tel"})
    )
    mail = forms.EmailField(label=_("Thư điện tử"), required=False, widget=forms.EmailInput({"autocomplete": "email"}))
    wish = forms.ChoiceField(label=_("Khi có tin mới"), required=False, widget=forms.RadioSelect)
    language = forms.ChoiceField(label=_("Báo tin bằng tiếng"), required=False, choices=settings.LANGUAGES)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["wish"].choices = wishes()  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A wish needs the address it goes to."""
        given = super().clean() or {}
        given["wish"] = given.get("wish") or Wish.NONE.value
        if given["wish"] == Wish.MAIL and not given.get("mail") and "mail" not in self.errors:
            self.add_error("mail", _("Xin ghi địa chỉ thư, hoặc chọn “Tự xem bằng mã”."))
        if given["wish"] == Wish.GATEWAY and not given.get("phone"):
            self.add_error("phone", _("Xin ghi số điện thoại, hoặc chọn “Tự xem bằng mã”."))
        if (refusal := policies.contact(ContactGiven(phone=(given.get("phone") or "").strip()), Wish.NONE)) is not None:
            self.add_error("phone", refusal.sentence)
        return given

    def clean_own_pin(self) -> str:
        """One that nobody tries first."""
        typed = str(self.cleaned_data["own_pin"])
        if typed and (refusal := policies.pin(typed)) is not None:
            raise forms.ValidationError(refusal.sentence)
        return typed

    @property
    def has_contact(self) -> bool:
        """Whether anything to be reached by was typed: then its fold stands open."""
        kept = self.data if self.is_bound else self.initial
        return any(str(kept.get(n) or "").strip() for n in ("name", "phone", "mail")) or bool(
            {"name", "phone", "mail", "wish"} & set(self.errors)
        )


def wishes() -> list[tuple[str, Any]]:
    """How this installation can tell people; what it cannot send is not offered."""
    able = {Wish.NONE: True, Wish.MAIL: bool(settings.MAIL), Wish.GATEWAY: bool(settings.GATEWAY)}
    return [(w.value, w.label) for w in Wish if able[w]]


class SayForm(ContactPart):
    """Text and place are enough."""

    text = public_fields.words(
        _("Ông/Bà muốn phản ánh điều gì?"),
        longest=LONGEST["text"],
        rows=6,
        help_text=_("Viết như nói chuyện cũng được. Không cần ghi tên, số điện thoại của mình hay của người khác."),
    )
    where = forms.CharField(label=_("Ở xã, phường nào?"), max_length=120, required=False)
    hamlet = forms.ChoiceField(label=_("Thôn, tổ dân phố"), required=False)
    place = public_fields.where(_("Chỗ cụ thể"), longest=LONGEST["place"], help_text=_("Ví dụ: đầu hẻm 12, đường Mậu Thân, trước chợ."))
    topic = forms.ChoiceField(label=_("Về việc gì"), required=False, help_text=_("Không chắc thì để trống, cán bộ sẽ xếp giúp."))
    uploads = public_fields.files(_("Ảnh, giấy tờ"))
    own_pin = public_fields.pin(
        _("Tự chọn mã PIN 6 chữ số"), required=False, help_text=_("Để trống thì hệ thống chọn giúp. Đừng lấy ngày sinh hay số dễ đoán.")
    )
    marked = forms.BooleanField(label=_("Trong này tôi tố cáo một cán bộ làm sai pháp luật"), required=False)
    accused = forms.ChoiceField(
        label=_("Nếu tố cáo: người ấy làm ở cấp nào?"),
        required=False,
        choices=Accused.choices,
        initial=Accused.BELOW,
        widget=forms.RadioSelect,
    )
    sheet = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, files: Any = None, *, today: date, initial: dict[str, Any] | None = None) -> None:
        super().__init__(data, files, initial=initial)
        given = {k: str(v) for k, v in (data if data is not None else initial or {}).items() if v}
        self.where_it_is = public_place.read(given)
        self.place_found = self.where_it_is.place
        known = public_place.hamlets(self.place_found, on=today) if self.place_found else []
        self.fields["hamlet"].choices = [("", _("Không rõ, hoặc cả xã, phường")), *known] if known else []  # type: ignore[attr-defined]
        self.fields["hamlet"].error_messages["invalid_choice"] = _("Thôn, tổ này không thuộc nơi đã chọn. Xin chọn lại hoặc để trống.")
        self.fields["place"].required = not given.get("hamlet")
        self.fields["place"].error_messages["required"] = _("Xin ghi chỗ nào: tên đường, xóm, hẻm, chợ…; hoặc chọn thôn, tổ dân phố.")
        self.fields["topic"].choices = [("", _("Chưa chọn")), *topic_choices()]  # type: ignore[attr-defined]

    def clean_accused(self) -> str:
        """Whoever says nothing means the people of the ward, of whom most letters speak."""
        return str(self.cleaned_data["accused"] or Accused.BELOW.value)

    def clean(self) -> dict[str, Any]:
        """Besides the text only where: which commune; a few words or a hamlet stand in the fields."""
        given = super().clean()
        if self.place_found is None:
            self.add_error("where", self.where_it_is.wrong)
        return given


class JoinForm(ContactPart):
    """ "Tôi cũng gặp": no words needed, the place if it helps."""

    place = public_fields.where(_("Chỗ Ông/Bà gặp"), longest=LONGEST["place"], help_text=_("Nếu khác một chút; không ghi cũng được."))
    own_pin = public_fields.pin(_("Tự chọn mã PIN 6 chữ số"), required=False, help_text=_("Để trống thì hệ thống chọn giúp."))
    sheet = forms.CharField(required=False, widget=forms.HiddenInput)


class CodeForm(forms.Form):
    """The private code."""

    code = public_fields.code(_("Mã trên biên nhận"))


def topic_choices() -> list[tuple[str, list[tuple[str, str]]]]:
    """Topics under their headings."""
    return [(group.name, [(t.code, t.name) for t in inside]) for group, inside in topics.groups()]
