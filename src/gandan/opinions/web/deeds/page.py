"""What one page of a deed needs."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.forms import Form
from django.utils.functional import Promise

from gandan.core.access import Actor, Refusal
from gandan.opinions import policies
from gandan.opinions.enums import Deed
from gandan.opinions.models import Case
from gandan.opinions.permissions import RIGHT
from gandan.opinions.web import desk

Words = str | Promise
When = Callable[[Case, Actor, date], Refusal | None]
Act = Callable[[Case, Any, Actor, datetime], object]
ANY = "…" * 12  # stands for words not typed yet, when a policy is asked before the form is shown


@dataclass(frozen=True)
class DeedPage:
    """What one page needs. `when` asks the policy with input that would do, so only the state can refuse; nothing is typed in vain."""

    slug: str
    permission: str
    title: Words
    done: Words
    form: Callable[[desk.Desk], Form]
    when: When
    act: Act
    explain: Words = ""
    grave: bool = False
    button: Words = ""
    suggests: bool = False  # what the words suggest stands beside the form


def of_state(deed: Deed, slug: str, done: Words, form: Callable[[desk.Desk], Form], when: When, act: Act, **more: Any) -> DeedPage:
    """A deed of the table of states: its words and its right are said there."""
    return DeedPage(slug, RIGHT[deed], deed.label, done, form, when, act, **more)


def moves(deed: Deed) -> When:
    """For a deed whose policy needs what is not picked yet: the state, and that nothing waits for an office."""
    return lambda c, by, today: policies.possible(c, deed) or policies.not_pending(c)
