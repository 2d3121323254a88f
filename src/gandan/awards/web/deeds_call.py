"""The deeds on a call, each a page of its own."""

from typing import Any

from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _

from gandan.appraisals.models import Council
from gandan.awards import actions, policies, queries
from gandan.awards.enums import CallDeed, CallState
from gandan.awards.web import forms, picks
from gandan.awards.web.doing import Deed
from gandan.core.access import Refusal


def _open(call: Any, by: Any, today: Any) -> Refusal | None:
    """Everything is known before it is pressed."""
    rules = queries.eligibility(call.kind, on=today)
    return policies.call.open_call(call, sheet=queries.sheet_of(call, on=today), has_rules=rules is not None, today=today)


def _close(call: Any, by: Any, today: Any) -> Refusal | None:
    return policies.call.deed(call, CallDeed.CLOSE) or policies.call.before_the_end(call, today=today)


def _change(call: Any, by: Any, today: Any) -> Refusal | None:
    return policies.call.change(call)


def _closed(call: Any, form: Any, by: Any, now: Any) -> object:
    council = get_object_or_404(Council, pk=form.cleaned_data["council"])
    return actions.close_call(call, council=council, closes_on=form.cleaned_data["closes_on"], by=by, now=now)


def _decided(call: Any, form: Any, by: Any, now: Any) -> object:
    typed = form.cleaned_data
    signed = {name: typed[name] for name in ("number", "decided_on", "signed_as", "signed_by")}
    return actions.decide_call(call, by=by, now=now, **signed)


DEEDS = (
    Deed(
        "mo",
        "awards.open_call",
        _("Mở nhận hồ sơ"),
        _("Đã mở nhận hồ sơ. Đợt xét hiện trên trang công khai."),
        forms.OpenForm,
        _open,
        lambda call, form, by, now: actions.open_call(call, by=by, now=now),
        _("Điều kiện đang có hiệu lực hôm nay được giữ cho cả đợt. Mở rồi thì thể lệ không đổi nữa."),
    ),
    Deed(
        "thoi-nhan",
        "awards.end_intake",
        _("Thôi nhận hồ sơ mới"),
        _("Đã thôi nhận hồ sơ mới. Hồ sơ trả lại vẫn bổ sung được cho đến khi đưa ra hội đồng."),
        forms.NothingForm,
        lambda call, by, today: policies.call.end_intake(call, today=today),
        lambda call, form, by, now: actions.end_intake(call, by=by, now=now),
    ),
    Deed(
        "ra-hoi-dong",
        "awards.close_call",
        _("Đưa ra hội đồng"),
        _("Đã đưa ra hội đồng. Mỗi trường hợp được chấm riêng."),
        forms.CloseForm,
        _close,
        _closed,
        _("Mọi trường hợp đã gửi và không bị loại được đưa ra chấm. Hồ sơ chưa gửi lại sau khi bị trả thì không được xét."),
        fields=lambda call, by, today: {"councils": picks.councils(call, today=today)},
    ),
    Deed(
        "cong-khai",
        "awards.post",
        _("Công khai danh sách dự kiến"),
        _("Đã công khai. Ai cũng có thể gửi ý kiến bằng mã, không cần nêu tên."),
        forms.NothingForm,
        lambda call, by, today: policies.call.post(call),
        lambda call, form, by, now: actions.post_call(call, by=by, now=now),
        _("Danh sách hội đồng chọn được niêm yết đủ số ngày quy định rồi mới ra quyết định. Ai không được chọn thì không nêu."),
    ),
    Deed(
        "quyet-dinh",
        "awards.decide",
        _("Ghi quyết định"),
        _("Đã ghi quyết định. Danh sách vào sổ vàng."),
        forms.DecideForm,
        lambda call, by, today: policies.call.decide(call, by=by),
        _decided,
        _("Ghi đúng như văn bản đã ký. Còn trong thời gian niêm yết hoặc còn ý kiến chưa trả lời thì chưa ghi được."),
    ),
    Deed(
        "go-danh-sach",
        "awards.take_down",
        _("Gỡ danh sách, xét lại"),
        _("Đã gỡ danh sách. Xét lại rồi công khai lần nữa, đủ số ngày."),
        forms.TakeDownForm,
        lambda call, by, today: policies.call.deed(call, CallDeed.TAKE_DOWN),
        lambda call, form, by, now: actions.take_down_call(call, reason=form.cleaned_data["reason"], by=by, now=now),
        grave=True,
    ),
    Deed(
        "huy",
        "awards.cancel_call",
        _("Huỷ đợt xét"),
        _("Đã huỷ đợt xét."),
        forms.CancelForm,
        lambda call, by, today: policies.call.deed(call, CallDeed.CANCEL),
        lambda call, form, by, now: actions.cancel_call(call, reason=form.cleaned_data["reason"], by=by, now=now),
        _("Đợt đã huỷ không mở lại được. Hồ sơ được xoá theo thời hạn lưu."),
        grave=True,
    ),
)
BY_SLUG = {deed.slug: deed for deed in DEEDS}
NEXT = {CallState.PLANNED: ("mo",), CallState.OPEN: ("ra-hoi-dong",), CallState.COUNCIL: ("cong-khai",), CallState.POSTED: ("quyet-dinh",)}
"""Which deed leads a call on; the others stand beside it."""
