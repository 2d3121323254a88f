"""Rows of this room. Start reading in commitment.py."""

from gandan.commitments.models.commitment import Commitment, Coordinator
from gandan.commitments.models.course import Extension, Handover, PendingHandover, Withdrawal
from gandan.commitments.models.finish import Confirmation, ConfirmingCode, DoneReport, Objection, SendBack
from gandan.commitments.models.reminder import Reminder
from gandan.commitments.models.work import Evidence, Progress

__all__ = [
    "Commitment",
    "Confirmation",
    "ConfirmingCode",
    "Coordinator",
    "DoneReport",
    "Evidence",
    "Extension",
    "Handover",
    "Objection",
    "PendingHandover",
    "Progress",
    "Reminder",
    "SendBack",
    "Withdrawal",
]
