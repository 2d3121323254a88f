"""A case in the words of whoever waits for it: how it stands, what is owed next, by whom, by which day and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from gandan.commitments.enums import State as Promised
from gandan.commitments.web.forms.fields import in_words
from gandan.core import legal
from gandan.core.text.days import written
from gandan.opinions import queries, topics
from gandan.opinions.enums import OWED, Deed, LetterKind, Stage, State
from gandan.opinions.models import Case, Opinion
from gandan.opinions.policies.answer import SILENCE
from gandan.opinions.queries import pauses, promises_of
from gandan.opinions.queries.clock import Held, explain
from gandan.opinions.web import clock_words
from gandan.opinions.web.clock_words import SHAPES, Shape


@dataclass(frozen=True)
class Owed:
    """What comes next and is owed by an office."""

    what: str
    who: str
    day: date
    in_words: str
    why: str
    note: str = ""


@dataclass(frozen=True)
class Next:
    """What comes next and is no office's debt."""

    title: str
    text: str


def shape(case: Case, *, today: date) -> Shape:
    """The state with its sign and what the date says, as lists have it."""
    return clock_words.shape(case, today=today, calendar=clock_words.calendar_for([case], today=today))


def plain(case: Case) -> Shape:
    """The state with its sign alone."""
    state = State(case.state)
    return Shape(SHAPES[state], str(state.label))


def topic(case: Case) -> str:
    """What it is about, from the closed list."""
    return topics.name_of(case.topic)


def office(case: Case, today: date) -> str:
    """Who answers, by the name of today, or the last it had."""
    return case.office.called(today)


def owed(case: Case, *, today: date, dates: Sequence[Held] | None = None) -> Owed | None:
    """The next thing that an office owes, and why by that day; None where nothing is owed any more. `dates`: of the case, where read."""
    if case.state not in OWED or case.due is None:
        return None
    held = next((h for h in (explain(case) if dates is None else dates) if h.is_current), None)
    what = str(held.stage.label) if held else str(Stage.ANSWER.label)
    return Owed(what, office(case, today), case.due, in_words(case.due), held.sentence if held else "", _note(case, today))


def _note(case: Case, today: date) -> str:
    """What else a sender has to know; a page never keeps silent of lateness because something waits."""
    said = []
    if queries.pending(case) is not None:
        said.append(_("Sau khi sắp xếp đơn vị, việc đang chờ chọn cơ quan nhận; hạn đã hẹn vẫn giữ nguyên."))
    if case.is_late(today) and case.escalated_on is None:
        said.append(_("Đã quá hạn. Ông/Bà có quyền đưa việc này lên cấp trên."))
    return " ".join([*said, waiting(case, today=today)]).strip()


def waiting(case: Case, *, today: date) -> str:
    """Who waits, since when and until when at most, and what becomes of the date; nothing where the case waits for nothing."""
    stands = pauses.stands(case)
    if stands is None:
        return ""
    facts = {"who": office(case, today), "since": written(stands.since), "until": written(stands.until)}
    if stands.by_reason:
        said = _(
            "%(who)s tạm dừng từ %(since)s, lý do ở phần Diễn biến. Chậm nhất hết ngày %(until)s thời gian lại tính; "
            "hạn lùi đúng số ngày dừng."
        )
    elif stands.stops:
        said = _(
            "%(who)s chờ bổ sung từ %(since)s, lâu nhất hết ngày %(until)s; thời gian chờ không tính vào hạn, hạn lùi đúng số ngày chờ."
        )
    else:
        said = _("%(who)s chờ bổ sung từ %(since)s, lâu nhất hết ngày %(until)s; thời gian vẫn tính vào hạn.")
    return said % facts


def dates(case: Case) -> list[Held]:
    """Every date that held, the newest first, each with its rule."""
    return explain(case)


def next_step(case: Case, opinion: Opinion) -> Next | None:
    """What comes next where no office owes anything: mostly the sender's word."""
    own = next((v for v in case.verdicts.all() if v.opinion_id == opinion.pk and v.round == case.round and v.is_done is not None), None)
    if own is not None and case.state in (State.ANSWERED, State.DONE):
        if own.is_done:
            return Next(_("Ông/Bà đã xác nhận đã xong"), _("Còn chờ lời của những người cùng phản ánh."))
        return Next(_("Ông/Bà nói vẫn chưa xong"), _("Việc đã ở cấp trên. Lãnh đạo cấp trên đọc được lời của Ông/Bà và câu trả lời."))
    if not opinion.reads_all and case.state in (State.ANSWERED, State.DONE, State.CLOSED, State.REFUSED):
        return Next(str(State(case.state).label), _("Nội dung hiện khi cơ quan công khai. Nếu chưa xong, xin gửi ý kiến của Ông/Bà."))
    match State(case.state):
        case State.ANSWERED | State.DONE:
            said = [a.given_on for a in case.answers.all()] + [s.given_on for s in case.steps.all() if s.deed == Deed.REPORT_DONE]
            if promises_of(case).filter(state=Promised.OPEN).exists():
                return Next(_("Cơ quan đã trả lời và còn việc đã hứa"), _("Khi việc đã hứa được báo xong, Ông/Bà xác nhận xong hay chưa."))
            titles = {State.DONE: _("Cơ quan báo đã xong. Ông/Bà thấy thế nào?"), State.ANSWERED: _("Cơ quan đã trả lời. Ông/Bà thấy sao?")}
            return Next(titles[State(case.state)], _silence(max(said)) if said else "")
        case State.CLOSED if any(s.deed == Deed.CLOSE and s.given_on == case.ended_on for s in case.steps.all()):
            return Next(
                _("Cấp trên đã khép lại việc này"), _("Trang này và các con số ghi rõ người gửi không đồng ý. Lý do ở phần Diễn biến.")
            )
        case State.CLOSED:
            return Next(_("Việc đã khép lại"), _("Nếu chưa xong, Ông/Bà vẫn mở lại được."))
        case State.REFUSED:
            return Next(_("Cơ quan không thụ lý"), _("Lý do ở phần Diễn biến. Không đồng ý, Ông/Bà xin xem lại được một lần."))
    return None


def _silence(told: date) -> str:
    until = told + timedelta(days=legal.rule(SILENCE, on=told).days)
    return _("Nếu đến hết ngày %(day)s Ông/Bà không nói gì, việc tạm khép lại; khi đó vẫn mở lại được.") % {"day": written(until)}


def question(opinion: Opinion) -> str:
    """What the office asked last, in its words."""
    asked = queries.letters_to(opinion).filter(kind=LetterKind.ASK).last()
    return asked.text if asked else ""
