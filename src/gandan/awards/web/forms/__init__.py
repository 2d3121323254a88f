"""Forms of this room's pages."""

from gandan.awards.web.forms.call import CallForm, CancelForm, CloseForm, DecideForm, OpenForm, TakeDownForm
from gandan.awards.web.forms.fields import NothingForm, OfficeForm, ReasonForm
from gandan.awards.web.forms.kind import EligibilityForm, KindForm, RenameForm
from gandan.awards.web.forms.nomination import ChosenForm, CollectiveForm, PaperForm, PersonForm, ReadmitForm, SubmitForm
from gandan.awards.web.forms.roll import EntryForm, RevokeForm

__all__ = [
    "CallForm",
    "CancelForm",
    "ChosenForm",
    "CloseForm",
    "CollectiveForm",
    "DecideForm",
    "EligibilityForm",
    "EntryForm",
    "KindForm",
    "NothingForm",
    "OfficeForm",
    "OpenForm",
    "PaperForm",
    "PersonForm",
    "ReadmitForm",
    "ReasonForm",
    "RenameForm",
    "RevokeForm",
    "SubmitForm",
    "TakeDownForm",
]
