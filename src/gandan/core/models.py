"""Every table of core, for Django: events, legal rules and calendar, files, search index, answers of repeated calls."""

from gandan.core.calendar.models import CalendarDay
from gandan.core.events.models import Checkpoint, Event
from gandan.core.files.models import StoredFile
from gandan.core.legal.models import LegalRule
from gandan.core.rest.models import IdempotentCall
from gandan.core.search.models import Lexeme, SearchDocument

__all__ = ["CalendarDay", "Checkpoint", "Event", "IdempotentCall", "LegalRule", "Lexeme", "SearchDocument", "StoredFile"]
