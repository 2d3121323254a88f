"""Forms by which a person corrects what was read: one a kind, made of the fields of the record (`ingest.decided`)."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from gandan.ingest.proposal import Record
from gandan.ingest.web.unit_search import SearchesUnit, choice_field, named, search_field
from gandan.ingest.web.words import KINDS

_TEXT = {"rows": 3}


class CorrectionForm(forms.Form):
    """Begins with what was read; `corrections` gives the fields back in the shape of the record. `more` are those one seldom needs."""

    more: ClassVar[tuple[str, ...]] = ()

    @classmethod
    def of(cls, record: Record) -> dict[str, Any]:
        """What stands in the fields first."""
        return {name: value for name in cls.base_fields if (value := getattr(record, name, None)) is not None}

    def corrections(self) -> dict[str, Any]:
        """The fields as the record holds them; what was left empty is nothing."""
        return {name: value if value not in ("", None) else None for name, value in self.cleaned_data.items()}

    @property
    def first_fields(self) -> list[forms.BoundField]:
        """What is shown at once."""
        return [field for field in self if field.name not in self.more]

    @property
    def more_fields(self) -> list[forms.BoundField]:
        """What stands behind "more"."""
        return [field for field in self if field.name in self.more]

    @property
    def needs_more(self) -> bool:
        """Whether something behind "more" was filled in or is wrong."""
        return any(field.errors or (field.value() and not field.is_hidden) for field in self.more_fields)


def day(label: Any) -> forms.DateField:
    """A day, typed or picked."""
    widget = forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, required=False, input_formats=["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y"], widget=widget)


class ActivityForm(SearchesUnit, CorrectionForm):
    """What was done, when, where."""

    more = ("ends_on", "place")

    title = forms.CharField(
        label=_("Gọi là"),
        max_length=300,
        required=False,
        help_text=_("Để trống thì lấy tên bài, hoặc phần đầu của câu."),
        widget=forms.Textarea({"rows": 2}),
    )
    kind = forms.ChoiceField(label=_("Việc gì"), choices=[(kind.value, words) for kind, words in KINDS.items()])
    date = day(_("Ngày"))
    where = search_field(_("Ở đơn vị nào"))
    unit = choice_field()
    ends_on = day(_("Đến ngày"))
    place = forms.CharField(label=_("Địa điểm, như trong bài"), max_length=200, required=False)

    @classmethod
    def of(cls, record: Record) -> dict[str, Any]:
        """With the unit that was chosen before."""
        return {**super().of(record), "where": named(getattr(record, "unit", None))}

    def corrections(self) -> dict[str, Any]:
        """The unit by its id."""
        found = super().corrections()
        found.pop("where")
        return found | {"unit": self.unit_id}


class DocumentForm(CorrectionForm):
    """A cited document."""

    number = forms.CharField(label=_("Số, ký hiệu"), max_length=60)
    kind = forms.CharField(label=_("Loại"), max_length=60, required=False)
    issuer = forms.CharField(label=_("Nơi ban hành"), max_length=200, required=False)
    date = day(_("Ngày ban hành"))


class RequestForm(SearchesUnit, CorrectionForm):
    """A request made, and which unit it was made to."""

    choice = "addressed"

    by = forms.CharField(label=_("Người nêu"), max_length=200, required=False)
    to = forms.CharField(label=_("Gửi tới, như trong bài"), max_length=300, required=False)
    text = forms.CharField(label=_("Nội dung đề nghị"), max_length=5000, widget=forms.Textarea(_TEXT))
    where = search_field(_("Đơn vị được đề nghị"))
    addressed = choice_field()

    @classmethod
    def of(cls, record: Record) -> dict[str, Any]:
        """With the unit that was chosen before."""
        return {**super().of(record), "where": named(getattr(record, "addressed", None))}

    def corrections(self) -> dict[str, Any]:
        """The unit by its id."""
        found = super().corrections()
        found.pop("where")
        return found | {"addressed": self.unit_id}


class PersonForm(CorrectionForm):
    """An office holder and the posts, one a line."""

    name = forms.CharField(label=_("Họ và tên"), max_length=100)
    positions = forms.CharField(label=_("Chức vụ"), help_text=_("Mỗi dòng một chức vụ."), max_length=1000, widget=forms.Textarea(_TEXT))

    @classmethod
    def of(cls, record: Record) -> dict[str, Any]:
        """The posts one a line."""
        found = super().of(record)
        return found | {"positions": "\n".join(found.get("positions", ()))}

    def corrections(self) -> dict[str, Any]:
        """The posts as a list."""
        found = super().corrections()
        return found | {"positions": [line.strip() for line in (found["positions"] or "").splitlines() if line.strip()]}


class AwardForm(CorrectionForm):
    """A medal or title and how many received it."""

    name = forms.CharField(label=_("Danh hiệu, hình thức khen"), max_length=200)
    by = forms.CharField(label=_("Nơi tặng"), max_length=200, required=False)
    persons = forms.IntegerField(label=_("Cá nhân"), min_value=0, max_value=10_000_000, required=False)
    collectives = forms.IntegerField(label=_("Tập thể"), min_value=0, max_value=10_000_000, required=False)
    ground = forms.CharField(label=_("Khen về việc gì"), max_length=200, required=False)

    def corrections(self) -> dict[str, Any]:
        """None received is zero."""
        found = super().corrections()
        return found | {name: found[name] or 0 for name in ("persons", "collectives")}


class ModelForm(CorrectionForm):
    """A good-practice model."""

    name = forms.CharField(label=_("Tên mô hình"), max_length=300)
    place = forms.CharField(label=_("Nơi"), max_length=300, required=False)
    field = forms.CharField(label=_("Lĩnh vực"), max_length=100, required=False)
    result = forms.CharField(label=_("Kết quả bài nêu"), max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 2}))
