"""WRITE: every deed on kinds, calls, dossiers and the roll. Start reading in call.py, then nomination.py and judging.py."""

from gandan.awards.actions.call import cancel_call, change_call, close_call, end_intake, end_intakes, open_call, plan_call
from gandan.awards.actions.certificates import give_certificate_numbers
from gandan.awards.actions.deciding import decide_call
from gandan.awards.actions.erase import erase_dossiers, forget, rewrap
from gandan.awards.actions.judging import choose, exclude, pass_over, readmit
from gandan.awards.actions.kind import define_kind, end_kind, load_kinds, rename_kind, set_eligibility
from gandan.awards.actions.nomination import begin_nomination, return_nomination, submit_nomination, withdraw_nomination
from gandan.awards.actions.nominee import add_nominee, change_nominee, drop_nominee
from gandan.awards.actions.papers import add_paper, drop_paper
from gandan.awards.actions.posting import note_upheld, post_call, take_down_call
from gandan.awards.actions.reorganise import choose_successor, leave_to_successors, leave_with_office, settle_handovers
from gandan.awards.actions.revoking import revoke
from gandan.awards.actions.roll import enter_conferral, take_back_conferral, tell_conferral

__all__ = [
    "add_nominee",
    "add_paper",
    "begin_nomination",
    "cancel_call",
    "change_call",
    "change_nominee",
    "choose",
    "choose_successor",
    "close_call",
    "decide_call",
    "define_kind",
    "drop_nominee",
    "drop_paper",
    "end_intake",
    "end_intakes",
    "end_kind",
    "enter_conferral",
    "erase_dossiers",
    "exclude",
    "forget",
    "give_certificate_numbers",
    "leave_to_successors",
    "leave_with_office",
    "load_kinds",
    "note_upheld",
    "open_call",
    "pass_over",
    "plan_call",
    "post_call",
    "readmit",
    "rename_kind",
    "return_nomination",
    "revoke",
    "rewrap",
    "set_eligibility",
    "settle_handovers",
    "submit_nomination",
    "take_back_conferral",
    "take_down_call",
    "tell_conferral",
    "withdraw_nomination",
]
