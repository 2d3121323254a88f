"""WHEN a deed is possible. Each answers None, or a refusal with a sentence for the person."""

from gandan.appraisals.policies import councils, decisions, opening, postings, scoring, sheets, words
from gandan.appraisals.policies.decisions import decide, ready
from gandan.appraisals.policies.opening import begin, open_appraisal, possible, score_self, set_aside, unconcerned, until
from gandan.appraisals.policies.postings import answer_objection, object_to, post, take_down
from gandan.appraisals.policies.scoring import close, declare_conflict, hand_in, score_again, show

__all__ = [
    "answer_objection",
    "begin",
    "close",
    "councils",
    "decide",
    "decisions",
    "declare_conflict",
    "hand_in",
    "object_to",
    "open_appraisal",
    "opening",
    "possible",
    "post",
    "postings",
    "ready",
    "score_again",
    "score_self",
    "scoring",
    "set_aside",
    "sheets",
    "show",
    "take_down",
    "unconcerned",
    "until",
    "words",
]
