"""Forms of this room's pages."""

from gandan.activities.web.forms.activity import CorrectForm, ReasonForm, RecordForm
from gandan.activities.web.forms.parts import (
    AttendanceForm,
    DocumentForm,
    FigureForm,
    HostForm,
    ParticipantForm,
    PhotoForm,
    PlaceForm,
    SourceForm,
)
from gandan.activities.web.forms.requests import DeclineForm, RequestForm, TakeUpForm

__all__ = [
    "AttendanceForm",
    "CorrectForm",
    "DeclineForm",
    "DocumentForm",
    "FigureForm",
    "HostForm",
    "ParticipantForm",
    "PhotoForm",
    "PlaceForm",
    "ReasonForm",
    "RecordForm",
    "RequestForm",
    "SourceForm",
    "TakeUpForm",
]
