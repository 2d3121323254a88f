"""What became of a promise of the demo, deed by deed; each method is one story of data/demo.toml."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from gandan.commitments import actions, queries
from gandan.commitments.enums import CodeKind, EvidenceKind
from gandan.commitments.models import Commitment
from gandan.core.access import Actor, Anyone, Role
from gandan.units.models import Office

PROOF = "Biên bản có chữ ký của hai bên và ảnh trước, sau lưu ở văn phòng."


@dataclass(frozen=True)
class Story:
    """A commitment, who works on it, and the row that tells what happened. Times are days before `now`."""

    row: dict[str, Any]
    thing: Commitment
    officer: Actor
    leader: Actor
    now: datetime

    def play(self) -> None:
        """Note what was noted on the way, then what the story says."""
        if "note" in self.row:
            day = max((self.row["made"] + max(-self.row["due"], 0)) // 2, self._reported() + 1)
            self._do(actions.note_progress, day, note=self.row["note"], percent=self.row.get("percent"))
        getattr(self, self.row["story"])()

    def _at(self, days: float) -> datetime:
        return self.now - timedelta(days=days)

    def _do(self, deed: Any, days: float, *, by: Actor | None = None, **more: Any) -> Any:
        self.thing.refresh_from_db()
        return deed(self.thing, by=by or self.officer, now=self._at(days), **more)

    def _reported(self) -> int:
        """How many days ago it was reported done."""
        near = {"posted": 5, "reported": 3, "accepted": 6, "sent_back": 6, "objected": 6}
        return int(near.get(self.row["story"], max(20, 2 - self.row["due"])))

    def _report(self, days: float, summary: str) -> None:
        self._do(actions.add_evidence, days, kind=EvidenceKind.NOTE, note=PROOF)
        self._do(actions.report_done, days, summary=summary)

    def new(self) -> None:
        """Just made."""

    open = late = new

    def extended(self) -> None:
        """A later date, with its reason, before the first one passed."""
        to = timezone.localdate(self.now) + timedelta(days=self.row["to_day"])
        self._do(actions.extend, 3, by=self.leader, to=to, reason=self.row["reason"])

    def posted(self) -> None:
        """Reported done, people may still object."""
        self._report(self._reported(), self.row["done"])

    reported = posted

    def unopposed(self) -> None:
        """Posted for its days and nobody objected: the clock says so."""
        self._report(self._reported(), self.row["done"])

    def board(self) -> None:
        """The supervision board went to see it."""
        self._report(self._reported(), self.row["done"])
        from gandan.commitments.demo import at

        self._do(actions.confirm, self._reported() - 4, by=at(Role.SUPERVISOR, self.thing.unit_id, now=self.now))

    def code(self) -> None:
        """The one to whom it was promised confirms."""
        self._confirmed_by([CodeKind.HOLDER])

    def households(self) -> None:
        """Two households that were there confirm."""
        self._confirmed_by([CodeKind.HOUSEHOLD, CodeKind.HOUSEHOLD])

    def _confirmed_by(self, kinds: list[CodeKind]) -> None:
        codes = [self._do(actions.issue_code, self.row["made"] - 1, kind=kind) for kind in kinds]
        self._report(self._reported(), self.row["done"])
        for later, code in enumerate(codes):
            self._do(actions.confirm, self._reported() - 3 - later, by=queries.code_holder(code))

    def objected(self) -> None:
        """Reported done, and somebody says it is not."""
        self._report(self._reported(), self.row["done"])
        self._do(actions.object_to, self._reported() - 3, by=Anyone(), text=self.row["said"])

    def kept_after_objection(self) -> None:
        """Objected, put right, confirmed."""
        code = self._do(actions.issue_code, self.row["made"] - 1, kind=CodeKind.HOLDER)
        self._report(24, self.row["done"])
        self._do(actions.object_to, 20, by=Anyone(), text=self.row["said"])
        self._report(8, self.row["again"])
        self._do(actions.confirm, 2, by=queries.code_holder(code))

    def withdrawn(self) -> None:
        """Not done, and why."""
        self._do(actions.withdraw, 12, by=self.leader, reason=self.row["reason"])

    def handed_over(self) -> None:
        """To another office of the same unit."""
        to = Office.objects.get(unit_id=self.thing.unit_id, kind=self.row["to_office"])
        self._do(actions.hand_over, 9, by=self.leader, to=to, reason=self.row["reason"])

    def accepted(self) -> None:
        """A task whose result was taken."""
        self._report(self._reported(), self.row["done"])
        self._do(actions.accept, 2, by=self.leader)

    def sent_back(self) -> None:
        """A task whose result was not enough."""
        self._report(self._reported(), self.row["done"])
        self._do(actions.send_back, 2, by=self.leader, reason=self.row["reason"])
