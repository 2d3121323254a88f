"""Forms of this room's pages."""

from gandan.commitments.web.forms.deeds import (
    AcceptForm,
    CodeForm,
    ErasingForm,
    EvidenceForm,
    ExtendForm,
    NoteForm,
    ProgressForm,
    ReasonForm,
    ReportForm,
    SuccessorForm,
)
from gandan.commitments.web.forms.making import AssignForm, PromiseForm, TakeUpForm, WordingForm
from gandan.commitments.web.forms.picking import HandOverForm, HelperForm, PersonForm
from gandan.commitments.web.forms.several import SeveralForm
from gandan.commitments.web.forms.voices import CodeEntryForm, ObjectionForm

__all__ = [
    "AcceptForm",
    "AssignForm",
    "CodeEntryForm",
    "CodeForm",
    "ErasingForm",
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
    "SeveralForm",
    "SuccessorForm",
    "TakeUpForm",
    "WordingForm",
]
