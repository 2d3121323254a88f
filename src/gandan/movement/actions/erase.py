"""Words are taken away: somebody's personal data, or a time that is over. The record still verifies."""

from datetime import datetime, timedelta
from functools import partial

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from gandan.core import events, legal
from gandan.core.access import Actor, Refusal, SystemActor, refuse_if, require
from gandan.core.events import BoundContent
from gandan.core.events.facts import Fact
from gandan.core.files import actions as files
from gandan.core.files.queries import of as files_of
from gandan.core.jobs.trying import tried
from gandan.movement.actions.held import held
from gandan.movement.enums import PUBLIC, ErasedFor, State
from gandan.movement.models import Evidence, Finding, Practice, SummingUp, Visit, Words

KEEP = "movement.keep_withdrawn"


@transaction.atomic
def erase_words(words: Words, *, reason: str, by: Actor, now: datetime) -> Words:
    """Take the words of one row away, for one of `ErasedFor`, which stands in the record with who did it. The words of a registered model
    stay: what names somebody there, its office writes anew by stopping it and registering another."""
    if isinstance(words, Practice):
        words = held(words)
    require(by, "movement.erase_words", words)
    refuse_if(_when(words, reason))
    binds: list[BoundContent] = [words, *_beside(words)]
    for kept in binds:
        kept.erase_content()
        kept.save()
    if isinstance(words, Practice):  # the rows of the form are words of the same sheet
        for rows in (words.forces, words.aims, words.resources, words.milestones):
            rows.all().delete()
    if isinstance(words, Evidence | Visit):  # a photograph tells more than its caption
        for file in files_of(words):
            files.erase(file, by=SystemActor("retention"), now=now)
    thing = words.drive if isinstance(words, SummingUp) else _practice(words)
    facts: dict[str, Fact] = {"reason": reason, "row": words._meta.label_lower, "row_id": words.pk}
    events.record("movement.words_erased", thing, by=by, at=now, unit=thing.unit_id, facts=facts, binds=binds)
    return words


def forget_withdrawn(*, by: Actor, now: datetime) -> int:
    """Forms that were withdrawn before they were registered, longer ago than the rule keeps them; returns how many."""
    require(by, "movement.erase_words")
    today = timezone.localdate(now)
    before = today - timedelta(days=legal.rule(KEEP, on=today).days)
    rows = Practice.objects.filter(state=State.WITHDRAWN, ended_on__lt=before, content_salt__isnull=False).order_by("pk")
    return sum(tried(partial(erase_words, p, reason=ErasedFor.EXPIRED, by=by, now=now), p.pk) for p in rows.iterator(chunk_size=200))


def _beside(words: Words) -> list[BoundContent]:
    """With the words of a form that was withdrawn: why it was sent back or withdrawn, what was said to its likenesses and in texts."""
    if not isinstance(words, Practice) or words.state != State.WITHDRAWN:
        return []
    return [row for rows in (words.steps, words.likenesses, words.mentions) for row in rows.all() if not row.is_erased]


def _practice(words: Words) -> Practice:
    if isinstance(words, Practice):
        return words
    return words.visit.practice if isinstance(words, Finding) else words.practice  # type: ignore[union-attr]


def _when(words: Words, reason: str) -> Refusal | None:
    if reason not in ErasedFor.values:
        return Refusal(_("Xin chọn lý do xoá: chỉ xoá thông tin riêng của một người hoặc nội dung đã hết thời gian lưu."), status=422)
    if words.is_erased:
        return Refusal(_("Đoạn này đã được xoá rồi."))
    if isinstance(words, Practice) and words.state in PUBLIC:
        return Refusal(_("Phiếu đã đăng ký thì không xoá lời. Nếu có tên người dân, xin dừng mô hình và đăng ký phiếu mới."))
    return None
