"""One page for each deed on a model: who and when are asked before the form is shown, and again by the deed itself."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.forms import Form
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from gandan.core.access import Actor, Refusal, refuse_if
from gandan.movement.actions import adoption, course, life, proof, recognition, reviews, voices
from gandan.movement.actions import form as writing
from gandan.movement.enums import Deed as Kind
from gandan.movement.enums import Result
from gandan.movement.models import Practice
from gandan.movement.policies import adoption as adopting
from gandan.movement.policies import course as when_course
from gandan.movement.policies import form as when_form
from gandan.movement.policies import life as when_life
from gandan.movement.policies import reviews as when_reviews
from gandan.movement.policies import voices as when_voices
from gandan.movement.policies.state import possible
from gandan.movement.web.forms import deeds as forms
from gandan.movement.web.staff import picks
from gandan.movement.written import MilestoneGiven
from gandan.units.models import Office

Words = str | Promise
When = Callable[[Practice, Actor, date], Refusal | None]
ANY = "…" * 12  # stands for words not typed yet, when a policy is asked before the form is shown


@dataclass(frozen=True)
class Deed:
    """What one page needs. `when` asks the policy with input that would do, so that only state and what lies there can refuse."""

    slug: str
    kind: Kind
    done: Words
    form: type[Form]
    when: When
    act: Callable[[Practice, Any, Actor, datetime], object]
    explain: Words = ""
    grave: bool = False
    looks: bool = False  # the form of the model, its measures and evidence stand on the page: who judges has to see them
    more: Callable[[Practice, Actor, date], dict[str, Any]] | None = None
    first: Callable[[Practice, date], dict[str, Any]] | None = None

    @property
    def permission(self) -> str:
        """Who."""
        return f"movement.{self.kind}"

    @property
    def title(self) -> Words:
        """The words of its button."""
        return self.kind.label


def _evidence(p: Practice, f: forms.EvidenceForm, by: Actor, now: datetime) -> object:
    typed = f.cleaned_data
    return proof.add_evidence(
        p, kind=f.kind, note=typed["note"], url=typed["url"], uploads=typed["uploads"], shows=typed["shows"], by=by, now=now
    )


def _complete(p: Practice, f: forms.CompleteForm, by: Actor, now: datetime) -> object:
    typed = f.cleaned_data
    lines = (MilestoneGiven(typed["due"], typed["what"]),) if typed.get("what") else ()
    parts = {name: typed[name] for name in ("audience", "output", "upkeep", "starts_on") if typed.get(name)}
    return writing.complete(p, **parts, milestones=lines, by=by, now=now)


def _left_empty(p: Practice) -> Refusal | None:
    return None if when_form.empty(p) else Refusal(gettext("Phiếu này không còn phần nào để trống."))


def _review(p: Practice, f: forms.ReviewForm, by: Actor, now: datetime) -> object:
    typed = f.cleaned_data
    visit = p.visits.filter(pk=typed["visit"]).first() if typed["visit"] else None
    return reviews.review(p, year=typed["year"], result=typed["result"], reason=typed["reason"], visit=visit, by=by, now=now)


def _codes(p: Practice, f: forms.CodesForm, by: Actor, now: datetime) -> list[str]:
    """So many slips at once, all of them or none."""
    many = f.cleaned_data["many"]
    refuse_if(when_voices.issue_code(p, issued=p.codes.count() + many - 1))
    return [voices.issue_code(p, by=by, now=now) for _each in range(many)]


def _council(p: Practice, f: forms.AppraiseForm, by: Actor, now: datetime) -> object:
    typed = f.cleaned_data
    return recognition.appraise(p, council=picks.council(typed["council"]), closes_on=typed["closes_on"], by=by, now=now)


def _post(p: Practice, f: forms.PostForm, by: Actor, now: datetime) -> object:
    typed = f.cleaned_data
    return recognition.post(p, office=Office.objects.get(pk=typed["office"]), text=typed["text"], by=by, now=now)


DEEDS = (
    Deed(
        "gui",
        Kind.SUBMIT,
        _("Đã gửi đăng ký. Cơ quan phụ trách dân vận của đơn vị sẽ xem và trả lời."),
        forms.EmptyForm,
        lambda p, by, today: possible(p, Kind.SUBMIT) or when_form.submit(p, today=today),
        lambda p, f, by, now: writing.submit(p, by=by, now=now),
        _("Phần mềm so phiếu với các phong trào sẵn có và phiếu của nơi khác. Chỗ giống được nêu rõ để Ông/Bà giải thích."),
    ),
    Deed(
        "nhan",
        Kind.REGISTER,
        _("Đã nhận đăng ký. Mô hình hiện trên trang công khai; đã đăng ký chưa phải là hiệu quả."),
        forms.EmptyForm,
        lambda p, by, today: when_course.register(p),
        lambda p, f, by, now: course.register(p, by=by, now=now),
        _("Nhận đăng ký là ghi vào sổ và công khai phiếu. Hiệu quả hay không được rà soát sau, theo con số và bằng chứng."),
        looks=True,
    ),
    Deed(
        "tra-lai",
        Kind.SEND_BACK,
        _("Đã trả lại. Người viết thấy lời nhắn ngay trên phiếu."),
        forms.ReasonForm,
        lambda p, by, today: when_course.with_reason(p, Kind.SEND_BACK, reason=ANY),
        lambda p, f, by, now: course.send_back(p, reason=f.cleaned_data["reason"], by=by, now=now),
        _("Xin ghi rõ cần bổ sung phần nào, như thế nào thì nhận."),
        looks=True,
    ),
    Deed(
        "rut",
        Kind.WITHDRAW,
        _("Đã rút phiếu."),
        forms.ReasonForm,
        lambda p, by, today: when_course.with_reason(p, Kind.WITHDRAW, reason=ANY),
        lambda p, f, by, now: course.withdraw(p, reason=f.cleaned_data["reason"], by=by, now=now),
        _("Phiếu đã rút không mở lại được; muốn làm tiếp thì viết phiếu mới."),
        grave=True,
    ),
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
        "ghi-them",
        Kind.COMPLETE,
        _("Đã ghi thêm. Phần vừa ghi hiện trên trang công khai của mô hình."),
        forms.CompleteForm,
        lambda p, by, today: possible(p, Kind.COMPLETE) or _left_empty(p),
        _complete,
        _("Chỉ ghi thêm phần còn trống khi đăng ký; phần đã có thì giữ nguyên vì nơi khác đã đọc."),
        more=lambda p, by, today: {"empty": when_form.empty(p)},
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
        "ra-soat",
        Kind.REVIEW,
        _("Đã ghi kết quả rà soát."),
        forms.ReviewForm,
        lambda p, by, today: reviewing(p, today),
        _review,
        _("Đã đăng ký chưa phải là hiệu quả. Xin dựa vào con số, bằng chứng và buổi thăm; kết quả gần nhất được đếm."),
        looks=True,
        more=lambda p, by, today: {"years": picks.review_years(p, today), "visits": picks.visits(p)},
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
        "hoi-dong",
        Kind.APPRAISE,
        _("Đã đưa ra hội đồng. Cơ quan của mô hình tự chấm trước, rồi các thành viên chấm riêng từng người."),
        forms.AppraiseForm,
        lambda p, by, today: possible(p, Kind.APPRAISE) or no_council(p, by, today),
        _council,
        _("Thành viên công tác tại cơ quan của mô hình tự động không chấm. Không ai xem điểm của nhau trước khi mở điểm."),
        looks=True,
        more=lambda p, by, today: {"councils": picks.councils(p, by, today)},
    ),
    Deed(
        "niem-yet",
        Kind.POST,
        _("Đã niêm yết kết quả. Ai cũng xem được và có thể phản đối bằng mã đến hết thời gian niêm yết."),
        forms.PostForm,
        lambda p, by, today: possible(p, Kind.POST),
        _post,
        _("Điểm và xếp loại của hội đồng được niêm yết. Còn phản đối chưa trả lời thì chưa công nhận được."),
        more=lambda p, by, today: {"offices": picks.deciding_offices(p, by, today), "label": _("Cơ quan niêm yết, nghe phản đối")},
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
BY_SLUG = {deed.slug: deed for deed in DEEDS}


def reviewing(p: Practice, today: date) -> Refusal | None:
    """Whether a review of some year could be written."""
    years = picks.review_years(p, today)
    if not years:
        return possible(p, Kind.REVIEW) or Refusal(str(_("Mô hình vừa đăng ký; rà soát khi đã chạy được một thời gian.")))
    return when_reviews.review(p, year=years[0], result=Result.WEAK, reason=ANY, visit=None, today=today)


def no_council(p: Practice, by: Actor, today: date) -> Refusal | None:
    """Whoever keeps the papers of a council puts models before it; who keeps none is told so."""
    if picks.councils(p, by, today):
        return None
    return Refusal(
        str(_("Cơ quan giữ hội đồng đưa mô hình ra hội đồng của mình. Cơ quan Ông/Bà chưa có hội đồng nào xét được mô hình này."))
    )
