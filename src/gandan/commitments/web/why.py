"""Why a date is what it is."""

from gandan.commitments.models import Commitment
from gandan.core import legal


def why(c: Commitment) -> str:
    """The rule that set the first date, as law explains it; empty when people agreed on the day.

    A date that was agreed earlier than the rule's last day names the rule only.
    """
    if not c.due_rule:
        return ""
    try:
        due = legal.due(c.due_rule, start=c.made_on)
    except legal.UnknownRule:
        return ""
    return due.explain() if due.date == c.first_due else due.rule.cite()
