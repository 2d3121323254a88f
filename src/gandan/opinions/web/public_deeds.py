"""What the holder of a code may do, one line a deed: its address, its words, when it is possible, and the action behind it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from gandan.core.access import Refusal
from gandan.opinions import actions, policies
from gandan.opinions.actor import Sender
from gandan.opinions.enums import State, Wish
from gandan.opinions.given import ContactGiven
from gandan.opinions.models import Case, Opinion
from gandan.opinions.policies.states import CONFLICT
from gandan.opinions.policies.words import SHORTEST_REASON
from gandan.opinions.web.forms import sender as forms

ANY = "x" * SHORTEST_REASON  # words that are long enough: whether the deed itself is possible
When = Callable[[Case, Opinion, Sender, date], Refusal | None]
Do = Callable[[Opinion, dict[str, Any], Sender, datetime], Any]


@dataclass(frozen=True)
class SenderDeed:
    """`group` is where the tracking page offers it: verdict, more, own."""

    slug: str
    group: str
    label: str | Promise
    title: str | Promise
    button: str | Promise
    done: str | Promise
    form: type[forms.SenderForm]
    when: When
    do: Do
    explain: str | Promise = ""
    grave: str = ""

    @property
    def url(self) -> str:
        """Where it is done."""
        return reverse("opinions-public:deed", args=[self.slug])


@dataclass(frozen=True)
class Offered:
    """What is possible now, as the tracking page shows it."""

    verdict: list[SenderDeed]
    more: list[SenderDeed]
    own: list[SenderDeed]
    verdict_title: str
    verdict_note: str


def offered(case: Case, opinion: Opinion, by: Sender, *, today: date) -> Offered:
    """Deeds whose policy says nothing against them."""
    able = [d for d in DEEDS.values() if d.when(case, opinion, by, today) is None]
    groups = {name: [d for d in able if d.group == name] for name in ("verdict", "more", "own")}
    title = gettext("Ông/Bà không đồng ý?") if case.state == State.REFUSED else gettext("Việc này đã xong chưa?")
    return Offered(**groups, verdict_title=title, verdict_note=once(case))


def once(case: Case) -> str:
    """How often it can be said, and what a second no leads to."""
    if case.reopened_by_sender:
        return gettext("Việc này đã mở lại một lần. Nếu vẫn chưa xong, việc được đưa thẳng lên cấp trên.")
    if case.state == State.REFUSED:
        return gettext("Xin xem lại được một lần, không rút lại được. Việc mở lại và cơ quan phải trả lời.")
    return gettext("Nói một lần cho mỗi câu trả lời, không rút lại được. Chưa xong thì việc được mở lại, một lần.")


def _verdict(is_done: bool) -> When:
    return lambda case, opinion, by, today: policies.give_verdict(case, opinion, is_done=is_done, rating=None, text=ANY, by=by)


def _not_done(case: Case, opinion: Opinion, by: Sender, today: date) -> Refusal | None:
    """To an answer or a report; what was never taken up is asked to be looked at again."""
    if case.state == State.REFUSED:
        return Refusal(gettext("Cơ quan không thụ lý việc này. Không đồng ý thì Ông/Bà chọn “Xin xem lại”."), status=CONFLICT)
    return _verdict(False)(case, opinion, by, today)


def _review(case: Case, opinion: Opinion, by: Sender, today: date) -> Refusal | None:
    """The same no, to a refusal."""
    if case.state != State.REFUSED:
        return Refusal(gettext("Chỉ xin xem lại khi cơ quan báo không thụ lý."), status=CONFLICT)
    return _verdict(False)(case, opinion, by, today)


def _say(is_done: bool) -> Do:
    return lambda o, given, by, now: actions.give_verdict(
        o, is_done=is_done, rating=given.get("rating"), text=given.get("text", ""), by=by, now=now
    )


def _contact(case: Case, opinion: Opinion, by: Sender, today: date) -> Refusal | None:
    return policies.leave(opinion, given=ContactGiven(name="x"), wish=Wish.NONE)


def _leave(o: Opinion, given: dict[str, Any], by: Sender, now: datetime) -> Any:
    contact = ContactGiven(name=given["name"].strip(), phone=given["phone"].strip(), mail=given["mail"].strip())
    return actions.leave_contact(o, contact=contact, wish=given["wish"], by=by, now=now)


def _all() -> Iterator[SenderDeed]:
    yield SenderDeed(
        "da-xong", "verdict", _("Đúng, đã xong"), _("Việc này đã xong"), _("Đúng, đã xong"),
        _("Cảm ơn Ông/Bà. Lời xác nhận đã được ghi."), forms.DoneForm, _verdict(True), _say(True),
        _("Chỉ lời của người gửi mới thành “Người gửi xác nhận”. Lời này không rút lại được."),
    )  # fmt: skip
    yield SenderDeed(
        "chua-xong", "verdict", _("Chưa xong"), _("Việc này chưa xong"), _("Gửi: chưa xong"),
        _("Đã ghi. Cơ quan được báo ngay."), forms.NotDoneForm, _not_done, _say(False),
    )  # fmt: skip
    yield SenderDeed(
        "xem-lai", "verdict", _("Xin xem lại"), _("Xin cơ quan xem lại"), _("Gửi: xin xem lại"),
        _("Đã ghi. Cơ quan được báo ngay."), forms.ReviewForm, _review, _say(False),
    )  # fmt: skip
    yield SenderDeed(
        "danh-gia", "more", _("Chấm điểm câu trả lời"), _("Chấm điểm câu trả lời"), _("Gửi"), _("Cảm ơn Ông/Bà."),
        forms.RatingForm,
        lambda c, o, by, today: policies.give_verdict(c, o, is_done=None, rating=1, text="", by=by),
        lambda o, g, by, now: actions.give_verdict(o, is_done=None, rating=g["rating"], by=by, now=now),
        _("Chỉ là mức hài lòng; đã xong hay chưa thì bấm ở nút khác."),
    )  # fmt: skip
    yield SenderDeed(
        "bo-sung", "more", _("Trả lời câu hỏi của cơ quan"), _("Trả lời câu hỏi của cơ quan"), _("Gửi"),
        _("Đã gửi. Thời gian lại tính vào hạn của cơ quan."), forms.LetterForm,
        lambda c, o, by, today: policies.reply(c, o, text=ANY),
        lambda o, g, by, now: actions.reply(o, text=g["text"], uploads=g["uploads"], by=by, now=now),
    )  # fmt: skip
    yield SenderDeed(
        "viet", "more", _("Viết thêm, gửi ảnh"), _("Viết thêm cho cơ quan"), _("Gửi"), _("Đã gửi cho cơ quan."),
        forms.LetterForm,
        lambda c, o, by, today: policies.write(c, text=ANY),
        lambda o, g, by, now: actions.write(o, text=g["text"], uploads=g["uploads"], by=by, now=now),
    )  # fmt: skip
    yield SenderDeed(
        "len-cap-tren", "more", _("Đưa lên cấp trên"), _("Đưa lên cấp trên"), _("Đưa lên cấp trên"),
        _("Đã đưa lên cấp trên. Cơ quan đang giữ việc cũng được báo."), forms.EscalateForm,
        lambda c, o, by, today: policies.escalate(c, reason=ANY, by=by, today=today),
        lambda o, g, by, now: actions.escalate(o.case, reason=g["reason"], by=by, now=now),
        _("Lãnh đạo cấp trên sẽ đọc được lời của Ông/Bà và những gì cơ quan đã trả lời. Cơ quan đang giữ vẫn phải trả lời."),
    )  # fmt: skip
    yield SenderDeed(
        "rut", "more", _("Rút ý kiến"), _("Rút ý kiến"), _("Rút ý kiến"), _("Đã rút. Cơ quan không giải quyết ý kiến này nữa."),
        forms.SureForm,
        lambda c, o, by, today: policies.withdraw(c, by=by),
        lambda o, g, by, now: actions.withdraw(o, by=by, now=now),
        _("Cơ quan thôi giải quyết ý kiến của Ông/Bà. Người khác cùng phản ánh thì việc của họ vẫn tiếp tục. Không làm ngược lại được."),
        grave="grave",
    )  # fmt: skip
    yield SenderDeed(
        "lien-he", "own", _("Để lại hoặc đổi cách liên hệ"), _("Cách liên hệ"), _("Lưu"), _("Đã lưu, dưới dạng mã hoá."),
        forms.ContactForm, _contact, _leave,
    )  # fmt: skip
    yield SenderDeed(
        "bo-lien-he", "own", _("Xoá cách liên hệ"), _("Xoá cách liên hệ"), _("Xoá"), _("Đã xoá cách liên hệ."),
        forms.SureForm,
        lambda c, o, by, today: policies.take_away(getattr(o, "contact", None)),
        lambda o, g, by, now: actions.take_contact_away(o, by=by, now=now),
        _("Hệ thống không báo tin cho Ông/Bà nữa; Ông/Bà vẫn tự xem bằng mã."),
    )  # fmt: skip
    yield SenderDeed(
        "doi-pin", "own", _("Đổi mã PIN"), _("Đổi mã PIN"), _("Đổi"), _("Đã đổi. Từ nay dùng mã PIN mới."),
        forms.PinForm,
        lambda c, o, by, today: None if o.pin_mac else Refusal(gettext("Ý kiến này đã được xoá nên không còn mã PIN.")),
        lambda o, g, by, now: actions.new_pin(o, pin=g["new_pin"], by=by, now=now),
    )  # fmt: skip


DEEDS = {deed.slug: deed for deed in _all()}
QUESTION = DEEDS["bo-sung"]
