"""READ: one text to what it proposes (without a database), and what was taken in.

Only what needs no tables loads at once: the command `gandan ingest` runs without a database and without settings.
"""

from typing import TYPE_CHECKING, Any

from gandan.ingest.queries.reading import Reading, propose_file, propose_from, propose_pasted, propose_read, propose_text

if TYPE_CHECKING:
    from gandan.ingest.queries.activities import activities_of, nearest_activity
    from gandan.ingest.queries.batches import Progress, batches_visible_to, files_of, may_open_file, progress, progress_of
    from gandan.ingest.queries.merging import candidates, seen, sure_twin
    from gandan.ingest.queries.sources import Tally, batch_files_of, known_source, records_of, tallies, visible_to
    from gandan.ingest.queries.twins.candidate import Candidate

_HOMES = {
    "activities": ("activities_of", "nearest_activity"),
    "batches": ("Progress", "batches_visible_to", "files_of", "may_open_file", "progress", "progress_of"),
    "merging": ("candidates", "seen", "sure_twin"),
    "sources": ("Tally", "batch_files_of", "known_source", "records_of", "tallies", "visible_to"),
    "twins.candidate": ("Candidate",),
}
__all__ = [
    "Candidate",
    "Progress",
    "Reading",
    "Tally",
    "activities_of",
    "batch_files_of",
    "batches_visible_to",
    "candidates",
    "files_of",
    "known_source",
    "may_open_file",
    "nearest_activity",
    "progress",
    "progress_of",
    "propose_file",
    "propose_from",
    "propose_pasted",
    "propose_read",
    "propose_text",
    "records_of",
    "seen",
    "sure_twin",
    "tallies",
    "visible_to",
]


def __getattr__(name: str) -> Any:
    """Load a query from the file where it lives, once models are there."""
    home = next((home for home, names in _HOMES.items() if name in names), None)
    if home is None:
        raise AttributeError(name)
    from importlib import import_module

    found = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = found  # the module of the same name (candidates) must not hide the function
    return found
