"""WRITE. Every change of a sheet, a council, what it judges, what is posted and what is decided."""

from gandan.appraisals.actions.councils import dissolve, form_council, seat, unseat
from gandan.appraisals.actions.decisions import decide
from gandan.appraisals.actions.erase import erase_words
from gandan.appraisals.actions.forget import forget_objections
from gandan.appraisals.actions.opening import begin, declare_conflict, open_appraisal, score_self, set_aside
from gandan.appraisals.actions.postings import Objected, answer_objection, object_to, post, take_down
from gandan.appraisals.actions.reorganise import follow, leave_to_successors, leave_with_office, settle_handovers
from gandan.appraisals.actions.scoring import close, hand_in, score_again, show
from gandan.appraisals.actions.sheets import change_sheet, copy_shipped, draft_sheet, new_version, put_in_force

__all__ = [
    "Objected",
    "answer_objection",
    "begin",
    "change_sheet",
    "close",
    "copy_shipped",
    "decide",
    "declare_conflict",
    "dissolve",
    "draft_sheet",
    "erase_words",
    "follow",
    "forget_objections",
    "form_council",
    "hand_in",
    "leave_to_successors",
    "leave_with_office",
    "new_version",
    "object_to",
    "open_appraisal",
    "post",
    "put_in_force",
    "score_again",
    "score_self",
    "seat",
    "set_aside",
    "settle_handovers",
    "show",
    "take_down",
    "unseat",
]
