"""READ. What a person sees goes through `visible_to`; what a sender sees through `of_code`. The inbox: `inbox.py`; alike: `similar.py`."""

from gandan.opinions.queries.codes import of_code, of_digest, sealed_samples, sender_of
from gandan.opinions.queries.files import may_open_answer, may_open_letter, may_open_opinion
from gandan.opinions.queries.public import published
from gandan.opinions.queries.single import answers_to, for_sender, letters_to, pending, promises_of, senders_say, whole
from gandan.opinions.queries.visible import visible_to, waiting_for

__all__ = [
    "answers_to",
    "for_sender",
    "letters_to",
    "may_open_answer",
    "may_open_letter",
    "may_open_opinion",
    "of_code",
    "of_digest",
    "pending",
    "promises_of",
    "published",
    "sealed_samples",
    "sender_of",
    "senders_say",
    "visible_to",
    "waiting_for",
    "whole",
]
