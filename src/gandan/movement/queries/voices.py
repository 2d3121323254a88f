"""READ: what people say of a model by code, as counts."""

from dataclasses import dataclass

from django.db.models import Count, Q

from gandan.core import codes
from gandan.movement.enums import Helps
from gandan.movement.models import Practice, Voice, VoiceCode

PURPOSE = "movement"


@dataclass(frozen=True)
class Voices:
    """Of one year and one giver of codes (`by_board`: the supervision board, else the owner's office). Never added up across the two."""

    year: int
    by_board: bool
    yes: int
    partly: int
    no: int

    @property
    def all(self) -> int:
        """How many spoke."""
        return self.yes + self.partly + self.no


def code_of(typed: str) -> VoiceCode | None:
    """The code that was typed, in any spelling; None when it opens nothing."""
    code = codes.read(typed)
    return VoiceCode.objects.filter(digest=codes.digest(code, purpose=PURPOSE)).first() if code else None


def voices(practice: Practice) -> list[Voices]:
    """The newest year first, those by codes of the board before those by codes of the owner."""
    rows = Voice.objects.filter(practice=practice).order_by().values_list("year", "code__by_board", "helps").annotate(n=Count("pk"))
    told: dict[tuple[int, bool], dict[str, int]] = {}
    for year, by_board, helps, n in rows:
        told.setdefault((year, by_board), {})[helps] = n
    return [Voices(*key, *(told[key].get(one, 0) for one in (Helps.YES, Helps.PARTLY, Helps.NO))) for key in sorted(told, reverse=True)]


def codes_issued(practice: Practice) -> tuple[int, int]:
    """How many codes the board handed out, and how many the owner's office: voices read beside how many might have spoken."""
    told = VoiceCode.objects.filter(practice=practice).aggregate(board=Count("pk", filter=Q(by_board=True)), all=Count("pk"))
    return told["board"], told["all"] - told["board"]
