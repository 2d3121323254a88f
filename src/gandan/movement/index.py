"""Keeping the finder's index: inside the deed that changes a public model, or all anew.

Derived data: the deed asked who may, and its event tells of it, so nothing here asks or records again. Only what everybody may read stands
in it, without what finds a person; an exemplar who is a person is not in it at all: no search goes by a name.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from uuid import UUID

from django.db import connection, transaction
from django.db.models import QuerySet

from gandan.core.search import words
from gandan.core.text import private
from gandan.movement.calc.terms import list_digest, terms
from gandan.movement.enums import PUBLIC, Subject
from gandan.movement.models import FinderEntry, FinderTerm, Practice

BATCH = 500
MARK = "#"
SAID = ("title", "problem", "aim", "way", "output", "audience")
ADD = """
    WITH given AS (SELECT * FROM unnest(%s::varchar[], %s::int[]) AS g (term, n)),
      held AS (SELECT t.term FROM movement_finderterm t JOIN given USING (term) ORDER BY t.term FOR UPDATE OF t)
    UPDATE movement_finderterm t SET practices = greatest(0, t.practices + g.n) FROM given g JOIN held USING (term) WHERE t.term = g.term
"""
ALL_TERMS = "SELECT term, count(*) FROM movement_finderentry, unnest(terms) AS term GROUP BY term"


def without_persons(text: str) -> str:
    """The text with names, numbers, houses and the like taken out: an index must not answer who somebody is."""
    for one in reversed(private.found(text)):
        text = f"{text[: one.start]} {text[one.end :]}"
    return text


def terms_of(practice: Practice) -> list[str]:
    """What a model can be found by."""
    return sorted({key for name in SAID for key in terms(without_persons(getattr(practice, name)))})


def found(rows: "QuerySet[Practice]") -> "QuerySet[Practice]":
    """Those of the rows that the finder may show."""
    return rows.filter(state__in=sorted(PUBLIC)).exclude(subject=Subject.PERSON)


@transaction.atomic
def refresh(*keys: UUID | str) -> None:
    """Make the entries of these models what the models are now, in the caller's transaction."""
    was = {e.practice_id: e.terms for e in FinderEntry.objects.select_for_update().filter(practice_id__in=keys)}
    now = {p.pk: terms_of(p) for p in found(Practice.objects.filter(pk__in=keys)).only(*SAID)}
    for key, said in now.items():
        FinderEntry.objects.update_or_create(practice_id=key, defaults={"terms": said})
    FinderEntry.objects.filter(practice__in=set(was) - set(now)).delete()
    change = Counter(term for said in now.values() for term in said)
    change.subtract(term for said in was.values() for term in said)
    _count({term: n for term, n in change.items() if n})


def rebuild() -> int:
    """All entries anew: after a load, or when `data/synonyms.toml` changed. Readers see the old index meanwhile. Returns how many."""
    with transaction.atomic():
        FinderTerm.objects.all().delete()
        FinderEntry.objects.all().delete()
        count = 0
        rows = found(Practice.objects.order_by("pk")).only(*SAID).iterator(chunk_size=BATCH)
        for some in _batched(rows):
            FinderEntry.objects.bulk_create([FinderEntry(practice=p, terms=terms_of(p)) for p in some])
            count += len(some)
        with connection.cursor() as cursor:
            cursor.execute(ALL_TERMS)
            told = cursor.fetchall()
        kept = [FinderTerm(term=term, practices=n, variants=_variants(term)) for term, n in sorted(told)]
        FinderTerm.objects.bulk_create([*kept, FinderTerm(term=_mark(), practices=1)], batch_size=5000)
    return count


def tidy() -> int:
    """Each night. Returns how many terms were forgotten, or how many models were read anew because the list of synonyms is another one."""
    return forget_terms() if FinderTerm.objects.filter(term=_mark()).exists() else rebuild()


def forget_terms() -> int:
    """Drop terms that no model has any more: an erased text must not live on as a suggestion. Returns how many."""
    return FinderTerm.objects.filter(practices=0).delete()[0]


def _mark() -> str:
    """By which list the index was built: a term that no text can have."""
    return MARK + list_digest()[:40]


def _count(change: dict[str, int]) -> None:
    """One more or one less, in one order everywhere, so that two deeds never wait for each other in a circle."""
    if not change:
        return
    ordered = sorted(change)
    known = set(FinderTerm.objects.filter(term__in=ordered).values_list("term", flat=True))
    FinderTerm.objects.bulk_create(
        [FinderTerm(term=t, practices=0, variants=_variants(t)) for t in ordered if t not in known and change[t] > 0], ignore_conflicts=True
    )
    with connection.cursor() as cursor:
        cursor.execute(ADD, [ordered, [change[t] for t in ordered]])


def _variants(term: str) -> list[str]:
    """What a typing error makes of a word; pairs and things are not typed."""
    return [] if "_" in term or term[0] == "=" else words.variants(term)


def _batched(rows: Iterable[Practice]) -> Iterator[list[Practice]]:
    waiting = iter(rows)
    while batch := list(islice(waiting, BATCH)):
        yield batch
