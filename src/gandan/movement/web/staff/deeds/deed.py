"""What the page of one deed on a model needs."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.forms import Form
from django.utils.functional import Promise

from gandan.core.access import Actor, Refusal
from gandan.movement.enums import Deed as Kind
from gandan.movement.models import Practice

Words = str | Promise
When = Callable[[Practice, Actor, date], Refusal | None]


@dataclass(frozen=True)
class Deed:
    """What one page needs. `when` asks the policy with input that would do, so that only state and what lies there can refuse."""

    slug: str
    kind: Kind
    done: Words
    form: type[Form]
    when: When
    act: Callable[[Practice, Any, Actor, datetime], object]
    explain: Words = ""
    grave: bool = False
    looks: bool = False  # the form of the model, its measures and evidence stand on the page: who judges has to see them
    more: Callable[[Practice, Actor, date], dict[str, Any]] | None = None
    first: Callable[[Practice, date], dict[str, Any]] | None = None

    @property
    def permission(self) -> str:
        """Who."""
        return f"movement.{self.kind}"

    @property
    def title(self) -> Words:
        """The words of its button."""
        return self.kind.label
