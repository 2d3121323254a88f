"""Every deed on a commitment: who, when, change, one event."""

from gandan.commitments.actions import bulk
from gandan.commitments.actions.bulk import Outcome
from gandan.commitments.actions.clock import end_postings, forget_objections, send_reminders, settle_handovers
from gandan.commitments.actions.course import choose_successor, extend, hand_over, withdraw
from gandan.commitments.actions.erase import Words, erase_words
from gandan.commitments.actions.finish import accept, confirm, end_posting, issue_code, lend_code, object_to, send_back
from gandan.commitments.actions.remind import remind
from gandan.commitments.actions.reorganise import leave_to_successors, leave_with_office, settle
from gandan.commitments.actions.start import BEGINNINGS, add_coordinator, assign, name_person, promise, remove_coordinator, reword, take_up
from gandan.commitments.actions.work import add_evidence, note_progress, report_done

__all__ = [
    "BEGINNINGS",
    "Outcome",
    "Words",
    "accept",
    "add_coordinator",
    "add_evidence",
    "assign",
    "bulk",
    "choose_successor",
    "confirm",
    "end_posting",
    "end_postings",
    "erase_words",
    "extend",
    "forget_objections",
    "hand_over",
    "issue_code",
    "leave_to_successors",
    "leave_with_office",
    "lend_code",
    "name_person",
    "note_progress",
    "object_to",
    "promise",
    "remind",
    "remove_coordinator",
    "report_done",
    "reword",
    "send_back",
    "send_reminders",
    "settle",
    "settle_handovers",
    "take_up",
    "withdraw",
]
