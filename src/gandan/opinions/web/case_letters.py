"""What a case page tells of what was written to and fro."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from gandan.core.files.models import StoredFile
from gandan.opinions.enums import LetterKind
from gandan.opinions.models import Case, Letter


@dataclass(frozen=True)
class Written:
    """A letter. `ours`: from the office; `to`: to whom or from whom, where a case has several senders."""

    letter: Letter
    kind: str
    ours: bool
    to: str
    files: list[StoredFile]


def letters(c: Case, files: dict[str, list[StoredFile]]) -> list[Written]:
    """What the office and senders wrote to each other, oldest first."""
    number: dict[UUID | None, int] = {o.pk: n for n, o in enumerate(c.opinions.all(), start=1)}
    several = len(number) > 1
    return [
        Written(
            letter,
            str(LetterKind(letter.kind).label),
            letter.office_id is not None,
            _to(number.get(letter.opinion_id), ours=letter.office_id is not None) if several else "",
            files.get(str(letter.pk), []),
        )
        for letter in c.letters.all()
    ]


def _to(n: int | None, *, ours: bool) -> str:
    if n is None:
        return _("gửi mọi người") if ours else ""
    return (_("gửi người gửi %(n)s") if ours else _("người gửi %(n)s")) % {"n": n}


def replied(c: Case) -> bool:
    """Whether the last word of what was asked and replied is a sender's."""
    asked = [x for x in c.letters.all() if x.kind in (LetterKind.ASK, LetterKind.REPLY)]
    return bool(asked) and asked[-1].kind == LetterKind.REPLY
