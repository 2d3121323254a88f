"""Names of shapes in the schema: two rooms may each have a Kind or a SourceOut, and one schema must not take them for one."""

import re
from typing import Any

from ninja.openapi import schema as openapi
from ninja.schema import NinjaGenerateJsonSchema
from pydantic.json_schema import DefsRef

ROOM = re.compile(r"gandan\.(?:(activities|appraisals|awards|commitments|directives|indicators|movement|notices|opinions)|(ingest)\.web)\.")


class ByRoom(NinjaGenerateJsonSchema):
    """Puts the room before the name: ActivitiesKind, CommitmentsKind. The library joins the shapes of all calls by name alone."""

    def get_defs_ref(self, core_mode_ref: Any) -> DefsRef:
        """The name of one shape, the room's own first."""
        ref = super().get_defs_ref(core_mode_ref)
        choices, room = self._prioritized_defsref_choices[ref], ROOM.match(str(core_mode_ref[0]))
        if room is not None:
            choices.insert(0, DefsRef(f"{(room[1] or room[2]).capitalize()}{choices[0]}"))
        return ref


def install() -> None:
    """Before the first schema is written: the library offers no setting for it."""
    setattr(openapi, "NinjaGenerateJsonSchema", ByRoom)  # noqa: B010  the name is not exported, so no type knows it
