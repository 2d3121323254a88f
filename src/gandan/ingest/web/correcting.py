"""Which form corrects which kind of record."""

from django.http import QueryDict

from gandan.ingest.enums import RecordKind
from gandan.ingest.models import ProposedRecord
from gandan.ingest.web import corrections as forms
from gandan.ingest.web.figure_form import FigureForm
from gandan.ingest.web.place_form import PlaceForm
from gandan.ingest.web.stored import record_of

FORMS: dict[str, type[forms.CorrectionForm]] = {
    RecordKind.ACTIVITY: forms.ActivityForm,
    RecordKind.DOCUMENT: forms.DocumentForm,
    RecordKind.FIGURE: FigureForm,
    RecordKind.REQUEST: forms.RequestForm,
    RecordKind.UNIT: PlaceForm,
    RecordKind.PERSON: forms.PersonForm,
    RecordKind.AWARD: forms.AwardForm,
    RecordKind.MODEL: forms.ModelForm,
}


def form_for(row: ProposedRecord, data: QueryDict | None = None) -> forms.CorrectionForm:
    """The form of a record, filled with what was read or with what was typed. Ids of its fields are the record's own."""
    made = FORMS[row.kind]
    return made(data, initial=made.of(record_of(row)), auto_id=f"id_{row.kind}_{row.position}_%s")
