"""Jobs of the index."""

from gandan.core.jobs.app import app
from gandan.core.search import index


@app.task(name="core.reindex", queue="recovery", queueing_lock="core.reindex")
def reindex(kind: str = "") -> int:
    """Build the index anew, or that of one kind; deferred after loads."""
    return index.reindex(kind or None)


@app.task(name="core.forget_words", queue="recovery", queueing_lock="core.forget_words")
def forget_words(timestamp: int) -> int:
    """Each night: words of documents that are gone. `timestamp` is the planned moment."""
    return index.forget_words()
