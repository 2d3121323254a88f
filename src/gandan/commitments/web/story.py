"""What happened to one commitment, read from its steps: every date that was ever given stays in sight, with its reason."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gandan.commitments import queries
from gandan.commitments.enums import Cause, EvidenceKind, How, Issuer, Kind, State
from gandan.commitments.models import Commitment, Confirmation, DoneReport, Evidence
from gandan.core.files.models import StoredFile
from gandan.core.text.days import written


@dataclass(frozen=True)
class Step:
    """One thing that happened, or the next that is to come. `id` orders what happened on one day."""

    day: date
    title: str
    text: str = ""
    ahead: bool = False
    id: UUID | None = None


@dataclass(frozen=True)
class Proof:
    """One piece of evidence, with its file where it has one."""

    day: date
    note: str
    url: str
    file: StoredFile | None
    is_photo: bool


@dataclass(frozen=True)
class Said:
    """An objection: its day for everyone, its words for those who may read them."""

    day: date
    text: str


def whole(things: QuerySet[Commitment]) -> QuerySet[Commitment]:
    """With every step, in a constant number of questions."""
    more = ("reminders", "codes", "confirmations__code", "assigned_by__names", "asked_by__names", "coordinators__office__names")
    return queries.whole(things).prefetch_related(*more)


def steps(c: Commitment, *, at_work: bool, today: date) -> list[Step]:
    """Oldest first; the next one last. `at_work` adds what only the offices need: reminders and codes."""
    found = [*_course(c), *_work(c), *_end(c), *(_inside(c) if at_work else ())]
    if c.is_late(today):
        found.append(Step(c.due, _("Đến hạn, chưa báo xong"), id=_last()))
    done = sorted(found, key=lambda s: (s.day, str(s.id or c.pk)))
    return [_made(c), *done, *_ahead(c, today)]


def proofs(c: Commitment) -> list[Proof]:
    """Evidence of every round, newest first; files are read in one question."""
    rows = list(c.evidence.all())
    kept = {
        f.owner_id: f
        for f in StoredFile.objects.filter(owner_type="commitments.evidence", owner_id__in=[str(e.pk) for e in rows], erased_at=None)
    }
    return [_proof(e, kept.get(str(e.pk))) for e in reversed(rows)]


def _proof(e: Evidence, file: StoredFile | None) -> Proof:
    return Proof(timezone.localdate(e.added_at), e.note, e.url, file, e.kind == EvidenceKind.PHOTO)


def objections(c: Commitment, *, with_words: bool) -> list[Said]:
    """When somebody objected; what they wrote only for those who may read it."""
    return [Said(o.objected_on, o.text if with_words else "") for o in c.objections.all()]


def report(c: Commitment) -> Said | None:
    """The unit's newest word that it is done."""
    newest = max(c.done_reports.all(), key=lambda r: r.round, default=None)
    return Said(newest.reported_on, newest.summary) if newest else None


def posted(c: Commitment) -> DoneReport | None:
    """The report that people speak of: this round's, or that of the round before when somebody has just objected to it."""
    spoken = [r for r in c.done_reports.all() if r.round in (c.round, c.round - 1)]
    return max(spoken, key=lambda r: r.round, default=None)


def said_yes(c: Commitment) -> list[str]:
    """In which capacity people confirmed the report of this round, each said once: a code that the office itself handed out says so."""
    report = this_round(c)
    return list(dict.fromkeys(yes(y) for y in c.confirmations.all() if report is not None and y.report_id == report.pk))


def yes(confirmation: Confirmation) -> str:
    """Who said that it is done; of a code, who handed it out."""
    if confirmation.code is None:
        return str(confirmation.get_how_display())
    if confirmation.how == How.SENDER:
        return _("Người gửi ý kiến, bằng mã riêng của mình")
    by_board = confirmation.code.issuer == Issuer.BOARD
    if confirmation.how == How.HOUSEHOLDS:
        return _("Hộ dân có mặt, mã do ban giám sát phát") if by_board else _("Hộ dân có mặt, mã do cơ quan chủ trì phát")
    return _("Người giữ mã, mã do ban giám sát phát") if by_board else _("Người giữ mã, mã do cơ quan chủ trì phát")


def this_round(c: Commitment) -> DoneReport | None:
    """The report of this round."""
    return next((r for r in c.done_reports.all() if r.round == c.round), None)


def posted_until(c: Commitment) -> date | None:
    """Until when the report of this round is posted."""
    report = this_round(c)
    return report.posted_until if report else None


def _made(c: Commitment) -> Step:
    titles = {Kind.PROMISE: _("Đã hứa"), Kind.TASK: _("Đã giao việc"), Kind.REQUEST: _("Đã nhận đề nghị")}
    return Step(c.made_on, titles[Kind(c.kind)], _("Hẹn xong ngày %(day)s.") % {"day": written(c.first_due)})


def _course(c: Commitment) -> Iterator[Step]:
    for e in c.extensions.all():
        title = _("Gia hạn từ %(was)s đến %(now)s") % {"was": written(e.was), "now": written(e.now)}
        yield Step(e.given_on, title, e.reason, id=e.pk)
    for h in c.handovers.all():
        why = h.reason or (str(Cause(h.cause).label) if h.cause != Cause.DECISION else "")
        yield Step(h.given_on, _("Chuyển từ %(was)s sang %(to)s") % {"was": h.was, "to": h.to}, why, id=h.pk)
    withdrawal = getattr(c, "withdrawal", None)
    if withdrawal is not None:
        title = _("Rút việc này khi đã quá hạn") if c.is_withdrawn_late else _("Rút việc này")
        yield Step(withdrawal.given_on, title, withdrawal.reason, id=withdrawal.pk)


def _work(c: Commitment) -> Iterator[Step]:
    for p in c.progress.all():
        title = _("Tiến độ: %(n)s%%") % {"n": p.percent} if p.percent is not None else _("Tiến độ")
        yield Step(timezone.localdate(p.noted_at), title, p.note, id=p.pk)
    added = list(c.evidence.all())
    last = {timezone.localdate(e.added_at): e.pk for e in added}
    for day, n in Counter(timezone.localdate(e.added_at) for e in added).items():
        yield Step(day, ngettext("Thêm %(n)s bằng chứng", "Thêm %(n)s bằng chứng", n) % {"n": n}, id=last[day])


def _end(c: Commitment) -> Iterator[Step]:
    for r in c.done_reports.all():
        title = _("Cơ quan báo đã xong, sau hạn") if r.is_late else _("Cơ quan báo đã xong")
        yield Step(r.reported_on, title, r.summary, id=r.pk)
    heard: set[UUID] = set()
    for o in c.objections.all():
        title = _("Người dân nói chưa xong, việc mở lại") if o.report_id not in heard else _("Thêm một người nói chưa xong")
        yield Step(o.objected_on, title, _("Hạn cũ vẫn giữ.") if o.report_id not in heard else "", id=o.pk)
        heard.add(o.report_id)
    for s in c.send_backs.all():
        yield Step(s.given_on, _("Nơi giao trả lại, việc mở lại"), s.reason, id=s.pk)
    for y in c.confirmations.all():
        title = _("Một hộ dân có mặt xác nhận đã xong") if y.how == How.HOUSEHOLDS else _("Xác nhận đã xong")
        yield Step(y.given_on, title, yes(y), id=y.pk)
    if c.state == State.ACCEPTED and c.ended_on:
        yield Step(c.ended_on, _("Nơi giao đã nhận kết quả"), id=_last())


def _inside(c: Commitment) -> Iterator[Step]:
    for r in c.reminders.all():
        yield Step(timezone.localdate(r.at), _("Nhắc việc"), r.get_stage_display(), id=r.pk)
    for k in c.codes.all():
        yield Step(k.issued_on, _("Phát mã xác nhận"), f"{k.get_kind_display()} · {k.get_issuer_display()}", id=k.pk)


def _ahead(c: Commitment, today: date) -> Iterator[Step]:
    if c.state == State.OPEN and not c.is_late(today):
        yield Step(c.due, _("Hạn xong"), ahead=True)
    elif c.state == State.REPORTED:
        until = posted_until(c)
        if until:
            yield Step(
                until,
                _("Hết niêm yết"),
                _("Đến hết ngày này chưa ai phản đối thì ghi là “chưa ai phản đối”, không phải “dân xác nhận”."),
                ahead=True,
            )
    elif c.state == State.UNOPPOSED:
        until = posted_until(c)
        if until:
            yield Step(
                until,
                _("Hết niêm yết, chưa ai phản đối"),
                _("Vẫn chưa ai xác nhận. Người dân vẫn có thể xác nhận hoặc phản đối."),
                ahead=True,
            )


def _last() -> UUID:
    """Sorts after every other step of its day."""
    return UUID(int=2**128 - 1)
