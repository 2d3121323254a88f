"""WRITE: all deeds of this room."""

from gandan.movement.actions.adoption import adopt, judge_adoption
from gandan.movement.actions.clock import lapse_due, remind_of_signs, settle_handovers
from gandan.movement.actions.course import register, send_back, stop, withdraw
from gandan.movement.actions.drive import (
    add_field,
    cancel_drive,
    change_drive,
    end_field,
    launch,
    plan_drive,
    rename_field,
    set_window,
    take_drive,
)
from gandan.movement.actions.erase import erase_words, forget_withdrawn
from gandan.movement.actions.form import begin, complete, submit, write
from gandan.movement.actions.life import give_sign, lapse, revive
from gandan.movement.actions.likeness import answer_likeness, judge_likeness
from gandan.movement.actions.mention import mention, take_back_mention, take_back_told
from gandan.movement.actions.proof import add_evidence, link, note_use, read_measure, unlink
from gandan.movement.actions.recognition import appraise, post, recognise, revoke, upheld
from gandan.movement.actions.reorganise import choose_successor, leave_to_successors, leave_with_office, settle
from gandan.movement.actions.reviews import review
from gandan.movement.actions.summing import sum_up
from gandan.movement.actions.told import tell
from gandan.movement.actions.visits import record_visit
from gandan.movement.actions.voices import give_voice, issue_code

__all__ = [
    "add_evidence",
    "add_field",
    "adopt",
    "answer_likeness",
    "appraise",
    "begin",
    "cancel_drive",
    "change_drive",
    "choose_successor",
    "complete",
    "end_field",
    "erase_words",
    "forget_withdrawn",
    "give_sign",
    "give_voice",
    "issue_code",
    "judge_adoption",
    "judge_likeness",
    "lapse",
    "lapse_due",
    "launch",
    "leave_to_successors",
    "leave_with_office",
    "link",
    "mention",
    "note_use",
    "plan_drive",
    "post",
    "read_measure",
    "recognise",
    "record_visit",
    "register",
    "remind_of_signs",
    "rename_field",
    "review",
    "revive",
    "revoke",
    "send_back",
    "set_window",
    "settle",
    "settle_handovers",
    "stop",
    "submit",
    "sum_up",
    "take_back_mention",
    "take_back_told",
    "take_drive",
    "tell",
    "unlink",
    "upheld",
    "withdraw",
    "write",
]
