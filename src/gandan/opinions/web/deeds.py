"""One page for each deed on a case: who and when are asked before the form is shown, and again by the deed itself."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.forms import Form
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from gandan.core.access import Actor, Refusal
from gandan.opinions import actions, policies
from gandan.opinions.enums import Content, Deed
from gandan.opinions.models import Case
from gandan.opinions.permissions import RIGHT
from gandan.opinions.web import deeds_done, desk
from gandan.opinions.web.forms import case as forms

Words = str | Promise
When = Callable[[Case, Actor, date], Refusal | None]
Act = Callable[[Case, Any, Actor, datetime], object]
ANY = "…" * 12  # stands for words not typed yet, when a policy is asked before the form is shown


@dataclass(frozen=True)
class DeedPage:
    """What one page needs. `when` asks the policy with input that would do, so only the state can refuse; nothing is typed in vain."""

    slug: str
    permission: str
    title: Words
    done: Words
    form: Callable[[desk.Desk], Form]
    when: When
    act: Act
    explain: Words = ""
    grave: bool = False
    button: Words = ""
    suggests: bool = False  # what the words suggest stands beside the form


def _of(deed: Deed, slug: str, done: Words, form: Callable[[desk.Desk], Form], when: When, act: Act, **more: Any) -> DeedPage:
    """A deed of the table of states: its words and its right are said there."""
    return DeedPage(slug, RIGHT[deed], deed.label, done, form, when, act, **more)


def _moves(deed: Deed) -> When:
    """For a deed whose policy needs what is not picked yet: the state, and that nothing waits for an office."""
    return lambda c, by, today: policies.possible(c, deed) or policies.not_pending(c)


def _splits(c: Case, by: Actor, today: date) -> Refusal | None:
    if c.senders < 2:
        return Refusal(gettext("Việc này chỉ có một ý kiến nên không có gì để tách."), status=409)
    return _moves(Deed.SPLIT)(c, by, today)


def _untags(c: Case, by: Actor, today: date) -> Refusal | None:
    if not desk.tags_on(c, by):
        return Refusal(gettext("Việc này không có nhãn nào của cơ quan Ông/Bà."), status=409)
    return None


DEEDS = (
    _of(
        Deed.CLASSIFY,
        "phan-loai",
        _("Đã phân loại. Hạn được tính lại theo quy định; hạn cũ vẫn giữ."),
        desk.classify,
        lambda c, by, today: policies.classify(c, content=Content.REMARK, topic=c.topic, **desk.PLAIN),
        deeds_done.classify,
        explain=_("Nội dung nào thì theo thời hạn của nội dung ấy. Nhiều nội dung trong một ý kiến: xin hỏi lại để người gửi tách ra."),
        suggests=True,
    ),
    _of(
        Deed.FORWARD,
        "chuyen",
        _("Đã chuyển. Cơ quan nhận thấy việc này ở đầu hộp ý kiến."),
        desk.forward,
        _moves(Deed.FORWARD),
        deeds_done.forward,
        explain=_("Hạn không lùi vì chuyển. Người gửi thấy việc nay ở đâu và vì sao."),
        button=_("Chuyển"),
    ),
    _of(
        Deed.ACCEPT,
        "nhan",
        _("Đã nhận giải quyết. Người gửi thấy hạn trả lời và ai chịu trách nhiệm trả lời."),
        desk.person,
        lambda c, by, today: policies.accept(c, person=None, today=today),
        deeds_done.accept,
        explain=_("Nhận là hứa trả lời trong hạn. Người gửi thấy tên cơ quan, không thấy tên người phụ trách."),
    ),
    _of(
        Deed.ASK_BACK,
        "hoi-lai",
        _("Đã hỏi. Trang của việc cho biết đồng hồ dừng hay vẫn chạy."),
        desk.ask_back,
        lambda c, by, today: policies.ask_back(c, text=ANY, opinion=None),
        deeds_done.ask_back,
        explain=_(
            "Chỉ hỏi điều cần để giải quyết. Trong lúc chờ, thời gian không tính vào hạn, "
            "trừ khi đã quá hạn hoặc câu hỏi trước chưa được trả lời."
        ),
        button=_("Gửi câu hỏi"),
        suggests=True,
    ),
    _of(
        Deed.GO_ON,
        "lam-tiep",
        _("Việc lại chạy. Hạn mới đã cộng thời gian chờ."),
        desk.plain(forms.NothingForm),
        lambda c, by, today: policies.go_on(c, by=by),
        lambda c, f, by, now: actions.go_on(c, by=by, now=now),
        explain=_("Dùng khi không cần câu trả lời của người gửi nữa. Câu hỏi vẫn nằm lại, người gửi vẫn trả lời được."),
        button=_("Làm tiếp"),
    ),
    _of(
        Deed.REFUSE,
        "khong-thu-ly",
        _("Đã báo không thụ lý, kèm lý do và căn cứ."),
        desk.refuse,
        lambda c, by, today: policies.refuse(c, reason=ANY, law=ANY),
        deeds_done.refuse,
        explain=_("Người gửi đọc lý do và căn cứ, và xin xem lại được một lần. Việc không thuộc cơ quan này thì xin chuyển, đừng từ chối."),
        grave=True,
        button=_("Báo không thụ lý"),
    ),
    _of(
        Deed.PAUSE,
        "tam-dung",
        _("Đã tạm dừng. Lý do hiện trên trang của người gửi."),
        desk.plain(forms.ReasonForm),
        lambda c, by, today: policies.pause(c, reason=ANY, today=today),
        lambda c, f, by, now: actions.pause(c, reason=f.cleaned_data["reason"], by=by, now=now),
        explain=_(
            "Chỉ khi chưa thể làm vì lý do luật cho phép. Thời gian dừng được cộng đúng vào hạn; hết số ngày cho phép, đồng hồ tự chạy lại."
        ),
        grave=True,
        button=_("Tạm dừng"),
    ),
    _of(
        Deed.RESUME,
        "tiep-tuc",
        _("Việc lại chạy. Hạn mới đã cộng thời gian dừng."),
        desk.plain(forms.NothingForm),
        lambda c, by, today: policies.resume(c, by=by),
        lambda c, f, by, now: actions.resume(c, by=by, now=now),
    ),
    _of(
        Deed.ANSWER,
        "tra-loi",
        _("Đã trả lời. Mọi người gửi đọc được."),
        desk.answer,
        lambda c, by, today: policies.answer(c, text=ANY, law="", partial=False),
        deeds_done.answer,
        button=_("Gửi câu trả lời"),
    ),
    _of(
        Deed.ANSWER_PARTLY,
        "tra-loi-mot-phan",
        _("Đã trả lời một phần. Phần còn lại vẫn giữ hạn."),
        desk.answer,
        lambda c, by, today: policies.answer(c, text=ANY, law="", partial=True),
        deeds_done.answer_partly,
        explain=_("Trả lời điều đã rõ trước; việc vẫn mở và hạn vẫn giữ cho phần còn lại."),
        button=_("Gửi phần này"),
    ),
    _of(
        Deed.REPORT_DONE,
        "bao-xong",
        _("Đã báo xong. Đúng hay chưa là do người gửi nói."),
        desk.plain(forms.ReportForm),
        lambda c, by, today: policies.report_done(c, summary=ANY),
        lambda c, f, by, now: actions.report_done(c, summary=f.cleaned_data["summary"], by=by, now=now),
        explain=_("Đây là lời của cơ quan. Người gửi xác nhận, hoặc nói chưa xong thì việc mở lại."),
    ),
    _of(
        Deed.ESCALATE,
        "dua-len",
        _("Đã đưa lên cấp trên. Cấp trên đọc được việc này."),
        desk.plain(forms.ReasonForm),
        lambda c, by, today: policies.escalate(c, reason=ANY, by=by, today=today),
        lambda c, f, by, now: actions.escalate(c, reason=f.cleaned_data["reason"], by=by, now=now),
        explain=_("Từ lúc này cấp trên đọc được lời của người gửi trong việc này. Việc vẫn do đơn vị giải quyết."),
        grave=True,
    ),
    _of(
        Deed.ORDER_REOPEN,
        "giai-quyet-lai",
        _("Đã yêu cầu giải quyết lại. Việc mở lại với hạn mới."),
        desk.plain(forms.ReasonForm),
        lambda c, by, today: policies.order_reopen(c, reason=ANY),
        lambda c, f, by, now: actions.order_reopen(c, reason=f.cleaned_data["reason"], by=by, now=now),
        explain=_("Người gửi và cơ quan giải quyết đọc được lý do."),
        grave=True,
        button=_("Yêu cầu giải quyết lại"),
    ),
    DeedPage(
        "khep-lai",
        "opinions.end_objected",
        _("Khép lại, người gửi không đồng ý"),
        _("Đã khép lại. Trang theo dõi và các con số ghi rõ người gửi không đồng ý."),
        desk.plain(forms.ReasonForm),
        lambda c, by, today: policies.end_objected(c, reason=ANY),
        lambda c, f, by, now: actions.end_objected(c, reason=f.cleaned_data["reason"], by=by, now=now),
        explain=_("Người gửi nói chưa xong nên máy không tự khép. Người gửi và cơ quan giải quyết đọc được lý do Ông/Bà ghi ở đây."),
        grave=True,
        button=_("Khép lại"),
    ),
    _of(
        Deed.JOIN,
        "gop",
        _("Đã gộp. Mã của mọi người gửi vẫn dùng được."),
        desk.join,
        _moves(Deed.JOIN),
        deeds_done.join,
        explain=_("Chỉ gộp khi nói cùng một việc ở cùng một nơi. Tách ra lại được, không ai mất mã."),
        button=_("Gộp"),
    ),
    _of(
        Deed.SPLIT,
        "tach",
        _("Đã tách thành việc riêng. Mã của mọi người gửi vẫn dùng được."),
        desk.split,
        _splits,
        deeds_done.split,
        explain=_("Những ý kiến được đánh dấu thành một việc riêng, có hạn riêng."),
        button=_("Tách"),
    ),
    DeedPage(
        "gui-tin",
        "opinions.send_news",
        _("Gửi thêm tin, đính chính"),
        _("Đã gửi tin."),
        desk.letter,
        lambda c, by, today: policies.send_news(c, text=ANY, opinion=None),
        deeds_done.send_news,
        _(
            "Tin để người gửi biết việc đến đâu, hoặc sửa điều đã trả lời sai. Mọi người gửi đọc được; hạn không đổi, "
            "câu trả lời cũ vẫn còn đó."
        ),
        button=_("Gửi tin"),
    ),
    DeedPage(
        "phu-trach",
        "opinions.name_person",
        _("Giao người phụ trách"),
        _("Đã giao người phụ trách."),
        desk.person,
        lambda c, by, today: policies.name_person(c, person=None, today=today),
        deeds_done.name_person,
        _("Người của cơ quan đang giải quyết. Người gửi không thấy tên này."),
        button=_("Giao"),
    ),
    DeedPage(
        "gan-nhan",
        "opinions.tag",
        _("Gắn nhãn"),
        _("Đã gắn nhãn."),
        desk.tag,
        lambda c, by, today: policies.tag(c, label="họp giao ban"),
        deeds_done.tag,
        _("Nhãn chỉ cơ quan Ông/Bà thấy, để gom việc lại với nhau."),
    ),
    DeedPage("bo-nhan", "opinions.tag", _("Bỏ nhãn"), _("Đã bỏ nhãn."), desk.untag, _untags, deeds_done.untag),
)
BY_SLUG = {deed.slug: deed for deed in DEEDS}
