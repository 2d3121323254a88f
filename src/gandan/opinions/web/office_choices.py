"""From which office an officer works: most have one, and are never asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django import forms
from django.http import Http404
from django.utils.translation import gettext_lazy as _

from gandan.core.access import Actor, Role
from gandan.opinions.permissions import STAFF
from gandan.units import queries as units
from gandan.units.models import Office


@dataclass(frozen=True)
class Seat:
    """An office in which the actor works, and what it is called."""

    office: Office
    name: str


def seats(actor: Actor, *, today: date, roles: Sequence[Role] = STAFF) -> list[Seat]:
    """The actor's offices in the order of protocol. Whoever has none has no page here."""
    mine = [h.office for h in actor.holdings if h.office and h.role in roles]
    rows = Office.objects.filter(pk__in=mine).select_related("unit").prefetch_related("names").order_by(units.in_protocol(), "pk")
    found = [Seat(office, office.name_on(today)) for office in rows]
    if not found:
        raise Http404
    return found


def add_seat(form: forms.Form, found: list[Seat]) -> None:
    """A field for the office where there is something to choose."""
    if len(found) > 1:
        form.fields["office"] = forms.ChoiceField(label=_("Cơ quan"), choices=[(str(s.office.pk), s.name) for s in found])


def seat_of(form: forms.Form, found: list[Seat]) -> Seat:
    """The one that was chosen, or the only one."""
    return next((s for s in found if str(s.office.pk) == form.cleaned_data.get("office")), found[0])
