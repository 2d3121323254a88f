"""Rows of this room."""

from gandan.directives.models.advice import Advice
from gandan.directives.models.document import Document
from gandan.directives.models.relation import Relation

__all__ = ["Advice", "Document", "Relation"]
