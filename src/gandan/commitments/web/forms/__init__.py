"""Forms of this room's pages."""

from gandan.commitments.web.forms.deeds import (
    AcceptForm,
    CodeForm,
    EvidenceForm,
    ExtendForm,
    NoteForm,
    ProgressForm,
    ReasonForm,
    ReportForm,
    SuccessorForm,
)
from gandan.commitments.web.forms.making import AssignForm, PromiseForm, TakeUpForm
from gandan.commitments.web.forms.picking import HandOverForm, HelperForm, PersonForm
from gandan.commitments.web.forms.voices import CodeEntryForm, ObjectionForm

__all__ = [
    "AcceptForm",
    "AssignForm",
    "CodeEntryForm",
    "CodeForm",
    "EvidenceForm",
    "ExtendForm",
    "HandOverForm",
    "HelperForm",
    "NoteForm",
    "ObjectionForm",
    "PersonForm",
    "ProgressForm",
    "PromiseForm",
    "ReasonForm",
    "ReportForm",
    "SuccessorForm",
    "TakeUpForm",
]
