"""Words that change no state: news of an office, words of a sender."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.core.files.base import File
from django.db import transaction
from django.utils import timezone

from gandan.core.access import Actor, refuse_if, require
from gandan.core.events.facts import Fact
from gandan.denunciations.actions import SetAside
from gandan.opinions import policies
from gandan.opinions.actions.accused import accuses, put_aside
from gandan.opinions.actions.held import attach, held, held_with, keep, lines, tell
from gandan.opinions.enums import LetterKind
from gandan.opinions.models import Case, Letter, Opinion
from gandan.opinions.permissions import ANSWERS, OVERSEERS
from gandan.units.models import Office

FROM_OFFICE = frozenset({LetterKind.ASK, LetterKind.NEWS})


@transaction.atomic
def send_news(
    case: Case, *, text: str, by: Actor, now: datetime, opinion: Opinion | None = None, uploads: "Sequence[File[Any]]" = ()
) -> Letter:
    """How far it is, to one sender or to all. It is no answer and moves no date. Those above tell what was put before them, by their
    own name."""
    case = held(case)
    require(by, "opinions.send_news", case)
    text = lines(text)
    refuse_if(policies.send_news(case, text=text, opinion=opinion) or policies.files(uploads))
    row = letter(case, LetterKind.NEWS, text=text, now=now, opinion=opinion, office=_office(by, case))
    attach(row, uploads, by=by, now=now)
    keep(case, now=now)
    facts: dict[str, Fact] = {"letter_id": row.pk, "opinion_id": opinion.pk if opinion else None}
    tell("news_sent", case, by=by, now=now, facts=facts, binds=[row])
    return row


@transaction.atomic
def write(opinion: Opinion, *, text: str, by: Actor, now: datetime, uploads: "Sequence[File[Any]]" = ()) -> Letter | SetAside:
    """A sender adds something; an accusation is set aside instead."""
    opinion, case = held_with(opinion)
    require(by, "opinions.write", opinion)
    text = lines(text)
    refuse_if(policies.write(case, text=text) or policies.files(uploads))
    if accuses(text):
        return put_aside(opinion, text=text, uploads=uploads, now=now)
    row = letter(case, LetterKind.WORD, text=text, now=now, opinion=opinion)
    attach(row, uploads, by=by, now=now)
    keep(case, now=now)
    tell("written", case, by=by, now=now, facts={"letter_id": row.pk, "opinion_id": opinion.pk}, binds=[row])
    return row


def _office(by: Actor, case: Case) -> Office:
    """The office that answers, or that of who reads the case from above."""
    if ANSWERS(by, case):
        return case.office
    seats = [h.office for h in by.holdings if h.role in OVERSEERS and h.office is not None]
    return Office.objects.filter(pk__in=seats).first() or case.office


def letter(case: Case, kind: LetterKind, *, text: str, now: datetime, opinion: Opinion | None, office: Office | None = None) -> Letter:
    """One letter; a part of a deed."""
    row = Letter(case=case, opinion=opinion, kind=kind, text=text, sent_on=timezone.localdate(now), sent_at=now)
    row.office = (office or case.office) if kind in FROM_OFFICE else None
    row.save(force_insert=True)
    return row
