"""Words that change no state: news of an office, words of a sender."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.core.files.base import File
from django.db import transaction
from django.utils import timezone

from gandan.core.access import Actor, refuse_if, require
from gandan.core.events.facts import Fact
from gandan.opinions import policies
from gandan.opinions.actions.held import attach, held, held_with, keep, lines, tell
from gandan.opinions.enums import LetterKind
from gandan.opinions.models import Case, Letter, Opinion

FROM_OFFICE = frozenset({LetterKind.ASK, LetterKind.NEWS})


@transaction.atomic
def send_news(
    case: Case, *, text: str, by: Actor, now: datetime, opinion: Opinion | None = None, uploads: "Sequence[File[Any]]" = ()
) -> Letter:
    """How far it is, to one sender or to all. It is no answer and moves no date."""
    case = held(case)
    require(by, "opinions.send_news", case)
    text = lines(text)
    refuse_if(policies.send_news(case, text=text, opinion=opinion) or policies.files(uploads))
    row = letter(case, LetterKind.NEWS, text=text, now=now, opinion=opinion)
    attach(row, uploads, by=by, now=now)
    keep(case, now=now)
    facts: dict[str, Fact] = {"letter_id": row.pk, "opinion_id": opinion.pk if opinion else None}
    tell("news_sent", case, by=by, now=now, facts=facts, binds=[row])
    return row


@transaction.atomic
def write(opinion: Opinion, *, text: str, by: Actor, now: datetime, uploads: "Sequence[File[Any]]" = ()) -> Letter:
    """A sender adds something."""
    opinion, case = held_with(opinion)
    require(by, "opinions.write", opinion)
    text = lines(text)
    refuse_if(policies.write(case, text=text) or policies.files(uploads))
    row = letter(case, LetterKind.WORD, text=text, now=now, opinion=opinion)
    attach(row, uploads, by=by, now=now)
    keep(case, now=now)
    tell("written", case, by=by, now=now, facts={"letter_id": row.pk, "opinion_id": opinion.pk}, binds=[row])
    return row


def letter(case: Case, kind: LetterKind, *, text: str, now: datetime, opinion: Opinion | None) -> Letter:
    """One letter; a part of a deed."""
    row = Letter(case=case, opinion=opinion, kind=kind, text=text, sent_on=timezone.localdate(now), sent_at=now)
    row.office = case.office if kind in FROM_OFFICE else None
    row.save(force_insert=True)
    return row
