"""What happened to one model, read from its rows: every step stays in sight, with its reason."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gandan.appraisals.enums import State as Scored
from gandan.appraisals.models import Appraisal, Posting
from gandan.core.text.days import written
from gandan.indicators.writing import digits, stated
from gandan.movement.enums import Deed, State
from gandan.movement.models import Practice, Reading
from gandan.movement.queries.shown import SUBJECT


@dataclass(frozen=True)
class Told:
    """One thing that happened, or the next that is to come. `rank`, then `id`, order what happened on one day."""

    day: date
    title: str
    text: str = ""
    ahead: bool = False
    id: UUID | None = None
    rank: int = 4


def steps(p: Practice, *, today: date) -> list[Told]:
    """Oldest first; what is to come last."""
    found = [*_form(p), *_course(p), *_proof(p), *_others(p), *_council(p), *_learnt(p), *_codes(p)]
    done = sorted(found, key=lambda s: (s.day, s.rank, str(s.id or "")))
    return [*done, *_ahead(p, today)]


def _form(p: Practice) -> Iterator[Told]:
    begun = _("Bắt đầu viết phiếu") if p.adopted_from_id is None else _("Bắt đầu phiếu học theo")
    yield Told(timezone.localdate(p.written_at), begun, rank=0)
    if p.submitted_on:
        yield Told(p.submitted_on, _("Gửi đăng ký"), rank=1)
    if p.registered_on:
        yield Told(p.registered_on, _("Nhận đăng ký, công khai"), rank=3)


def _course(p: Practice) -> Iterator[Told]:
    named = {
        Deed.SEND_BACK: _("Trả lại để bổ sung"),
        Deed.WITHDRAW: _("Rút phiếu"),
        Deed.STOP: _("Dừng mô hình"),
        Deed.LAPSE: _("Hết một năm không có tin hoạt động"),
        Deed.REVIVE: _("Hoạt động trở lại"),
        Deed.REVOKE: _("Thu hồi công nhận"),
    }
    for s in p.steps.all():
        yield Told(
            s.given_on, named.get(Deed(s.deed), str(s.get_deed_display())), s.reason, id=s.pk, rank=2 if s.deed == Deed.SEND_BACK else 4
        )
    for g in p.signs.all():
        yield Told(g.given_on, _("Báo còn hoạt động, đến %(day)s") % {"day": written(g.until)}, g.note, id=g.pk)
    for w in p.pending.all():
        yield Told(w.since, _("Chờ chọn cơ quan nhận sau sắp xếp"), str(w.get_cause_display()), id=w.pk)
        if w.settled_on:
            yield Told(w.settled_on, _("Có cơ quan nhận"))


def _proof(p: Practice) -> Iterator[Told]:
    readings = Reading.objects.filter(aim__practice=p, statement__retraction=None, statement__corrected_by=None)
    for r in readings.select_related("aim", "statement"):
        yield Told(r.read_on, _("Đo: %(what)s") % {"what": r.aim.name}, stated(r.statement), id=r.pk)
    for day, n in Counter(timezone.localdate(e.added_at) for e in p.evidence.all()).items():
        yield Told(day, ngettext("Thêm %(n)s bằng chứng", "Thêm %(n)s bằng chứng", n) % {"n": n})
    for day, n in Counter(link.linked_on for link in p.links.all() if link.removed_on is None).items():
        yield Told(day, ngettext("Gắn %(n)s việc liên quan", "Gắn %(n)s việc liên quan", n) % {"n": n})


def _others(p: Practice) -> Iterator[Told]:
    for v in p.visits.all():
        yield Told(v.visited_on, _("Đoàn đến thăm"), v.seen, id=v.pk)
    for r in p.reviews.all():
        said = {"year": r.year, "result": r.get_result_display()}
        yield Told(r.given_on, _("Rà soát năm %(year)s: %(result)s") % said, r.reason, id=r.pk)
    for g in p.recognitions.select_related("decision", "revoked_by"):
        said = {"level": g.get_level_display(), "number": g.decision.number}
        yield Told(g.recognised_on, _("Công nhận, %(level)s, quyết định %(number)s") % said, _points(g.points, g.grade), id=g.pk, rank=9)
        if g.revoked_by is not None and g.revoked_on is not None:
            yield Told(g.revoked_on, _("Thu hồi công nhận, quyết định %(number)s") % {"number": g.revoked_by.number}, id=g.pk, rank=10)


def _council(p: Practice) -> Iterator[Told]:
    for a in Appraisal.objects.filter(subject_type=SUBJECT, subject_id=str(p.pk)).select_related("council", "grade"):
        yield Told(a.opened_on, _("Đưa ra hội đồng"), a.council.title, id=a.pk, rank=5)
        if a.state == Scored.CLOSED and a.ended_on and a.points is not None:
            title = _("Hội đồng chấm đạt") if a.passed else _("Hội đồng chấm chưa đạt")
            yield Told(a.ended_on, title, _points(a.points, a.grade.name if a.grade else ""), rank=6)
    for posted in Posting.objects.filter(subject_type=SUBJECT, subject_id=str(p.pk)):
        until = _("Đến hết %(day)s ai cũng có thể phản đối.") % {"day": written(posted.until)}
        yield Told(posted.posted_on, _("Niêm yết kết quả"), until, id=posted.pk, rank=7)
        if posted.taken_down_on:
            yield Told(posted.taken_down_on, _("Gỡ niêm yết"), rank=8)


def _learnt(p: Practice) -> Iterator[Told]:
    for v in p.adoption_verdicts.all():
        yield Told(v.given_on, _("Nhận xét mô hình gốc: %(what)s") % {"what": v.get_worked_display()}, v.text, id=v.pk)


def _codes(p: Practice) -> Iterator[Told]:
    for day, n in Counter(code.issued_on for code in p.codes.all()).items():
        yield Told(day, ngettext("Phát %(n)s mã cho người dân", "Phát %(n)s mã cho người dân", n) % {"n": n})


def _ahead(p: Practice, today: date) -> Iterator[Told]:
    if p.state != State.REGISTERED:
        return
    for m in p.milestones.all():
        if m.reached_on is None and m.due >= today:
            yield Told(m.due, m.what, ahead=True)
            break
    if p.alive_until and p.alive_until >= today:
        yield Told(p.alive_until, _("Hạn báo còn hoạt động"), ahead=True)


def _points(points: Decimal, grade: str) -> str:
    said = _("%(n)s điểm") % {"n": digits(points)}
    return f"{said}, {grade}" if grade else said
