"""Forms of deeds on several cases that one case has no use for."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class IntoForm(forms.Form):
    """Which of the chosen cases takes up the others."""

    def __init__(self, *args: Any, cases: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        first = cases[0][0] if cases else ""
        self.fields["into"] = forms.ChoiceField(label=_("Gộp tất cả vào việc nào"), choices=cases, initial=first, widget=forms.RadioSelect)
