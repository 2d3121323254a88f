"""One page for each deed on a commitment: who and when are asked before the form is shown, and again by the deed itself."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.forms import Form
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gandan.commitments import actions, policies, queries
from gandan.commitments.enums import CodeKind, EvidenceKind, State
from gandan.commitments.models import Commitment
from gandan.commitments.web import forms, story
from gandan.core.access import Actor, Refusal, refuse_if

Words = str | Promise
When = Callable[[Commitment, Actor, date], Refusal | None]
ANY = "…" * 12  # stands for words not typed yet, when a policy is asked before the form is shown


@dataclass(frozen=True)
class Deed:
    """What one page needs. `when` asks the policy with input that would do, so that only the state can refuse."""

    slug: str
    permission: str
    title: Words
    button: Words
    done: Words
    form: type[Form]
    when: When
    act: Callable[[Commitment, Any, Actor, datetime], object]
    explain: Words = ""
    grave: bool = False
    looks: bool = False  # product, report and evidence stand on the page: who judges has to see them


def _evidence(c: Commitment, form: forms.EvidenceForm, by: Actor, now: datetime) -> object:
    typed = form.cleaned_data
    return actions.add_evidence(c, kind=form.kind, note=typed["note"], url=typed["url"], upload=typed["upload"], by=by, now=now)


def _codes(c: Commitment, form: forms.CodeForm, by: Actor, now: datetime) -> list[str]:
    """So many slips at once, all of them or none. Who was promised something holds one."""
    kind, many = form.cleaned_data["kind"], form.cleaned_data["many"] or 1
    many = many if kind == CodeKind.HOUSEHOLD else 1
    refuse_if(policies.enough_codes(c, many=many, today=timezone.localdate(now)))
    with transaction.atomic():
        return [actions.issue_code(c, kind=kind, by=by, now=now) for _each in range(many)]


DEEDS = (
    Deed(
        "tien-do",
        "commitments.note_progress",
        _("Ghi tiến độ"),
        _("Ghi tiến độ"),
        _("Đã ghi tiến độ."),
        forms.ProgressForm,
        lambda c, by, today: policies.note_progress(c, note=ANY),
        lambda c, f, by, now: actions.note_progress(c, note=f.cleaned_data["note"], percent=f.cleaned_data["percent"], by=by, now=now),
        _("Tiến độ của việc công khai hiện trên trang công khai. Không ghi tên người dân."),
    ),
    Deed(
        "bang-chung",
        "commitments.add_evidence",
        _("Thêm bằng chứng"),
        _("Thêm bằng chứng"),
        _("Đã thêm bằng chứng."),
        forms.EvidenceForm,
        lambda c, by, today: policies.add_evidence(c, kind=EvidenceKind.NOTE, note=ANY),
        _evidence,
        _("Người dân đối chiếu lời báo xong với bằng chứng. Ảnh không nên có mặt người dân khi chưa được họ đồng ý."),
    ),
    Deed(
        "bao-xong",
        "commitments.report_done",
        _("Báo đã xong"),
        _("Báo đã xong"),
        _("Đã báo xong. Kết quả do người nhận việc quyết định, không do đơn vị."),
        forms.ReportForm,
        lambda c, by, today: policies.report_done(c, summary=ANY),
        lambda c, f, by, now: actions.report_done(c, summary=f.cleaned_data["summary"], by=by, now=now),
        _("Đây là lời của đơn vị. Việc hứa với dân được niêm yết để ai cũng xem và nói chưa xong; việc được giao chờ nơi giao nhận."),
    ),
    Deed(
        "gia-han",
        "commitments.extend",
        _("Gia hạn"),
        _("Gia hạn"),
        _("Đã gia hạn. Hạn cũ và lý do vẫn hiện trong diễn biến."),
        forms.ExtendForm,
        lambda c, by, today: policies.extend(c, to=c.due + timedelta(days=1), reason=ANY, today=today),
        lambda c, f, by, now: actions.extend(c, to=f.cleaned_data["to"], reason=f.cleaned_data["reason"], by=by, now=now),
        _("Chỉ gia hạn trước khi quá hạn. Ngày cũ, ngày mới và lý do đều được giữ."),
    ),
    Deed(
        "rut",
        "commitments.withdraw",
        _("Rút việc này"),
        _("Rút việc này"),
        _("Đã rút. Việc và lý do vẫn nằm lại để ai cũng xem."),
        forms.ReasonForm,
        lambda c, by, today: policies.withdraw(c, reason=ANY),
        lambda c, f, by, now: actions.withdraw(c, reason=f.cleaned_data["reason"], by=by, now=now),
        _("Việc đã rút không mở lại được và vẫn nằm trên trang của đơn vị cùng lý do."),
        grave=True,
    ),
    Deed(
        "nhan-ket-qua",
        "commitments.accept",
        _("Nhận kết quả"),
        _("Nhận kết quả"),
        _("Đã nhận kết quả."),
        forms.AcceptForm,
        lambda c, by, today: policies.accept(
            c, by=by, reported=queries.reported_done(c) if c.is_task and c.state == State.REPORTED else None
        ),
        lambda c, f, by, now: actions.accept(c, by=by, now=now),
        _("Xin đối chiếu bằng chứng với sản phẩm đã giao trước khi nhận."),
        looks=True,
    ),
    Deed(
        "tra-lai",
        "commitments.send_back",
        _("Trả lại"),
        _("Trả lại"),
        _("Đã trả lại. Việc mở lại, hạn cũ vẫn giữ."),
        forms.ReasonForm,
        lambda c, by, today: policies.send_back(c, reason=ANY),
        lambda c, f, by, now: actions.send_back(c, reason=f.cleaned_data["reason"], by=by, now=now),
        _("Xin ghi rõ còn thiếu gì so với sản phẩm đã giao."),
        grave=True,
        looks=True,
    ),
    Deed(
        "xac-nhan",
        "commitments.confirm",
        _("Xác nhận đã xong"),
        _("Đúng, đã xong"),
        _("Đã ghi lời xác nhận."),
        forms.AcceptForm,
        lambda c, by, today: policies.confirm(c, report=story.this_round(c), by=by),
        lambda c, f, by, now: actions.confirm(c, by=by, now=now),
        _("Ông/Bà xác nhận thay cho người dân hoặc cơ quan đã đề nghị, sau khi đối chiếu bằng chứng. Lời này không rút lại được."),
        looks=True,
    ),
    Deed(
        "nhac",
        "commitments.remind",
        _("Nhắc việc"),
        _("Gửi lời nhắc"),
        _("Đã gửi lời nhắc."),
        forms.AcceptForm,
        lambda c, by, today: policies.remind(c, today=today),
        lambda c, f, by, now: actions.remind(c, by=by, now=now),
        _("Cơ quan chủ trì và người phụ trách nhận lời nhắc. Mỗi việc mỗi ngày nhắc một lần."),
    ),
    Deed(
        "ma",
        "commitments.issue_code",
        _("Phát mã xác nhận"),
        _("Phát mã"),
        "",
        forms.CodeForm,
        lambda c, by, today: policies.issue_code(c, kind=CodeKind.HOUSEHOLD, today=today),
        _codes,
        _("Mã in trên phiếu trao tận tay người được hứa, hoặc mỗi hộ có mặt một phiếu. Phát mã mới cho người được hứa thì mã cũ hết dùng."),
    ),
)
BY_SLUG = {deed.slug: deed for deed in DEEDS}
