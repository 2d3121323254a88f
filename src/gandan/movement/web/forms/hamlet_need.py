"""The last step of a hamlet's form: what it takes, what everybody can see afterwards, who keeps it going."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from gandan.indicators.enums import Measure
from gandan.movement.enums import ResourceKind
from gandan.movement.web.forms.fields import day, longest, short, words
from gandan.movement.web.forms.hamlet import StepForm
from gandan.movement.web.forms.parts import number

TAKEN = {  # the kinds of resources that have one line each on the form: how they are measured and what is counted
    ResourceKind.BUDGET: (Measure.VND, ""),
    ResourceKind.SOCIALISED: (Measure.VND, ""),
    ResourceKind.LABOUR: (Measure.COUNT, _("ngày công")),
    ResourceKind.PEOPLE: (Measure.COUNT, _("người")),
    ResourceKind.LAND: (Measure.M2, ""),
}


class NeedForm(StepForm):
    """What it takes, each kind with a line of its own; what everybody can see afterwards; who keeps it going."""

    budget = short(_("Tiền ngân sách"), most=60, inputmode="text", placeholder=_("0, hoặc 5 triệu đồng"))
    socialised = short(_("Tiền bà con, mạnh thường quân góp"), most=60, inputmode="text", placeholder=_("12 triệu đồng"))
    labour = short(_("Ngày công bà con góp"), most=60, inputmode="decimal", placeholder="40")
    people = short(_("Số người cùng làm"), most=60, inputmode="decimal", placeholder="25")
    land = short(_("Đất hiến (mét vuông)"), most=60, inputmode="decimal", placeholder="120")
    goods = short(_("Vật dụng: bao nhiêu"), most=60, inputmode="decimal", placeholder="62")
    goods_noun = short(_("Vật dụng: cái gì"), most=60, placeholder=_("thùng rác"))
    output = words(
        _("Người ở nơi khác đến thì thấy được gì?"),
        longest=longest("output"),
        required=False,
        rows=3,
        help_text=_("Cái nhìn thấy, đếm được: hẻm không còn đống rác, 62 nhà có thùng phân loại."),
    )
    upkeep = words(
        _("Về sau ai giữ cho còn?"), longest=longest("upkeep"), required=False, rows=3, help_text=_("Ai nhắc, tiền ở đâu, mỗi năm làm gì.")
    )
    ends_on = day(_("Đến ngày nào thì nhìn lại?"), required=False)

    def clean(self) -> dict[str, Any]:
        """Numbers as people type them, each in the measure of its kind."""
        typed = super().clean() or {}
        for kind, (measure, noun) in TAKEN.items():
            self._read(typed, kind.value, measure, str(noun))
        noun = str(typed.get("goods_noun") or "").strip()
        self._read(typed, "goods", Measure.COUNT, noun)
        if typed.get("goods") is not None and not noun:
            self.add_error("goods_noun", _now("Xin ghi vật dụng gì, ví dụ thùng rác."))
        if noun and typed.get("goods") is None and "goods" not in self.errors:
            self.add_error("goods", _now("Xin ghi bao nhiêu, ví dụ 62."))
        return typed

    def _read(self, typed: dict[str, Any], name: str, measure: Measure, noun: str) -> None:
        said = " ".join(str(typed.get(name) or "").split())
        bare = said[: -len(noun)].strip() if noun and said.casefold().endswith(noun.casefold()) else said
        try:
            typed[name] = number(bare, measure)
        except forms.ValidationError as wrong:
            self.add_error(name, wrong)
