"""Tables of those proposed: as they stand in a proposal, in the list trích ngang, in minutes. Rows are read before, by rights."""

from collections.abc import Sequence
from dataclasses import dataclass

from gandan.awards.enums import NomineeState, Whom
from gandan.awards.models import Nominee
from gandan.awards.sealing import Dossier
from gandan.core.word import Column, Listing

ERASED = "(hồ sơ đã xoá theo thời hạn lưu)"


@dataclass(frozen=True)
class Proposed:
    """One proposed and what their office tells of them; `points` as they were frozen, `said` what the council said of them."""

    nominee: Nominee
    told: Dossier | None
    office: str
    points: str = ""
    spread: str = ""
    grade: str = ""
    said: NomineeState = NomineeState.PROPOSED

    @property
    def name(self) -> str:
        """Empty dossiers keep their place in a list."""
        return self.told.name if self.told else ERASED

    @property
    def where(self) -> str:
        """Position and place of work."""
        return ", ".join(part for part in (self.told.position, self.told.workplace) if part) if self.told else ""


def apart(rows: Sequence[Proposed]) -> list[tuple[Whom, list[Proposed]]]:
    """Collectives, then persons, those without anybody left out."""
    found = [(whom, [r for r in rows if r.nominee.whom == whom]) for whom in (Whom.COLLECTIVE, Whom.PERSON)]
    return [(whom, kept) for whom, kept in found if kept]


def short(rows: Sequence[Proposed]) -> list[Listing]:
    """Name, place of work, for what."""
    return [
        Listing(
            [Column("TT", 1, "center"), Column(NAME[whom], 5), Column(WHERE[whom], 6), Column("Thành tích về", 5)],
            [[str(n), r.name, r.where, r.nominee.ground] for n, r in enumerate(kept, start=1)],
            title=f"{TITLE[whom]}: {len(kept)}",
        )
        for whom, kept in apart(rows)
    ]


def whole(rows: Sequence[Proposed], *, offices: bool) -> list[Listing]:
    """The list trích ngang: what the award asks of each and no more. `offices`: who proposes each, where several do."""
    return [
        Listing(
            _columns(whom, offices), [_cells(n, r, whom, offices) for n, r in enumerate(kept, start=1)], title=f"{TITLE[whom]}: {len(kept)}"
        )
        for whom, kept in apart(rows)
    ]


TITLE = {Whom.COLLECTIVE: "Tập thể", Whom.PERSON: "Cá nhân"}
NAME = {Whom.COLLECTIVE: "Tên tập thể", Whom.PERSON: "Họ và tên"}
WHERE = {Whom.COLLECTIVE: "Thuộc đơn vị", Whom.PERSON: "Chức vụ, nơi công tác"}
BRIEF = 300  # characters of the deeds: the whole stands in the summary of each


def _columns(whom: Whom, offices: bool) -> list[Column]:
    last = [Column("Cơ quan đề nghị", 4)] if offices else []
    if whom == Whom.COLLECTIVE:
        return [
            Column("TT", 1, "center"),
            Column("Tên tập thể", 5),
            Column("Thuộc đơn vị", 5),
            Column("Thành tích về", 4),
            Column("Tóm tắt thành tích", 8),
            *last,
        ]
    return [
        Column("TT", 1, "center"),
        Column("Họ và tên", 4),
        Column("Năm sinh", 1.7, "center"),
        Column("Chức vụ, nơi công tác", 5),
        Column("Số năm công tác (khai)", 2, "center"),
        Column("Thành tích về", 3.4),
        Column("Tóm tắt thành tích", 7),
        *last,
    ]


def _cells(n: int, row: Proposed, whom: Whom, offices: bool) -> list[str]:
    told = row.told
    last = [row.office] if offices else []
    deeds = brief(told.deeds) if told else ""
    if whom == Whom.COLLECTIVE:
        return [str(n), row.name, row.where, row.nominee.ground, deeds, *last]
    years = "" if told is None or told.years is None else f"{told.years}{' (đứng đầu)' if told.is_head else ''}"
    return [str(n), row.name, born(told), row.where, years, row.nominee.ground, deeds, *last]


def born(told: Dossier | None) -> str:
    """The year: a list needs no more."""
    return str(told.born or "") if told else ""


def brief(text: str) -> str:
    """The beginning of a text, to the end of a word."""
    said = " ".join(text.split())
    return said if len(said) <= BRIEF else said[:BRIEF].rsplit(" ", 1)[0] + " …"
