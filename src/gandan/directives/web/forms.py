"""Forms of the register's pages. What they read is checked again by the deed."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gandan.core.access import Actor
from gandan.core.text.days import written
from gandan.directives import numbers, queries
from gandan.directives.enums import Adopted, RelationKind
from gandan.directives.models import Document
from gandan.units.models import Office


def day(label: Any, *, help_text: Any = "") -> forms.DateField:
    """A day that may be left out, typed or picked."""
    formats = ["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y"]
    widget = forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, help_text=help_text, required=False, input_formats=formats, widget=widget)


def office_choices(offices: list[Office], *, none: Any) -> list[tuple[str, Any]]:
    """Offices by name, after a line for none of them."""
    return [("", none), *sorted(((str(o.pk), str(o)) for o in offices), key=lambda pair: pair[1])]


class WordsForm(forms.Form):
    """What a document is called and says."""

    kind = forms.CharField(label=_("Tên loại"), max_length=60, help_text=_("Ví dụ: Quyết định, Kế hoạch, Luật."))
    issuer = forms.CharField(
        label=_("Cơ quan ban hành"), max_length=200, required=False, help_text=_("Ví dụ: Bộ Chính trị. Chưa rõ thì để trống.")
    )
    issued_on = day(_("Ngày ban hành"))
    abstract = forms.CharField(label=_("Trích yếu"), max_length=1000, required=False, widget=forms.Textarea({"rows": 3}))
    source = forms.CharField(
        label=_("Biết từ đâu"),
        max_length=400,
        required=False,
        help_text=_("Khi không có văn bản gốc trong tay: tên báo, trang, công văn dẫn lại."),
    )
    checked = forms.BooleanField(label=_("Tôi đã đối chiếu với văn bản gốc"), required=False)
    is_public = forms.TypedChoiceField(
        label=_("Ai được xem"),
        choices=[
            ("no", _("Nội bộ: người làm việc trong đơn vị giữ hồ sơ, lãnh đạo và chuyên viên cấp trên")),
            ("yes", _("Công khai: mọi người")),
        ],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        initial="no",
    )

    def ask_checked(self, may_check: bool) -> None:
        """Only who may say so is asked whether the record was compared with the document itself."""
        if not may_check:
            del self.fields["checked"]


class RegisterForm(WordsForm):
    """A new document. The number was read on the step before and can still be changed."""

    number = forms.CharField(label=_("Số, ký hiệu"), max_length=200)
    upload = forms.FileField(
        label=_("Tệp văn bản"), required=False, help_text=_("PDF, Word hoặc ảnh. Ai xem được văn bản thì mở được tệp.")
    )
    field_order = ("number", "kind", "issuer", "issuer_office", "issued_on", "abstract", "upload", "is_public", "source", "checked")

    def __init__(self, *args: Any, offices: list[Office], may_check: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ask_checked(may_check)
        self._offices = {str(o.pk): o for o in offices}
        if offices:
            choices = office_choices(offices, none=_("Không phải cơ quan của đơn vị tôi"))
            said = _("Chọn ở đây thì không cần ghi tên cơ quan ở trên.")
            field = forms.ChoiceField(label=_("Cơ quan của đơn vị ban hành"), choices=choices, required=False, help_text=said)
            self.fields["issuer_office"] = field
            self.order_fields(self.field_order)

    def clean(self) -> dict[str, Any]:
        """An office of one's own says the issuer's name by itself."""
        data = super().clean() or {}
        office = self._offices.get(data.get("issuer_office") or "")
        data["issuer_office"] = office
        if office is not None and not data.get("issuer"):
            issued_on = data.get("issued_on")
            data["issuer"] = office.name_on(issued_on) if issued_on else str(office)
        return data

    @classmethod
    def suggested(cls, number: numbers.Number, **more: Any) -> "RegisterForm":
        """Filled with what the number itself says."""
        kind = numbers.kind_of(number.code, party=number.form is numbers.Form.PARTY)
        return cls(initial={"number": number.text, "kind": kind, "issuer": numbers.issuer_named(number.code, number.issuer)}, **more)


class CorrectForm(WordsForm):
    """The right words of a document."""

    number = forms.CharField(label=_("Số, ký hiệu"), max_length=200)
    field_order = ("number", "kind", "issuer", "issued_on", "abstract", "is_public", "source", "checked")

    @classmethod
    def of(cls, document: Document, data: Any = None, *, may_check: bool = False) -> "CorrectForm":
        """Filled with what stands in the register."""
        names = ("number", "kind", "issuer", "issued_on", "abstract", "source", "checked")
        initial = {name: getattr(document, name) for name in names}
        form = cls(data, initial={**initial, "is_public": "yes" if document.is_public else "no"})
        form.ask_checked(may_check)
        return form


class FileForm(forms.Form):
    """One file."""

    upload = forms.FileField(label=_("Tệp văn bản"), help_text=_("PDF, Word hoặc ảnh. Ai xem được văn bản thì mở được tệp."))


WHAT = [
    (RelationKind.REPLACES, _("thay thế")),
    ("by_replaces", _("được thay thế bởi")),
    (RelationKind.AMENDS, _("sửa đổi, bổ sung")),
    ("by_amends", _("được sửa đổi, bổ sung bởi")),
    (RelationKind.GUIDES, _("hướng dẫn, thực hiện")),
    ("by_guides", _("được hướng dẫn, thực hiện bởi")),
    (RelationKind.REPEALS, _("bãi bỏ")),
    ("by_repeals", _("bị bãi bỏ bởi")),
]


class RelationForm(forms.Form):
    """What this document does to another, or the other to this one. The other is named by its number, however typed."""

    what = forms.ChoiceField(label=_("Văn bản này"), choices=WHAT)
    number = forms.CharField(label=_("Văn bản số"), max_length=200, help_text=_("Gõ thế nào cũng được, ví dụ 290 qd tw."))
    from_day = day(_("Từ ngày"), help_text=_("Chưa rõ ngày thì để trống."))

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        typed = str(self.data.get("number", "")) if self.is_bound else ""
        self.found = {str(d.pk): d for d in queries.find_number(typed, actor=actor)} if typed else {}
        if len(self.found) > 1:
            choices = [(key, described(d)) for key, d in self.found.items()]
            self.fields["other"] = forms.ChoiceField(label=_("Văn bản nào"), choices=choices, widget=forms.RadioSelect)

    def clean_number(self) -> str:
        """One document of that number stands in the register, or several to choose from."""
        typed = str(self.cleaned_data["number"])
        if numbers.parse(typed) is None:
            raise forms.ValidationError(_("Chưa đọc được số, ký hiệu này. Xin ghi như trên văn bản, ví dụ 23-QĐ/TW."))
        if not self.found:
            raise forms.ValidationError(_("Sổ chưa có văn bản này. Xin ghi văn bản đó vào sổ trước."))
        return typed

    def other(self) -> Document:
        """The document that was meant."""
        return self.found[self.cleaned_data["other"]] if len(self.found) > 1 else next(iter(self.found.values()))


def described(document: Document) -> str:
    """A document in one line, so that two of one number can be told apart."""
    issued = written(document.issued_on) if document.issued_on else _("chưa rõ ngày")
    return f"{document} · {document.issuer or _('chưa rõ cơ quan ban hành')} · {issued}"


class OutcomeForm(forms.Form):
    """What became of advice."""

    adopted = forms.ChoiceField(label=_("Kết quả"), choices=Adopted.choices, initial=Adopted.UNKNOWN)
    decided_on = day(_("Ngày có kết quả"))
    note = forms.CharField(label=_("Ghi chú"), max_length=1000, required=False, widget=forms.Textarea({"rows": 3}))


class AdviceForm(OutcomeForm):
    """Who advised."""

    office = forms.ChoiceField(label=_("Cơ quan tham mưu"))
    asked_on = day(_("Ngày được giao tham mưu"), help_text=_("Tự đề xuất thì để trống."))
    given_on = day(_("Ngày tham mưu"))
    field_order = ("office", "asked_on", "given_on", "adopted", "decided_on", "note")

    def __init__(self, *args: Any, offices: list[Office], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._offices = {str(o.pk): o for o in offices}
        self.fields["office"] = forms.ChoiceField(label=_("Cơ quan tham mưu"), choices=office_choices(offices, none=_("Chọn cơ quan")))
        self.order_fields(self.field_order)

    def clean_office(self) -> Office:
        """The office itself."""
        return self._offices[self.cleaned_data["office"]]


class ReasonForm(forms.Form):
    """Why a record is taken out."""

    reason = forms.CharField(
        label=_("Lý do"), max_length=500, widget=forms.Textarea({"rows": 3}), help_text=_("Ví dụ: ghi trùng, ghi nhầm số.")
    )


class SureForm(forms.Form):
    """Nothing to fill in: the button is the deed."""
