"""What this room does when a deed is recorded: it asks for a job, in the deed's transaction, and nothing else."""

from gandan.core.events import Event
from gandan.notices import correspondents, texts


def follow(event: Event) -> None:
    """Of a verb that is told, the notices are made later; rolled back with the deed, and no crash in between can lose it."""
    if texts.of(event.verb) is not None:
        from gandan.notices.tasks import make_notices

        make_notices.defer(event_id=str(event.pk))
    if correspondents.concerned(event.verb):
        from gandan.notices.tasks import make_news

        make_news.defer(event_id=str(event.pk))
