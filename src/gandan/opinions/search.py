"""This room in the search: answers that were published, for everyone; cases in work, for those who may read them.

`opinion` is what everybody may read: title, question and answer as masked and confirmed. `case` is for officers, and for looking up similar
cases: the words of its opinions and answers without what finds a person, so that no search goes by a name. Its title is made of topic and
place: nobody's words are kept in the index to be shown. Denunciations are in neither; they are not in this room.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from gandan.core import codes
from gandan.core.search import Document, SearchSource
from gandan.core.text import private

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from gandan.core.access import Actor
    from gandan.core.events import Event
    from gandan.opinions.models import Case, Publication

PUBLIC, INTERNAL = "opinion", "case"
READS = "opinions.read"
CHUNK = 2000
Names = Mapping[UUID, str]
Row = TypeVar("Row")


def without_persons(text: str) -> str:
    """The text with names, numbers, houses and the like taken out: an index must not answer who said something."""
    for one in reversed(private.found(text)):
        text = f"{text[: one.start]} {text[one.end :]}"
    return text


def public_documents() -> Iterator[Document]:
    """One for each case that stands published."""
    from gandan.opinions.models import Publication

    shown = Publication.objects.filter(is_shown=True).select_related("case__hamlet").order_by("pk")
    for some in batched(shown.iterator(chunk_size=CHUNK)):
        names = _names(row.case for row in some)
        yield from (public_document(row, names) for row in some)


def public_document(publication: "Publication", names: Names) -> Document:
    """What everybody may read of a case."""
    case = publication.case
    return Document(
        kind=PUBLIC,
        id=str(case.pk),
        title=publication.title,
        url=f"/y-kien/so/{case.number}/",
        names=(case.number, _topic(case.topic), *_places(case, names)),
        body=f"{publication.question}\n{publication.answer}",
        summary=" · ".join((case.number, _topic(case.topic), *_places(case, names)[:1])),
        unit=case.unit_id,
        day=publication.published_on,
    )


def internal_documents() -> Iterator[Document]:
    """One for each case that has words and was not joined to another."""
    from gandan.opinions.models import Case

    rows = Case.objects.exclude(state="joined").filter(erased_on=None).select_related("hamlet", "office").order_by("pk")
    for some in batched(rows.prefetch_related("office__names", "opinions", "answers").iterator(chunk_size=CHUNK)):
        names = _names(some)
        yield from (internal_document(case, names) for case in some)


def internal_document(case: "Case", names: Names) -> Document:
    """A case for those who work on it."""
    opinions, answers = list(case.opinions.all()), list(case.answers.all())
    where = str(case.hamlet) if case.hamlet else ""
    said = "\n".join((*(f"{o.text}\n{o.place}" for o in opinions), *(a.text for a in answers)))
    return Document(
        kind=INTERNAL,
        id=str(case.pk),
        title=", ".join(part for part in (_topic(case.topic), where, f"{case.received_on:%d/%m/%Y}") if part),
        url=f"/lam-viec/y-kien/{case.pk}/",
        names=(case.number, *_places(case, names)),
        body=without_persons(said),
        summary=str(case.office),
        unit=case.unit_id,
        day=case.received_on,
        permission=READS,
    )


def _topic(code: str) -> str:
    """The topic in Vietnamese, whatever the language of who does the deed; a code that left the list stands for itself."""
    from gandan.opinions import topics

    topic = topics.get(code)
    return topic.said.vi if topic else code


def batched(rows: Iterator[Row]) -> Iterator[list[Row]]:
    """Rows by the chunk."""
    while some := list(islice(rows, CHUNK)):
        yield some


def _names(cases: Iterable["Case"]) -> Names:
    """Names of the units of cases, in one question."""
    from gandan.units import queries as units

    keys = {key for case in cases for key in (case.unit_id, case.made_in_id)}
    return {place.id: place.full_name for place in units.several(keys) if place is not None}


def _places(case: "Case", names: Names) -> tuple[str, ...]:
    """The unit of today, the one where it was said if that is another, and the hamlet."""
    found = [names[key] for key in (case.unit_id, case.made_in_id) if key in names]
    return (*dict.fromkeys(found), *([str(case.hamlet)] if case.hamlet else []))


def public_document_for(case: Any) -> Document | None:
    """For a deed: what is published of the case, if it stands published."""
    from gandan.opinions.models import Publication

    shown = Publication.objects.filter(case=case, is_shown=True).select_related("case__hamlet").first()
    return public_document(shown, _names([case])) if shown else None


def internal_document_for(case: Any) -> Document | None:
    """For a deed: the case, unless it was joined or erased."""
    return None if case.state == "joined" or case.erased_on else internal_document(case, _names([case]))


def visible(actor: "Actor") -> "QuerySet[Case]":
    """What the room's own lists show somebody."""
    from gandan.opinions import queries

    return queries.visible_to(actor)


@transaction.atomic
def index_said(case_id: UUID | str) -> None:
    """The internal document of a case that began a moment ago, as it is by now: read while no deed changes it, so that nothing which a deed
    has just erased comes back. It cannot have been published without a deed that looked after the public document."""
    from gandan.opinions.models import Case

    if Case.objects.select_for_update().filter(pk=case_id).exists():
        refresh(case_id, public=False)


def refresh(*case_ids: UUID | str, public: bool = True) -> None:
    """Both documents of cases as they are now; without `public` only the internal one, for a case that cannot be published yet."""
    from gandan.core import search
    from gandan.opinions.models import Case

    cases = Case.objects.filter(pk__in=case_ids).select_related("hamlet", "office").prefetch_related("office__names", "opinions", "answers")
    for case in cases:
        found = [(INTERNAL, internal_document_for(case)), *([(PUBLIC, public_document_for(case))] if public else [])]
        for kind, document in found:
            search.put(document) if document else search.drop(kind, case.pk)


BEGUN = "opinions.said"
WORDED = """joined_in classified forwarded handed_over answered joined split withdrawn published unpublished erased""".split()
CHANGE = frozenset(f"opinions.{verb}" for verb in WORDED)
MET = "opinions.joined_in"
OTHERS = ("into", "new_case", "from_case")  # facts that name a second case of the same deed


def follow(event: "Event") -> None:
    """Keep the index in the transaction of a deed that changed words, place, topic or office; nothing of a case outlives its erasure.

    Who says something does not wait for it: their case is indexed by a job, a moment after they have their receipt.
    """
    if event.verb == BEGUN:
        from gandan.opinions.tasks import index_said

        index_said.defer(case_id=event.thing_id)
    elif event.verb == MET and not _told_where(event):
        return  # a click without words: nothing that stands in the index is another, and thousands may press
    elif event.verb in CHANGE and event.thing_type == "opinions.case":
        others = (str(event.facts[name]) for name in OTHERS if event.facts.get(name))
        refresh(event.thing_id, *others)


def _told_where(event: "Event") -> bool:
    """Whether who joined in wrote a place."""
    from gandan.opinions.models import Opinion

    return Opinion.objects.filter(pk=str(event.facts["opinion_id"])).exclude(place="").exists()


def lead(text: str) -> str | None:
    """Where a private code leads that somebody typed into the search: to the page that asks for it. The code is not carried along, for
    an address is kept by browsers and seen by neighbours."""
    return "/y-kien/tra-cuu/" if codes.read(text) else None


PUBLIC_SOURCE = SearchSource(kind=PUBLIC, label=_("Ý kiến đã trả lời"), documents=public_documents, document_for=public_document_for)
INTERNAL_SOURCE = SearchSource(
    kind=INTERNAL, label=_("Hồ sơ ý kiến"), documents=internal_documents, document_for=internal_document_for, visible=visible
)
