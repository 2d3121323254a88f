"""Every deed on what people say: who, when, change, one event. `clock.py` and `held.py` are parts of deeds."""

from gandan.opinions.actions import bulk, importing
from gandan.opinions.actions.above import close, end_objected, escalate, order_reopen
from gandan.opinions.actions.answer import answer, report_done
from gandan.opinions.actions.bulk import Outcome
from gandan.opinions.actions.contact import leave_contact, new_pin, open_contact, take_contact_away
from gandan.opinions.actions.course import accept, ask_back, go_on, pause, refuse, reply, resume
from gandan.opinions.actions.desk import drop_filter, keep_template, retire_template, save_filter
from gandan.opinions.actions.erase import erase
from gandan.opinions.actions.letters import send_news, write
from gandan.opinions.actions.me_too import join_in
from gandan.opinions.actions.publish import publish, unpublish
from gandan.opinions.actions.reorganise import choose_successor, leave_to_successors, leave_with_office, settle
from gandan.opinions.actions.returned import take_back
from gandan.opinions.actions.say import say
from gandan.opinions.actions.sort import classify, forward, name_person, tag, untag
from gandan.opinions.actions.telling import stop_telling
from gandan.opinions.actions.together import join, split, withdraw
from gandan.opinions.actions.verdict import give_verdict
from gandan.opinions.given import ContactGiven, PromiseGiven, Said

__all__ = [
    "ContactGiven",
    "Outcome",
    "PromiseGiven",
    "Said",
    "accept",
    "answer",
    "ask_back",
    "bulk",
    "choose_successor",
    "classify",
    "close",
    "drop_filter",
    "end_objected",
    "erase",
    "escalate",
    "forward",
    "give_verdict",
    "go_on",
    "importing",
    "join",
    "join_in",
    "keep_template",
    "leave_contact",
    "leave_to_successors",
    "leave_with_office",
    "name_person",
    "new_pin",
    "open_contact",
    "order_reopen",
    "pause",
    "publish",
    "refuse",
    "reply",
    "report_done",
    "resume",
    "retire_template",
    "save_filter",
    "say",
    "send_news",
    "settle",
    "split",
    "stop_telling",
    "tag",
    "take_back",
    "take_contact_away",
    "unpublish",
    "untag",
    "withdraw",
    "write",
]
