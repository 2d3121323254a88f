"""WRITE. Every change of a document, of what it does to others, and of the advice on it."""

from gandan.directives.actions.advice import note_advice, settle_advice
from gandan.directives.actions.document import correct_document, register_document, withdraw_document
from gandan.directives.actions.file import attach_file, remove_file
from gandan.directives.actions.load import load
from gandan.directives.actions.relation import relate, take_back_relation

__all__ = [
    "attach_file",
    "correct_document",
    "load",
    "note_advice",
    "register_document",
    "relate",
    "remove_file",
    "settle_advice",
    "take_back_relation",
    "withdraw_document",
]
