"""Rows of this room. Start reading in case.py, then opinion.py."""

from gandan.opinions.models.answer import Answer, Publication, Verdict
from gandan.opinions.models.case import Case, DueDate, Joining, Pause, Step
from gandan.opinions.models.contact import Contact, ContactOpening
from gandan.opinions.models.desk import AnswerTemplate, CaseTag, SavedFilter
from gandan.opinions.models.handover import PendingCase
from gandan.opinions.models.importing import Sheet, SheetRow
from gandan.opinions.models.opinion import Letter, Opinion
from gandan.opinions.models.rules import Competence, Pledge

__all__ = [
    "Answer",
    "AnswerTemplate",
    "Case",
    "CaseTag",
    "Competence",
    "Contact",
    "ContactOpening",
    "DueDate",
    "Joining",
    "Letter",
    "Opinion",
    "Pause",
    "PendingCase",
    "Pledge",
    "Publication",
    "SavedFilter",
    "Sheet",
    "SheetRow",
    "Step",
    "Verdict",
]
