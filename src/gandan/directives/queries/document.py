"""Finding documents by number and by words; what one does to others."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Case, F, IntegerField, QuerySet, Value, When

from gandan.core.access import Actor, Anyone
from gandan.core.search import words
from gandan.core.text import sort_key
from gandan.directives import numbers
from gandan.directives.enums import State
from gandan.directives.models import Document, Relation
from gandan.directives.queries.standing import Standing, standings
from gandan.directives.queries.visibility import visible_to

MOST_WORDS = 8


@dataclass(frozen=True)
class Found:
    """A document in a list, with whether it still holds."""

    document: Document
    standing: Standing


def by_number(number: numbers.Number, *, actor: Actor | None = None) -> QuerySet[Document]:
    """Documents that stand in the register under a number, the same accents first, then the newest. Without an actor only public ones."""
    rows = visible_to(actor or Anyone()).filter(state=State.RECORDED)
    same = (
        rows.filter(plain__startswith=f"{number.plain}-") | rows.filter(plain=number.plain)
        if number.is_bare
        else rows.filter(plain=number.plain)
    )
    exact = Case(When(key=number.key, then=Value(0)), default=Value(1), output_field=IntegerField())
    return same.order_by(exact, F("issued_on").desc(nulls_last=True), "-pk")


def find_number(text: str, *, actor: Actor | None = None) -> list[Document]:
    """Documents of a number, however it is typed; the same number may stand for several (other issuers, other years)."""
    number = numbers.parse(text)
    return list(by_number(number, actor=actor)[:50]) if number else []


def listed(actor: Actor, *, typed: str = "", kind: str = "", state: str = State.RECORDED) -> QuerySet[Document]:
    """Documents somebody may see, newest issue first; `typed` is a number in any spelling, or words of kind, issuer and abstract."""
    rows = visible_to(actor).filter(state=state)
    if kind:
        rows = rows.filter(kind=kind)
    number = numbers.parse(typed) if typed else None
    if number is not None:
        found = by_number(number, actor=actor)
        if found.exists() or not number.is_bare:
            return rows.filter(pk__in=found.values("pk")).order_by(F("issued_on").desc(nulls_last=True), "-pk")
    for word in words.folded(typed)[:MOST_WORDS]:
        rows = rows.filter(folded__contains=word)
    return rows.order_by(F("issued_on").desc(nulls_last=True), "-pk")


def named(documents: Iterable[Document], *, on: date, actor: Actor) -> list[Found]:
    """Documents of a list with their standing: one question more, however many."""
    rows = list(documents)
    known = standings(rows, on=on, actor=actor)
    return [Found(row, known[row.pk]) for row in rows]


def related(document: Document, *, actor: Actor) -> tuple[list[Relation], list[Relation]]:
    """What a document does to others, and what others do to it: only those that the actor may see."""
    seen = visible_to(actor).filter(state=State.RECORDED)
    does = Relation.objects.filter(document=document, other__in=seen).select_related("document", "other").order_by("kind", "from_day", "pk")
    undergoes = (
        Relation.objects.filter(other=document, document__in=seen).select_related("document", "other").order_by("kind", "from_day", "pk")
    )
    return list(does), list(undergoes)


def whole(pk: UUID, *, actor: Actor) -> Document | None:
    """One document, or None when it is not there for this reader."""
    return visible_to(actor).select_related("issuer_office", "unit").filter(pk=pk).first()


def may_open(actor: Actor, key: str) -> bool:
    """Whether the files of a document are open to the actor: whoever sees the document."""
    return visible_to(actor).filter(pk=key).exists()


def kinds(actor: Actor) -> list[str]:
    """Kinds that occur among the documents somebody may see, for a filter."""
    found = visible_to(actor).filter(state=State.RECORDED).exclude(kind="").values_list("kind", flat=True).distinct()
    return sorted(found, key=sort_key)


def newest(actor: Actor) -> QuerySet[Document]:
    """What came into the register lately, newest first."""
    return visible_to(actor).filter(state=State.RECORDED).order_by("-recorded_at", "-pk")
