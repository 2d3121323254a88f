"""Rows of this room. Start reading in kind.py, then call.py and nomination.py."""

from gandan.awards.models.call import Call, Quota
from gandan.awards.models.kind import AwardKind, AwardName, Eligibility
from gandan.awards.models.nomination import Check, Nomination, Nominee, Step
from gandan.awards.models.roll import Conferral, Holder

__all__ = ["AwardKind", "AwardName", "Call", "Check", "Conferral", "Eligibility", "Holder", "Nomination", "Nominee", "Quota", "Step"]
