"""What a case page tells: who said what, what was written to and fro, what was done, oldest first. All of it is read from `whole`."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gandan.core import events
from gandan.core.files.enums import FileKind
from gandan.core.files.models import StoredFile
from gandan.opinions import queries
from gandan.opinions.enums import Deed, Form, LetterKind
from gandan.opinions.models import Answer, Case, Letter, Opinion, Step


@dataclass(frozen=True)
class Said:
    """One opinion of the case. `n` tells it from the others; nothing says who sent it."""

    opinion: Opinion
    n: int
    files: list[StoredFile]
    photos: list[StoredFile]

    @property
    def is_me_too(self) -> bool:
        """Joined what others had said, with no words of its own."""
        return self.opinion.form == Form.ME_TOO


@dataclass(frozen=True)
class Written:
    """A letter. `ours`: from the office; `to`: to whom or from whom, where a case has several senders."""

    letter: Letter
    kind: str
    ours: bool
    to: str
    files: list[StoredFile]


@dataclass(frozen=True)
class Happened:
    """One thing of the timeline."""

    at: datetime
    title: str
    text: str = ""
    law: str = ""

    @property
    def day(self) -> date:
        """The day in Vietnam."""
        return timezone.localdate(self.at)


def whole(cases: QuerySet[Case]) -> QuerySet[Case]:
    """With the names of every office that is told of."""
    more = ("steps__was_office__names", "steps__to_office__names", "letters__office__names", "answers__office__names")
    return queries.whole(cases).prefetch_related(*more)


def files_of(c: Case) -> dict[str, list[StoredFile]]:
    """Files of opinions, letters and answers by what they hang on, in one question."""
    owners = [str(x.pk) for found in (c.opinions, c.letters, c.answers) for x in found.all()]
    rows = StoredFile.objects.filter(owner_type__in=OWNERS, owner_id__in=owners, erased_at=None).order_by("pk")
    found: dict[str, list[StoredFile]] = {}
    for row in rows:
        found.setdefault(row.owner_id, []).append(row)
    return found


OWNERS = ("opinions.opinion", "opinions.letter", "opinions.answer")


def said(c: Case, files: dict[str, list[StoredFile]]) -> list[Said]:
    """The opinions, who spoke first first. Who pressed "tôi cũng gặp" and told nothing more is counted (`only_met`): thousands may."""
    found = []
    silent = _silent(c)
    for n, o in enumerate(c.opinions.all(), start=1):
        if o.pk in silent:
            continue
        mine = files.get(str(o.pk), [])
        found.append(Said(o, n, [f for f in mine if not is_photo(f)], [f for f in mine if is_photo(f)]))
    return found


def only_met(c: Case) -> int:
    """How many beside those listed pressed "tôi cũng gặp"."""
    return len(_silent(c))


def _silent(c: Case) -> set[UUID]:
    """Who joined with a click, and of whom there is nothing to read, to answer or to open."""
    heard = {letter.opinion_id for letter in c.letters.all()}
    return {
        o.pk
        for o in c.opinions.all()
        if o.form == Form.ME_TOO and not o.place and getattr(o, "contact", None) is None and o.pk not in heard
    }


def is_photo(file: StoredFile) -> bool:
    """Whether a page shows it as a picture."""
    return FileKind(file.kind).is_image


def letters(c: Case, files: dict[str, list[StoredFile]]) -> list[Written]:
    """What the office and senders wrote to each other, oldest first."""
    number: dict[UUID | None, int] = {o.pk: n for n, o in enumerate(c.opinions.all(), start=1)}
    several = len(number) > 1
    return [
        Written(
            letter,
            str(LetterKind(letter.kind).label),
            letter.office_id is not None,
            _to(number.get(letter.opinion_id), ours=letter.office_id is not None) if several else "",
            files.get(str(letter.pk), []),
        )
        for letter in c.letters.all()
    ]


def _to(n: int | None, *, ours: bool) -> str:
    if n is None:
        return _("gửi mọi người") if ours else ""
    return (_("gửi người gửi %(n)s") if ours else _("người gửi %(n)s")) % {"n": n}


def replied(c: Case) -> bool:
    """Whether the last word of what was asked and replied is a sender's."""
    asked = [x for x in c.letters.all() if x.kind in (LetterKind.ASK, LetterKind.REPLY)]
    return bool(asked) and asked[-1].kind == LetterKind.REPLY


def story(c: Case, *, today: date) -> list[Happened]:
    """What was done, oldest first. Letters and dates stand in their own places."""
    return sorted([*_begun(c), *_steps(c, today), *_answers(c), *_verdicts(c), *_openings(c), *_deeds(c)], key=lambda x: x.at)


def _begun(c: Case) -> Iterator[Happened]:
    how = {"how": c.get_channel_display()}
    yield Happened(c.received_at, _("Nhận ý kiến: %(how)s") % how)
    met: dict[date, list[datetime]] = {}
    for said_ in list(c.opinions.all())[1:]:
        if said_.form == Form.ME_TOO:
            met.setdefault(said_.said_on, []).append(said_.said_at)
        else:
            yield Happened(said_.said_at, _("Thêm một ý kiến"))
    for moments in met.values():  # one line a day, however many press
        more = _("Thêm một người cũng gặp") if len(moments) == 1 else _("Thêm %(n)s người cũng gặp") % {"n": len(moments)}
        yield Happened(moments[-1], more)


def _steps(c: Case, today: date) -> Iterator[Happened]:
    for step in c.steps.all():
        yield Happened(step.given_at, _done(step, today), step.reason, step.law)


# what was done without words, so that its event alone tells of it
PLAIN = {
    "opinions.classified": gettext_lazy("Phân loại"),
    "opinions.accepted": gettext_lazy("Nhận giải quyết"),
    "opinions.asked_back": gettext_lazy("Hỏi lại người gửi"),
    "opinions.replied": gettext_lazy("Người gửi bổ sung"),
    "opinions.gone_on": gettext_lazy("Làm tiếp, không chờ bổ sung"),
    "opinions.resumed": gettext_lazy("Làm tiếp"),
    "opinions.split": gettext_lazy("Tách ra một việc"),
    "opinions.published": gettext_lazy("Công khai"),
    "opinions.closed": gettext_lazy("Khép lại, người gửi không nói thêm"),
    "opinions.person_named": gettext_lazy("Giao người phụ trách"),
    "opinions.confirmed": gettext_lazy("Người gửi xác nhận"),
}


def _deeds(c: Case) -> Iterator[Happened]:
    for event in events.of(c).filter(verb__in=PLAIN):
        yield Happened(event.at, str(PLAIN[event.verb]))


def _done(step: Step, today: date) -> str:
    if step.deed == Deed.FORWARD and step.to_office is not None:
        return _("Chuyển đến %(office)s") % {"office": step.to_office.called(today)}
    return {
        Deed.REFUSE: _("Không thụ lý"),
        Deed.PAUSE: _("Tạm dừng"),
        Deed.REPORT_DONE: _("Cơ quan báo đã xong"),
        Deed.REOPEN: _("Người gửi nói chưa xong, việc mở lại"),
        Deed.ORDER_REOPEN: _("Yêu cầu giải quyết lại"),
        Deed.ESCALATE: _("Đưa lên cấp trên"),
        Deed.CLOSE: _("Cấp trên khép lại, người gửi không đồng ý"),
        Deed.WITHDRAW: _("Người gửi rút ý kiến"),
        Deed.JOIN: _("Gộp"),
        Deed.UNPUBLISH: _("Thôi công khai"),
    }.get(Deed(step.deed), str(Deed(step.deed).label))


def _answers(c: Case) -> Iterator[Happened]:
    for a in c.answers.all():
        late = _(", sau hạn") if a.is_late else ""
        what = _("Trả lời một phần") if a.is_partial else _("Trả lời")
        yield Happened(a.given_at, f"{what}{late}", answer_words(a), a.law)


def answer_words(a: Answer) -> str:
    """The answer, or that it was erased."""
    return a.text or _("Lời này đã được xoá.")


def _verdicts(c: Case) -> Iterator[Happened]:
    for v in c.verdicts.all():
        said_ = {True: _("Người gửi: đúng, đã xong"), False: _("Người gửi: chưa xong"), None: _("Người gửi đánh giá")}[v.is_done]
        rating = _("%(n)s trên 5") % {"n": v.rating} if v.rating else ""
        yield Happened(_end_of(v.given_on), said_, rating)


def _openings(c: Case) -> Iterator[Happened]:
    """The sender reads of it too."""
    for o in c.opinions.all():
        for opening in o.openings.all():
            yield Happened(opening.opened_at, _("Mở cách liên hệ của một người gửi"), opening.reason)


def _end_of(day: date) -> datetime:
    """A verdict knows its day only: it stands after what else happened on it."""
    return timezone.make_aware(datetime.combine(day, datetime.max.time()))
