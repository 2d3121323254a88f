"""What the page of one deed on a drive needs."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.forms import Form
from django.utils.functional import Promise

from gandan.core.access import Actor, Refusal
from gandan.movement.models import Drive

Words = str | Promise


@dataclass(frozen=True)
class Deed:
    """What one page needs; the same shape as a deed on a model."""

    slug: str
    permission: str
    title: Words
    done: Words
    form: type[Form]
    when: Callable[[Drive, Actor, date], Refusal | None]
    act: Callable[[Drive, Any, Actor, datetime], object]
    explain: Words = ""
    grave: bool = False
    first: Callable[[Drive, date], dict[str, Any]] | None = None
    more: Callable[[Drive, Actor, date], dict[str, Any]] | None = None
