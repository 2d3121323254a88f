"""Choosing an office or a person. A unit is found by typing its name, old or new; nothing else that was typed is lost meanwhile."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gandan.commitments.web.forms.fields import public_reason

Groups = list[tuple[str, list[tuple[str, str]]]]


class OfficePicker(forms.Form):
    """The two fields by which an office is chosen. `offices` are those of the actor's units and of the unit that was searched."""

    PICKED = "to"
    LABEL: Any = _("Cơ quan")

    where = forms.CharField(
        label=_("Cơ quan ở đơn vị khác? Gõ tên đơn vị rồi bấm Tìm cơ quan"),
        required=False,
        max_length=80,
        widget=forms.TextInput({"autocomplete": "off"}),
        help_text=_("Tên cũ hay mới, có dấu hay không dấu."),
    )

    def __init__(self, *args: Any, offices: Groups, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", _("Xin chọn")), *offices]
        self.fields[self.PICKED] = forms.ChoiceField(label=self.LABEL, choices=choices)
        order = getattr(self, "ORDER", None)
        if order:
            self.order_fields(order)


class HandOverForm(OfficePicker):
    """To whom the work goes, and why."""

    LABEL = _("Cơ quan nhận việc")
    ORDER = ("to", "where", "reason")
    reason = public_reason()


class HelperForm(OfficePicker):
    """One more office that helps."""

    PICKED = "office"
    LABEL = _("Cơ quan phối hợp")
    ORDER = ("office", "where")


class PersonForm(forms.Form):
    """Who of the office looks after the work."""

    def __init__(self, *args: Any, people: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", _("Chưa giao cho ai")), *people]
        self.fields["person"] = forms.ChoiceField(label=_("Người phụ trách"), choices=choices, required=False)
