"""Deeds on a model at work: what shows that it lives, what people say of it, and its end."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from gandan.core.access import Actor, refuse_if
from gandan.movement.actions import adoption, course, life, proof, voices
from gandan.movement.enums import Deed as Kind
from gandan.movement.models import Practice
from gandan.movement.policies import adoption as adopting
from gandan.movement.policies import course as when_course
from gandan.movement.policies import life as when_life
from gandan.movement.policies import voices as when_voices
from gandan.movement.policies.state import possible
from gandan.movement.web.forms import deeds as forms
from gandan.movement.web.staff.deeds.deed import Deed
from gandan.movement.web.staff.words import ANY


def _evidence(p: Practice, f: forms.EvidenceForm, by: Actor, now: datetime) -> object:
    typed = f.cleaned_data
    return proof.add_evidence(
        p, kind=f.kind, note=typed["note"], url=typed["url"], uploads=typed["uploads"], shows=typed["shows"], by=by, now=now
    )


def _codes(p: Practice, f: forms.CodesForm, by: Actor, now: datetime) -> list[str]:
    """So many slips at once, all of them or none."""
    many = f.cleaned_data["many"]
    refuse_if(when_voices.issue_code(p, issued=p.codes.count() + many - 1))
    return [voices.issue_code(p, by=by, now=now) for _each in range(many)]


DEEDS = (
    Deed(
        "bang-chung",
        Kind.ADD_EVIDENCE,
        _("Đã thêm bằng chứng."),
        forms.EvidenceForm,
        lambda p, by, today: possible(p, Kind.ADD_EVIDENCE),
        _evidence,
        _("Bằng chứng hiện trên trang công khai của mô hình. Ảnh không nên có mặt người dân khi chưa được họ đồng ý."),
        first=lambda p, today: {"shows": today},
    ),
    Deed(
        "ma",
        Kind.ISSUE_CODE,
        "",
        forms.CodesForm,
        lambda p, by, today: when_voices.issue_code(p, issued=p.codes.count()),
        _codes,
        _("Mỗi mã in trên một phiếu trao tận tay hộ được hưởng. Họ nói mô hình có ích hay không; chỉ con số được công khai."),
    ),
    Deed(
        "con-hoat-dong",
        Kind.GIVE_SIGN,
        _("Đã ghi. Mô hình còn hoạt động thêm một năm kể từ hôm nay."),
        forms.NoteForm,
        lambda p, by, today: when_life.give_sign(p, note=ANY, today=today),
        lambda p, f, by, now: life.give_sign(p, note=f.cleaned_data["note"], by=by, now=now),
        _("Mỗi năm một lần, kèm ít nhất một bằng chứng, kết quả đo, buổi thăm hoặc việc liên quan của năm."),
    ),
    Deed(
        "hoat-dong-lai",
        Kind.REVIVE,
        _("Đã ghi. Mô hình hoạt động trở lại."),
        forms.NoteForm,
        lambda p, by, today: when_life.revive(p, note=ANY, today=today),
        lambda p, f, by, now: life.revive(p, note=f.cleaned_data["note"], by=by, now=now),
        _("Cần bằng chứng mới hơn ngày không còn tin. Thời gian im lặng vẫn nằm trong diễn biến."),
    ),
    Deed(
        "dung",
        Kind.STOP,
        _("Đã dừng mô hình. Lý do và những gì đã làm vẫn nằm lại để nơi khác học."),
        forms.ReasonForm,
        lambda p, by, today: when_course.with_reason(p, Kind.STOP, reason=ANY),
        lambda p, f, by, now: course.stop(p, reason=f.cleaned_data["reason"], by=by, now=now),
        _("Mô hình đã dừng không chạy lại trên phiếu này. Nói thật vì sao dừng giúp nơi khác khỏi vấp."),
        grave=True,
    ),
    Deed(
        "nhan-xet",
        Kind.JUDGE_ADOPTION,
        _("Đã ghi nhận xét. Nơi có mô hình gốc và các nơi sau đọc được."),
        forms.VerdictForm,
        lambda p, by, today: adopting.judge_adoption(p, worked="worked", text=ANY),
        lambda p, f, by, now: adoption.judge_adoption(p, worked=f.cleaned_data["worked"], text=f.cleaned_data["text"], by=by, now=now),
        _("Nơi làm theo nói thật thì nơi sau mới học được."),
    ),
)
