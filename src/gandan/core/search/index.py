"""Keeping the index: inside the deed that changes a thing, or all anew.

Derived data: the deed asked who may, and its event tells of it, so nothing here asks or records again.
"""

from collections.abc import Iterable
from datetime import date
from itertools import islice
from uuid import UUID

from django.db import connection, transaction

from gandan.core.ids import uuid7
from gandan.core.search import words
from gandan.core.search.models import Lexeme, SearchDocument
from gandan.core.search.source import Document, sources

BATCH = 500
LONGEST = 200_000  # signs of a body that are indexed; a tsvector holds at most 1 MB

UPSERT = """
    INSERT INTO core_searchdocument AS d
      (id, kind, object_id, unit, permission, title, title_folded, summary, url, day, vector, exact)
    VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s,
      setweight(to_tsvector('simple', %s), 'A') || setweight(to_tsvector('simple', %s), 'B') || setweight(to_tsvector('simple', %s), 'D'),
      to_tsvector('simple', %s))
    ON CONFLICT (kind, object_id) DO UPDATE SET unit = excluded.unit, permission = excluded.permission, title = excluded.title,
      title_folded = excluded.title_folded, summary = excluded.summary, url = excluded.url, day = excluded.day,
      vector = excluded.vector, exact = excluded.exact
"""


@transaction.atomic
def put(*documents: Document) -> None:
    """Add or replace documents, in the caller's transaction."""
    with connection.cursor() as cursor:
        cursor.executemany(UPSERT, [_row(d) for d in documents])
    _learn({word for d in documents for word in words.folded(" ".join((d.title, *d.names, d.body[:LONGEST])))})


@transaction.atomic
def drop(kind: str, *ids: object) -> None:
    """Take documents out, in the caller's transaction. Words that only they had go with the next `forget_words`."""
    SearchDocument.objects.filter(kind=kind, object_id__in=[str(i) for i in ids]).delete()


@transaction.atomic
def reindex(kind: str | None = None) -> int:
    """Build the documents of one kind, or of all registered kinds, anew; readers see the old index until it is done. Returns how many."""
    count = 0
    for source in [sources()[kind]] if kind else sources().values():
        SearchDocument.objects.filter(kind=source.kind).delete()
        documents = iter(source.documents())
        while batch := list(islice(documents, BATCH)):
            put(*batch)
            count += len(batch)
    if kind is None:
        SearchDocument.objects.exclude(kind__in=sources()).delete()
    forget_words()
    return count


def forget_words() -> int:
    """Drop words that no document has any more: an erased text must not live on as suggestions. Returns how many."""
    with connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM core_lexeme l WHERE NOT EXISTS "
            "(SELECT 1 FROM ts_stat('SELECT vector FROM core_searchdocument') s WHERE s.word = l.word)"
        )
        return int(cursor.rowcount)


def _learn(found: Iterable[str]) -> None:
    """Remember new words, in one order everywhere, so that two deeds never wait for each other in a circle."""
    fresh = sorted(word for word in found if len(word) <= 60)
    known = set(Lexeme.objects.filter(word__in=fresh).values_list("word", flat=True))
    rows = [Lexeme(word=word, variants=words.variants(word)) for word in fresh if word not in known]
    Lexeme.objects.bulk_create(rows, ignore_conflicts=True, batch_size=2000)


def _row(d: Document) -> tuple[UUID | str | date | None, ...]:
    everything = " ".join((d.title, *d.names, d.body[:LONGEST]))
    return (
        uuid7(),
        d.kind,
        d.id,
        d.unit,
        d.permission,
        d.title[:300],
        _joined(words.folded(d.title))[:300],
        d.summary[:400],
        d.url,
        d.day,
        _joined(words.folded(d.title)),
        _joined(words.folded(" ".join(d.names))),
        _joined(words.folded(d.body[:LONGEST])),
        _joined(words.accented(everything)),
    )


def _joined(found: Iterable[str]) -> str:
    return " ".join(found)
