"""Where a model is on the way from a council to a decision: what runs, until when, whose word is next. Names, counts and links are those
that the pages of councils and postings would give the same reader."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from gandan.appraisals import queries as appraised
from gandan.appraisals.enums import LIVING, ObjectionState, State
from gandan.appraisals.models import Appraisal, Posting
from gandan.core.access import Actor, may
from gandan.movement.models import Practice
from gandan.movement.queries import recognition as read


@dataclass(frozen=True)
class Scored:
    """One time before a council. `owing` names whose cards are not in yet, to who keeps or reads the council's papers; None to others."""

    row: Appraisal
    url: str
    runs: bool
    late: bool
    handed_in: int = 0
    owing: tuple[str, ...] | None = None

    @property
    def cards(self) -> int:
        """How many there will be."""
        return self.handed_in + len(self.owing or ())


@dataclass(frozen=True)
class Posted:
    """One posting: how many objected, how many of these wait for an answer, and where the reader answers them, if the reader does."""

    row: Posting
    runs: bool
    objected: int
    open: int
    url: str


def scored(p: Practice, actor: Actor, today: date) -> list[Scored]:
    """Every time that it came before a council, the newest first."""
    return [_scored(row, actor, today) for row in read.appraisals(p)]


def _scored(row: Appraisal, actor: Actor, today: date) -> Scored:
    url = reverse("appraisals:one", args=[row.pk]) if appraised.visible_to(actor).filter(pk=row.pk).exists() else ""
    late = row.state == State.SCORING and row.closes_on < today
    if row.state != State.SCORING or not may(actor, "appraisals.read_cards", row):
        return Scored(row, url, runs=row.state in LIVING, late=late)
    known = appraised.progress(row)
    owing = tuple(seat.user.full_name for seat in known.owing)
    return Scored(row, url, runs=True, late=late, handed_in=known.handed_in, owing=owing)


def posted(p: Practice, actor: Actor, today: date) -> list[Posted]:
    """Every posting, the newest first."""
    return [_posted(row, actor, today) for row in appraised.counted(read.postings(p))]


def _posted(row: Posting, actor: Actor, today: date) -> Posted:
    open_ = getattr(row, f"objected_{ObjectionState.OPEN.value}")
    hears = may(actor, "appraisals.read_objections", row)
    return Posted(
        row=row,
        runs=row.taken_down_on is None and row.until >= today,
        objected=getattr(row, "objected", 0),
        open=open_,
        url=reverse("appraisals:posting", args=[row.pk]) if hears else "",
    )
