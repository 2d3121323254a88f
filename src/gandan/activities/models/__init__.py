"""Rows of this room. Start reading in activity.py."""

from gandan.activities.models.activity import Activity
from gandan.activities.models.citation import ActivityDocument, ActivitySource, Photo
from gandan.activities.models.figure import ActivityFigure
from gandan.activities.models.part import Part, WordedPart
from gandan.activities.models.people import Attendance, Participant
from gandan.activities.models.place import ActivityPlace, Host
from gandan.activities.models.request import Request

__all__ = [
    "Activity",
    "ActivityDocument",
    "ActivityFigure",
    "ActivityPlace",
    "ActivitySource",
    "Attendance",
    "Host",
    "Part",
    "Participant",
    "Photo",
    "Request",
    "WordedPart",
]
