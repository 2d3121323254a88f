"""The deeds by which an office makes a dossier: begun, filled, its papers. Sending it and what follows: `deeds_dossier.py`."""

from typing import Any

from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gandan.awards import actions, policies
from gandan.awards.enums import Whom
from gandan.awards.web import forms, picks
from gandan.awards.web.call_page import proposing
from gandan.awards.web.doing import Deed
from gandan.core.access import Refusal
from gandan.units.models import Office


def _offices(call: Any, by: Any, today: Any) -> dict[str, Any]:
    return {"offices": proposing(call, by, today), "label": gettext_lazy("Cơ quan đề nghị")}


def _may_begin(call: Any, by: Any, today: Any) -> Refusal | None:
    """None where some office of the actor may; else why the first of them may not."""
    if (refused := policies.nomination.takes(call, today=today)) is not None:
        return refused
    if proposing(call, by, today):
        return None
    mine = picks.own_offices(by, today=today)
    why = policies.nomination.begin(call, mine[0], today=today) if mine else None
    return why or Refusal(_("Ông/Bà chưa công tác ở cơ quan nào được đề nghị trong đợt này."))


def _begun(call: Any, form: Any, by: Any, now: Any) -> object:
    office = get_object_or_404(Office.objects.select_related("unit"), pk=form.cleaned_data["office"])
    return actions.begin_nomination(call, office=office, by=by, now=now)


def _grounds(nomination: Any, by: Any, today: Any) -> dict[str, Any]:
    return {"grounds": nomination.call.grounds}


def _add(whom: Whom) -> Any:
    def act(nomination: Any, form: Any, by: Any, now: Any) -> object:
        return actions.add_nominee(nomination, whom=whom, person=form.given, ground=form.ground, by=by, now=now)

    return act


def _changeable(nomination: Any, by: Any, today: Any) -> Refusal | None:
    return policies.nomination.changeable(nomination, today=today)


BEGIN = Deed(
    "lap-ho-so",
    "awards.open_desk",  # which office proposes is chosen on the page; the deed asks for the right in that office
    gettext_lazy("Lập hồ sơ đề nghị"),
    gettext_lazy("Đã lập hồ sơ. Xin thêm từng cá nhân, tập thể rồi gửi."),
    forms.OfficeForm,
    _may_begin,
    _begun,
    gettext_lazy("Chỉ cơ quan Ông/Bà đọc được hồ sơ cho đến khi gửi."),
    fields=_offices,
)
ADDING = {
    "them-ca-nhan": Deed(
        "them-ca-nhan",
        "awards.nominate",
        gettext_lazy("Thêm cá nhân"),
        gettext_lazy("Đã thêm vào hồ sơ."),
        forms.PersonForm,
        _changeable,
        _add(Whom.PERSON),
        gettext_lazy("Chỉ ghi những gì việc khen cần đến. Thông tin được mã hoá và xoá theo thời hạn lưu."),
        fields=_grounds,
    ),
    "them-tap-the": Deed(
        "them-tap-the",
        "awards.nominate",
        gettext_lazy("Thêm tập thể"),
        gettext_lazy("Đã thêm vào hồ sơ."),
        forms.CollectiveForm,
        _changeable,
        _add(Whom.COLLECTIVE),
        fields=_grounds,
    ),
}
PAPER = Deed(
    "giay-to",
    "awards.nominate",
    gettext_lazy("Thêm giấy tờ"),
    gettext_lazy("Đã thêm tệp."),
    forms.PaperForm,
    _changeable,
    lambda n, form, by, now: actions.add_paper(n, upload=form.cleaned_data["upload"], by=by, now=now),
)
