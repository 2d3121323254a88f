"""What happened to one opinion, as its sender reads it: own words and letters, what offices did and why; of other senders only how many.

Offices' reasons were written for senders; what another sender wrote is that person's, and stays out. Who joined with a click ("tôi cũng
gặp") reads what happened and when, and the words that are public (`Opinion.reads_all`): else anybody would open any answer by joining.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from gandan.core import events
from gandan.core.files.models import StoredFile
from gandan.opinions import queries
from gandan.opinions.enums import Channel, Deed, Form, LetterKind
from gandan.opinions.models import Case, Letter, Opinion, Step

LETTERS = {
    LetterKind.ASK: gettext_lazy("Cơ quan hỏi thêm Ông/Bà"),
    LetterKind.NEWS: gettext_lazy("Cơ quan báo tin"),
    LetterKind.REPLY: gettext_lazy("Ông/Bà bổ sung"),
    LetterKind.WORD: gettext_lazy("Ông/Bà viết thêm"),
}
OF_SENDERS = {  # to whoever did it, and to the others of the case
    Deed.REOPEN: (gettext_lazy("Ông/Bà nói chưa xong; việc được mở lại"), gettext_lazy("Một người khác nói chưa xong; việc được mở lại")),
    Deed.ESCALATE: (gettext_lazy("Ông/Bà đưa lên cấp trên"), gettext_lazy("Việc được đưa lên cấp trên")),
    Deed.WITHDRAW: (gettext_lazy("Ông/Bà rút ý kiến"), ""),
}
AGAIN = (  # the second no reopens nothing: those above read it
    gettext_lazy("Ông/Bà nói vẫn chưa xong; cấp trên đọc việc này"),
    gettext_lazy("Một người khác nói vẫn chưa xong; cấp trên đọc việc này"),
)
OF_OFFICES = {
    Deed.FORWARD: gettext_lazy("Chuyển cơ quan khác"),
    Deed.REPORT_DONE: gettext_lazy("Cơ quan báo đã làm xong"),
    Deed.PAUSE: gettext_lazy("Tạm dừng; thời gian dừng không tính vào hạn"),
    Deed.REFUSE: gettext_lazy("Cơ quan không thụ lý"),
    Deed.ORDER_REOPEN: gettext_lazy("Cấp trên yêu cầu giải quyết lại"),
    Deed.UNPUBLISH: gettext_lazy("Thôi công khai"),
    Deed.CLOSE: gettext_lazy("Cấp trên khép lại; ghi nhận người gửi không đồng ý"),
}
RECORDED = {
    "opinions.accepted": gettext_lazy("Cơ quan nhận giải quyết"),
    "opinions.resumed": gettext_lazy("Cơ quan làm tiếp"),
    "opinions.gone_on": gettext_lazy("Cơ quan làm tiếp, không chờ bổ sung"),
    "opinions.confirmed": gettext_lazy("Ông/Bà xác nhận đã xong"),
    "opinions.found_done": gettext_lazy("Ông/Bà xác nhận đã xong"),
    "opinions.published": gettext_lazy("Hỏi và đáp được công khai, đã che thông tin cá nhân"),
    "opinions.closed": gettext_lazy("Tạm khép lại: đã trả lời và không ai nói thêm"),
}


@dataclass(frozen=True)
class Told:
    """One thing that happened. `text` is somebody's words; `law` what stands behind a refusal; `files` hang on a letter or an answer."""

    at: datetime
    title: str
    text: str = ""
    law: str = ""
    by_office: bool = False
    files: list[StoredFile] = field(default_factory=list)

    @property
    def day(self) -> date:
        """The day in Vietnam."""
        return timezone.localdate(self.at)


def story(opinion: Opinion, case: Case) -> list[Told]:
    """Oldest first. A constant number of questions however much happened."""
    letters = list(queries.letters_to(opinion))
    files = _files(opinion, letters, case) if opinion.reads_all else _files(opinion, letters, None)
    written = [*_begin(opinion, case, files), *_letters(letters, files), *_answers(opinion, case, files)]
    return sorted([*written, *_steps(opinion, case), *_voices(opinion, case)], key=lambda t: t.at)


def _files(opinion: Opinion, letters: list[Letter], case: Case | None) -> dict[str, list[StoredFile]]:
    """What hangs on whom, in one question."""
    owners = [str(opinion.pk), *(str(x.pk) for x in letters), *(str(a.pk) for a in (case.answers.all() if case else ()))]
    kinds = ("opinions.opinion", "opinions.letter", "opinions.answer")
    found: dict[str, list[StoredFile]] = {}
    for file in StoredFile.objects.filter(owner_type__in=kinds, owner_id__in=owners, erased_at=None).order_by("id"):
        found.setdefault(file.owner_id, []).append(file)
    return found


def _begin(opinion: Opinion, case: Case, files: dict[str, list[StoredFile]]) -> Iterator[Told]:
    if opinion.form == Form.ME_TOO:
        title = _("Ông/Bà cho biết mình cũng gặp việc này")
    elif opinion.channel in (Channel.DESK, Channel.RECEPTION):
        title = _("Ông/Bà nói, cán bộ ghi lại")
    else:
        title = _("Ông/Bà gửi ý kiến")
    own = files.get(str(opinion.pk), [])
    yield Told(opinion.said_at, title, files=own)
    for joining in opinion.joinings.select_related("was").filter(to=case.pk):
        yield Told(joining.given_at, _joined() if joining.was.joined_into_id == case.pk else _split())


def _joined() -> str:
    return _("Gộp với việc giống như vậy: cơ quan trả lời chung một lần, hạn không muộn hơn; mã của Ông/Bà vẫn dùng như cũ")


def _split() -> str:
    return _("Tách thành việc riêng, hạn giữ nguyên; mã của Ông/Bà vẫn dùng như cũ")


def _letters(letters: list[Letter], files: dict[str, list[StoredFile]]) -> Iterator[Told]:
    for letter in letters:
        own = letter.kind in (LetterKind.ASK, LetterKind.NEWS)
        yield Told(letter.sent_at, str(LETTERS[LetterKind(letter.kind)]), letter.text, by_office=own, files=files.get(str(letter.pk), []))


def _steps(opinion: Opinion, case: Case) -> Iterator[Told]:
    again = set(events.of(case).filter(verb="opinions.found_not_done").values_list("at", flat=True))
    for step in case.steps.all():
        mine = step.opinion_id == opinion.pk
        title = _title(step, mine, again=step.given_at in again)
        if title:
            reads = mine or (step.opinion_id is None and opinion.reads_all)
            law = step.law if reads else ""
            yield Told(step.given_at, title, step.reason if reads else "", law, by_office=step.opinion_id is None)


def _title(step: Step, mine: bool, *, again: bool) -> str:
    """What a step is called for its reader; "" for what is nobody's business but the sender's who did it."""
    if step.deed == Deed.FORWARD and step.to_office is not None:
        return _("Chuyển tới %(to)s") % {"to": step.to_office}
    if step.deed in OF_SENDERS:
        own, others = AGAIN if again and step.deed == Deed.REOPEN else OF_SENDERS[Deed(step.deed)]
        return str(own if mine else others)
    return str(OF_OFFICES.get(Deed(step.deed), ""))


def _answers(opinion: Opinion, case: Case, files: dict[str, list[StoredFile]]) -> Iterator[Told]:
    """To who joined with a click: that it was answered and when, and in words what everybody reads."""
    last = case.answers.all()[len(case.answers.all()) - 1] if case.answers.all() else None
    for answer in case.answers.all():
        title = _("Cơ quan trả lời một phần") if answer.is_partial else _("Cơ quan trả lời")
        if not opinion.reads_all:
            yield Told(answer.given_at, title, _published(case) if answer == last else "", by_office=True)
            continue
        yield Told(answer.given_at, title, answer.text, answer.law, by_office=True, files=files.get(str(answer.pk), []))


def _published(case: Case) -> str:
    words = getattr(case, "publication", None)
    return words.answer if words is not None and words.is_shown else _("Nội dung hiện khi cơ quan công khai.")


def _voices(opinion: Opinion, case: Case) -> Iterator[Told]:
    """What stands in the record alone: taking up, going on, its sender's yes, publishing, the end; and who opened the contact."""
    for event in events.of(case).filter(verb__in=RECORDED):
        said_by = event.facts.get("opinion_id")
        if said_by is None or str(said_by) == str(opinion.pk):
            yield Told(event.at, str(RECORDED[event.verb]))
        elif event.verb == "opinions.confirmed":
            yield Told(event.at, _("Những người cùng phản ánh xác nhận đã xong"))
    for opening in opinion.openings.all():
        title = _("%(office)s mở xem cách liên hệ của Ông/Bà") % {"office": opening.office}
        yield Told(opening.opened_at, title, opening.reason, by_office=True)


def others(case: Case) -> str:
    """How many people spoke of the same; of who they are nothing is known."""
    n = case.senders - 1
    return ngettext("%(n)s người khác cũng phản ánh việc này.", "%(n)s người khác cũng phản ánh việc này.", n) % {"n": n} if n > 0 else ""
