"""Who said what on a case page. All of it is read from `case_rows.whole`."""

from dataclasses import dataclass
from uuid import UUID

from gandan.core.files.enums import FileKind
from gandan.core.files.models import StoredFile
from gandan.opinions.enums import Form
from gandan.opinions.models import Case, Opinion


@dataclass(frozen=True)
class Said:
    """One opinion of the case. `n` tells it from the others; nothing says who sent it."""

    opinion: Opinion
    n: int
    files: list[StoredFile]
    photos: list[StoredFile]

    @property
    def is_me_too(self) -> bool:
        """Joined what others had said, with no words of its own."""
        return self.opinion.form == Form.ME_TOO


def said(c: Case, files: dict[str, list[StoredFile]]) -> list[Said]:
    """The opinions, who spoke first first. Who pressed "tôi cũng gặp" and told nothing more is counted (`only_met`): thousands may."""
    found = []
    silent = _silent(c)
    for n, o in enumerate(c.opinions.all(), start=1):
        if o.pk in silent:
            continue
        mine = files.get(str(o.pk), [])
        found.append(Said(o, n, [f for f in mine if not is_photo(f)], [f for f in mine if is_photo(f)]))
    return found


def only_met(c: Case) -> int:
    """How many beside those listed pressed "tôi cũng gặp"."""
    return len(_silent(c))


def _silent(c: Case) -> set[UUID]:
    """Who joined with a click, and of whom there is nothing to read, to answer or to open."""
    heard = {letter.opinion_id for letter in c.letters.all()}
    return {
        o.pk
        for o in c.opinions.all()
        if o.form == Form.ME_TOO and not o.place and getattr(o, "contact", None) is None and o.pk not in heard
    }


def is_photo(file: StoredFile) -> bool:
    """Whether a page shows it as a picture."""
    return FileKind(file.kind).is_image
