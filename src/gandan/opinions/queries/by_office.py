"""READ: what was confirmed or taken back with a code and a PIN that an office had made or printed, in parts of other questions.

Whoever made a PIN may have kept it, so such words are counted beside those of senders who alone know theirs, never among them.
"""

from django.db.models import Exists, OuterRef, Q, QuerySet

from gandan.opinions.enums import Deed, Form, State
from gandan.opinions.models import Case, Step, Verdict


def said_done_so(case: str = "pk", round_: str = "round") -> Exists:
    """Whether such a yes counts in the round that runs or ended it: of a row where `case` and `round_` lead to them."""
    said = Verdict.objects.filter(is_done=True, opinion__form=Form.SAID, opinion__pin_by_office=True)
    return Exists(said.filter(case=OuterRef(case), round=OuterRef(round_)))


CONFIRMED_SO = said_done_so()


def withdrawn_so(cases: QuerySet[Case]) -> QuerySet[Case]:
    """Cases that were late or before those above, and were taken back by such a PIN: leaders and those above are told how many."""
    step = Step.objects.filter(case=OuterRef("pk"), deed=Deed.WITHDRAW, opinion__pin_by_office=True)
    pressing = Q(withdrawn_late=True) | Q(escalated_on__isnull=False)
    return cases.filter(pressing, Exists(step), state=State.WITHDRAWN)
