"""Whose paper it is, and what papers of this room rest on. Papers are Vietnamese whoever asks, so nothing here is translated."""

from datetime import date

from gandan.appraisals import papers
from gandan.awards.models import Call, Nomination
from gandan.awards.queries import called
from gandan.core.word import Letterhead, Paper, Recipients, Signature
from gandan.units.models import Office

NEWEST = 3


def paper_of(office: Office, *, on: date, title: str, wide: bool = False) -> Paper:
    """An empty paper in the form of the office."""
    return Paper(papers.form_of(office), on=on, title=title, wide=wide)


def letterhead(office: Office, *, on: date, day: date | None, kind: str = "", number: str = "") -> Letterhead:
    """`kind` is the sign of the paper ("TTr"); the office's own is taken from the papers by which it proposed before."""
    used = Nomination.objects.filter(office=office).exclude(number="").order_by("-submitted_on", "-pk").values_list("number", flat=True)
    return papers.letterhead(office, on=on, day=day, kind=kind, number=number, used=used[:NEWEST])


def signature(office: Office) -> Signature:
    """As the head of such an office signs; the name is left to the hand."""
    behalf, post = papers.signed(office)
    return Signature(post=post, behalf=behalf)


def kept(paper: Paper, *to: str) -> Recipients:
    """To whom copies go, the office's own archive last."""
    return Recipients(to, kept=papers.KEPT[paper.form])


def award(call: Call, *, on: date) -> tuple[str, str]:
    """(what is given, by whom) on a day."""
    return called(call, on=on)


def basis(call: Call) -> list[str]:
    """What a paper may rest on: the source of the conditions only where somebody read it, and the call itself."""
    rules = call.eligibility
    lines = [f"Căn cứ {rules.source}"] if rules is not None and rules.checked else []
    return [*lines, f"Căn cứ thể lệ đợt “{call.title}” của {call.office.name_on(call.opens_on)}"]


def said_day(day: date) -> str:
    """20/11/2026, as papers write a day inside a sentence."""
    return f"{day:%d/%m/%Y}"
