"""READ."""

from gandan.awards.queries.checking import findings, last_day
from gandan.awards.queries.clock import past_grace, to_forget
from gandan.awards.queries.council import came_to, session
from gandan.awards.queries.dossier import CheckShown, checks, dossier, dossiers, steps
from gandan.awards.queries.roll import At, Totals, by_decider, by_place, numbered, of_call, revoked, roll, seen, totals
from gandan.awards.queries.rules import called, eligibility, kinds, name_on, sheet_of
from gandan.awards.queries.visible import judged, may_open_papers, nominations, nominees, to_propose, visible_to
from gandan.awards.queries.words import (
    ORDER,
    chosen_counts,
    counted,
    decision_title,
    level_of,
    of_the_centre,
    posted_words,
    revocation_title,
    sentence,
)

__all__ = [
    "ORDER",
    "At",
    "CheckShown",
    "Totals",
    "by_decider",
    "by_place",
    "called",
    "came_to",
    "checks",
    "chosen_counts",
    "counted",
    "decision_title",
    "dossier",
    "dossiers",
    "eligibility",
    "findings",
    "judged",
    "kinds",
    "last_day",
    "level_of",
    "may_open_papers",
    "name_on",
    "nominations",
    "nominees",
    "numbered",
    "of_call",
    "of_the_centre",
    "past_grace",
    "posted_words",
    "revocation_title",
    "revoked",
    "roll",
    "seen",
    "sentence",
    "session",
    "sheet_of",
    "steps",
    "to_forget",
    "to_propose",
    "totals",
    "visible_to",
]
