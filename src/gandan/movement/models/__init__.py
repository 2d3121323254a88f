"""Rows of this room. Start reading in drive.py, then practice.py."""

from gandan.movement.models.adoption import AdoptionVerdict
from gandan.movement.models.drive import Drive, Field, SummingUp, SummingUpCount, Window
from gandan.movement.models.evidence import Evidence, LifeSign, Link
from gandan.movement.models.finder import FinderEntry, FinderTerm
from gandan.movement.models.handover import PendingPractice
from gandan.movement.models.likeness import Likeness
from gandan.movement.models.measure import Aim, Reading
from gandan.movement.models.mention import Mention
from gandan.movement.models.parts import Force, Milestone, Resource
from gandan.movement.models.practice import Practice, Step
from gandan.movement.models.recognition import Recognition, Review
from gandan.movement.models.visit import Finding, Visit, VisitMember
from gandan.movement.models.voice import Voice, VoiceCode
from gandan.movement.models.words import Words

__all__ = [
    "AdoptionVerdict",
    "Aim",
    "Drive",
    "Evidence",
    "Field",
    "FinderEntry",
    "FinderTerm",
    "Finding",
    "Force",
    "LifeSign",
    "Likeness",
    "Link",
    "Mention",
    "Milestone",
    "PendingPractice",
    "Practice",
    "Reading",
    "Recognition",
    "Resource",
    "Review",
    "Step",
    "SummingUp",
    "SummingUpCount",
    "Visit",
    "VisitMember",
    "Voice",
    "VoiceCode",
    "Window",
    "Words",
]
