"""Whether everyone will see what a waiting record becomes, said beside it before anybody accepts it."""

from typing import cast
from uuid import UUID

from django.utils.translation import gettext as _

from gandan.core.access import Actor
from gandan.ingest import decided, places
from gandan.ingest.enums import RecordKind, RecordState
from gandan.ingest.models import ProposedRecord, Source
from gandan.ingest.places import Places
from gandan.ingest.standing import PRIVATE, SHOWN, Why, about_somebody, why_internal
from gandan.ingest.web.hanging import Hanging
from gandan.units import queries as units
from gandan.units.gazetteer import Place


class Shown:
    """The answers for one text; everything is asked once. Units are asked of the tree in memory."""

    def __init__(self, source: Source, known: Places, holders: frozenset[str], hanging: Hanging, by: Actor) -> None:
        self.source, self.known, self.holders, self.hanging, self.by = source, known, holders, hanging, by
        self.head = places.head(source.text)
        self._waiting = {str(row.pk): row for row in hanging.waiting}

    def words(self, row: ProposedRecord) -> str:
        """The sentence, empty where there is nothing to say: an internal text says it of all its records at once."""
        if not self.source.is_public or row.state != RecordState.WAITING or row.kind not in PRIVATE | SHOWN:
            return ""
        why = self.why(row)
        if why is None:
            return _("Nhận vào: ai cũng xem được") if row.kind in SHOWN else ""
        if row.kind not in SHOWN:
            return _("Chỉ gắn được vào hoạt động nội bộ: %(why)s") % {"why": why.label}
        return _("Nhận vào: giữ nội bộ, vì %(why)s") % {"why": why.label}

    def why(self, row: ProposedRecord) -> Why | None:
        """As the deed will decide, where the record is taken in as it stands."""
        if row.kind == RecordKind.ACTIVITY:
            return self._why(row, self._of_activity(row), None)
        if row.kind == RecordKind.REQUEST:
            return about_somebody(row.quote, self.source, self.holders)
        public, around = self._hung(row)
        figure = cast(decided.Figure, decided.read(row.kind, row.payload, row.corrected))
        said = self.known.spoken_of(row.quote, title=self.source.title, head=self.head, around=around, on=self.source.published)
        return self._why(row, figure.unit or (said.id if said else None), public)

    def _why(self, row: ProposedRecord, unit: UUID | None, public: bool | None) -> Why | None:
        return why_internal(row.kind, row.quote, source=self.source, holders=self.holders, unit=unit, by=self.by, activity_public=public)

    def _of_activity(self, row: ProposedRecord) -> UUID:
        one = cast(decided.Activity, decided.read(row.kind, row.payload, row.corrected))
        if one.unit is not None:
            return one.unit
        on = one.date or self.source.published
        found = self.known.named(one.place, on=on) or self.known.main(self.source.title, told=one.quote, head=self.head, on=on)
        return found.id if found else self.source.unit_id

    def _hung(self, row: ProposedRecord) -> tuple[bool | None, Place | None]:
        """Whether the activity it goes to is public, and its unit."""
        _choices, into = self.hanging.of(row)
        kind, _colon, key = into.partition(":")
        if kind == "activity":
            activity = next((one for one in self.hanging.activities if str(one.pk) == key), None)
            return (activity.is_public, units.one(activity.unit_id)) if activity else (None, None)
        waiting = self._waiting.get(key)
        return (
            (self._why(waiting, self._of_activity(waiting), None) is None, units.one(self._of_activity(waiting)))
            if waiting
            else (None, None)
        )
