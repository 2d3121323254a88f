"""WHEN a deed on a commitment is possible. Each answers None, or a refusal with a sentence for the person."""

from gandan.commitments.policies.course import extend, remind, withdraw
from gandan.commitments.policies.erase import erase_words
from gandan.commitments.policies.finish import (
    accept,
    by_codes_alone,
    clean_hands,
    confirm,
    end_posting,
    enough_codes,
    issue_code,
    lend_code,
    object_to,
    send_back,
)
from gandan.commitments.policies.handover import choose_successor, hand_over, movable, not_pending
from gandan.commitments.policies.start import (
    asked_by,
    begin,
    coordinate,
    coordinators_change,
    name_person,
    reword,
    said_already,
    uncoordinate,
    wording,
)
from gandan.commitments.policies.work import add_evidence, note_progress, photo, report_done

__all__ = [
    "accept",
    "add_evidence",
    "asked_by",
    "begin",
    "by_codes_alone",
    "choose_successor",
    "clean_hands",
    "confirm",
    "coordinate",
    "coordinators_change",
    "end_posting",
    "enough_codes",
    "erase_words",
    "extend",
    "hand_over",
    "issue_code",
    "lend_code",
    "movable",
    "name_person",
    "not_pending",
    "note_progress",
    "object_to",
    "photo",
    "remind",
    "report_done",
    "reword",
    "said_already",
    "send_back",
    "uncoordinate",
    "withdraw",
    "wording",
]
