"""What a case page reads, in a constant number of questions."""

from django.db.models import QuerySet

from gandan.core.files.models import StoredFile
from gandan.opinions import queries
from gandan.opinions.models import Case


def whole(cases: QuerySet[Case]) -> QuerySet[Case]:
    """With the names of every office that is told of."""
    more = ("steps__was_office__names", "steps__to_office__names", "letters__office__names", "answers__office__names")
    return queries.whole(cases).prefetch_related(*more)


def files_of(c: Case) -> dict[str, list[StoredFile]]:
    """Files of opinions, letters and answers by what they hang on, in one question."""
    owners = [str(x.pk) for found in (c.opinions, c.letters, c.answers) for x in found.all()]
    rows = StoredFile.objects.filter(owner_type__in=OWNERS, owner_id__in=owners, erased_at=None).order_by("pk")
    found: dict[str, list[StoredFile]] = {}
    for row in rows:
        found.setdefault(row.owner_id, []).append(row)
    return found


OWNERS = ("opinions.opinion", "opinions.letter", "opinions.answer")
