"""The deeds on an office's dossier, and on one whom it proposes."""

from datetime import timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from gandan.awards import actions, policies
from gandan.awards.enums import CallState, NominationState
from gandan.awards.web import forms
from gandan.awards.web.doing import Deed
from gandan.core.access import Refusal

ANY = "…" * 12  # stands for words not typed yet, when a policy is asked before the form is shown


def _submit(nomination: Any, by: Any, today: Any) -> Refusal | None:
    return policies.nomination.submit(nomination, paper=ANY, today=today)


def _readmitted(nominee: Any, form: Any, by: Any, now: Any) -> object:
    typed = form.cleaned_data
    return actions.readmit(nominee, reason=typed["reason"], closes_on=typed.get("closes_on"), by=by, now=now)


def _readmit_fields(nominee: Any, by: Any, today: Any) -> dict[str, Any]:
    return {"with_day": nominee.nomination.call.state == CallState.COUNCIL}


NOMINATION = (
    Deed(
        "gui",
        "awards.nominate",
        _("Gửi hồ sơ"),
        _("Đã gửi hồ sơ. Kết quả đối chiếu với quy định hiện bên cạnh từng trường hợp."),
        forms.SubmitForm,
        _submit,
        lambda n, form, by, now: actions.submit_nomination(n, number=form.cleaned_data["number"], by=by, now=now),
        _("Gửi rồi thì không sửa được, trừ khi cơ quan mở đợt trả lại. Máy chỉ đối chiếu và ghi lại; không tự loại ai."),
    ),
    Deed(
        "tra-lai",
        "awards.return",
        _("Trả lại để bổ sung"),
        _("Đã trả lại. Cơ quan đề nghị đọc được lý do và gửi lại được."),
        forms.ReasonForm,
        lambda n, by, today: policies.nomination.give_back(n, why=ANY),
        lambda n, form, by, now: actions.return_nomination(n, reason=form.cleaned_data["reason"], by=by, now=now),
        _("Ghi rõ còn thiếu gì, cần sửa gì."),
    ),
    Deed(
        "rut",
        "awards.nominate",
        _("Rút hồ sơ"),
        _("Đã rút hồ sơ. Những gì đã khai được xoá."),
        forms.NothingForm,
        lambda n, by, today: policies.nomination.withdraw(n),
        lambda n, form, by, now: actions.withdraw_nomination(n, by=by, now=now),
        _("Cơ quan không đề nghị ai trong đợt này nữa. Những gì đã khai về từng người bị xoá ngay và không lấy lại được."),
        grave=True,
    ),
)

NOMINEE = (
    Deed(
        "chon",
        "awards.judge",
        _("Chọn"),
        _("Đã ghi là được chọn."),
        forms.ChosenForm,
        lambda n, by, today: policies.judging.choose(n),
        lambda n, form, by, now: actions.choose(n, reason=form.cleaned_data["reason"], by=by, now=now),
        _("Ghi theo kết luận của hội đồng. Điểm đạt ngưỡng không tự thành được chọn."),
    ),
    Deed(
        "khong-chon",
        "awards.judge",
        _("Không chọn"),
        _("Đã ghi là không được chọn. Tên không nêu ở đâu ngoài hồ sơ."),
        forms.ReasonForm,
        lambda n, by, today: policies.judging.pass_over(n, why=ANY),
        lambda n, form, by, now: actions.pass_over(n, reason=form.cleaned_data["reason"], by=by, now=now),
    ),
    Deed(
        "khong-dua-vao-xet",
        "awards.judge",
        _("Không đưa vào xét"),
        _("Đã ghi là không đưa vào xét."),
        forms.ReasonForm,
        lambda n, by, today: policies.judging.exclude(n, why=ANY),
        lambda n, form, by, now: actions.exclude(n, reason=form.cleaned_data["reason"], by=by, now=now),
        _("Ví dụ: không đúng đối tượng, đã được tặng. Người xem ghi lý do; máy không tự loại."),
        grave=True,
    ),
    Deed(
        "dua-lai",
        "awards.judge",
        _("Đưa lại vào xét"),
        _("Đã đưa lại vào xét."),
        forms.ReadmitForm,
        lambda n, by, today: policies.judging.readmit(n, why=ANY, closes_on=today + timedelta(days=1), today=today),
        _readmitted,
        fields=_readmit_fields,
    ),
    Deed(
        "bo",
        "awards.nominate",
        _("Bỏ khỏi hồ sơ"),
        _("Đã bỏ khỏi hồ sơ. Những gì đã khai được xoá."),
        forms.NothingForm,
        lambda n, by, today: policies.nomination.changeable(n.nomination, today=today) or policies.nomination.named(n),
        lambda n, form, by, now: actions.drop_nominee(n, by=by, now=now),
        _("Những gì đã khai bị xoá ngay và không lấy lại được."),
        grave=True,
    ),
)
NOMINATION_BY_SLUG = {deed.slug: deed for deed in NOMINATION}
NOMINEE_BY_SLUG = {deed.slug: deed for deed in NOMINEE}
UNSENT = frozenset({NominationState.DRAFT, NominationState.RETURNED})
