"""WRITE. Every deed on an activity, its details, and the requests made there."""

from gandan.activities.actions.activity import correct_activity, record_activity, withdraw_activity
from gandan.activities.actions.citations import add_source, cite_document, remove_document, remove_source
from gandan.activities.actions.figures import add_figure, note_figure, remove_figure, retract_figure
from gandan.activities.actions.people import add_attendance, add_participant, remove_attendance, remove_participant
from gandan.activities.actions.photos import add_photo, remove_photo
from gandan.activities.actions.places import add_host, add_place, remove_host, remove_place
from gandan.activities.actions.requests import decline_request, note_request, remove_request, take_up_request

__all__ = [
    "add_attendance",
    "add_figure",
    "add_host",
    "add_participant",
    "add_photo",
    "add_place",
    "add_source",
    "cite_document",
    "correct_activity",
    "decline_request",
    "note_figure",
    "note_request",
    "record_activity",
    "remove_attendance",
    "remove_document",
    "remove_figure",
    "remove_host",
    "remove_participant",
    "remove_photo",
    "remove_place",
    "remove_request",
    "remove_source",
    "retract_figure",
    "take_up_request",
    "withdraw_activity",
]
