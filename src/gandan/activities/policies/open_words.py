"""WHEN words of an activity may stand where everybody reads them: no private person is found in them."""

from collections.abc import Iterator

from gandan.activities.models import Activity, ActivitySource, Part, Request, WordedPart
from gandan.core.access import Refusal
from gandan.core.text import private

UNSHOWN = {"participant"}  # told at work only
READ = {"quote", "mention"}  # sentences of a text that was read here: reading has masked private persons already
WHO = {"by_text"}  # shown as "người dân" where a private person asked, see `web.shown.asker`


def words(row: Part, *, without: set[str]) -> Iterator[str]:
    """What a public page tells of a detail."""
    if isinstance(row, WordedPart) and row._meta.model_name not in UNSHOWN:
        for name in row.BOUND:
            if name not in without:
                yield str(getattr(row, name))


def detail(activity: Activity, row: Part) -> Refusal | None:
    """A detail of what everyone sees."""
    return private.refusal(*words(row, without=_without(activity))) if activity.is_public else None


def activity(activity: Activity) -> Refusal | None:
    """The activity itself, as it would be kept."""
    return private.refusal(activity.title, activity.place, activity.text) if activity.is_public else None


def whole(thing: Activity) -> Refusal | None:
    """Before what was internal is shown to everyone: it and every detail of it."""
    if not thing.is_public:
        return None
    models = [found for r in thing._meta.related_objects if isinstance(found := r.related_model, type) and issubclass(found, Part)]
    without = _without(thing)
    texts = (text for model in models for row in _of(thing, model) for text in words(row, without=without))
    return activity(thing) or private.refusal(*texts)


def _without(thing: Activity) -> set[str]:
    """Fields that are not looked through: of what was read here from a text also its sentences."""
    was_read = ActivitySource.objects.filter(activity=thing, removed_at=None, source_id__isnull=False).exists()
    return WHO | READ if was_read else WHO


def _of(thing: Activity, model: type[Part]) -> Iterator[Part]:
    return model._default_manager.filter(activity=thing, removed_at=None).iterator()


def answer(request: Request, text: str) -> Refusal | None:
    """What is answered to a request, where everyone reads it."""
    return private.refusal(text) if request.activity.is_public else None
