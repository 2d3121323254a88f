"""WHEN a deed on a case is possible. Each answers None, or a refusal with a sentence for the person; `states.py` is the table under all."""

from gandan.opinions.policies.answer import answer, close, end_objected, escalate, give_verdict, order_reopen, promise, report_done
from gandan.opinions.policies.contact import leave, open_contact, take_away
from gandan.opinions.policies.desk import keep_filter, keep_template, no_filter, retire_template
from gandan.opinions.policies.erase import erase
from gandan.opinions.policies.handover import choose_successor, not_pending, stands
from gandan.opinions.policies.publish import publish, publishable, unpublish
from gandan.opinions.policies.say import contact, files, join_in, pin, same_code, say
from gandan.opinions.policies.states import deeds, possible
from gandan.opinions.policies.together import chosen, join, split, withdraw
from gandan.opinions.policies.work import (
    accept,
    ask_back,
    classify,
    forward,
    go_on,
    name_person,
    pause,
    refuse,
    reply,
    resume,
    send_news,
    tag,
    write,
)

__all__ = [
    "accept",
    "answer",
    "ask_back",
    "choose_successor",
    "chosen",
    "classify",
    "close",
    "contact",
    "deeds",
    "end_objected",
    "erase",
    "escalate",
    "files",
    "forward",
    "give_verdict",
    "go_on",
    "join",
    "join_in",
    "keep_filter",
    "keep_template",
    "leave",
    "name_person",
    "no_filter",
    "not_pending",
    "open_contact",
    "order_reopen",
    "pause",
    "pin",
    "possible",
    "promise",
    "publish",
    "publishable",
    "refuse",
    "reply",
    "report_done",
    "resume",
    "retire_template",
    "same_code",
    "say",
    "send_news",
    "split",
    "stands",
    "tag",
    "take_away",
    "unpublish",
    "withdraw",
    "write",
]
