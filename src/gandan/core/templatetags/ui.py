"""What templates ask of the design system: `{% load ui %}`."""

from datetime import date, datetime
from typing import Any

from django import template
from django.http import HttpRequest
from django.utils import formats, timezone
from django.utils.translation import get_language

from gandan.core.access import Anyone, may
from gandan.core.text import days
from gandan.core.ui import bell as bells
from gandan.core.ui import menu

register = template.Library()


@register.simple_tag(takes_context=True)
def workspace_menu(context: dict[str, Any]) -> list[menu.MenuLink]:
    """The lines of the workspace menu for the actor of this request."""
    request: HttpRequest | None = context.get("request")
    return menu.links(getattr(request, "actor", Anyone()), request.path) if request else []


@register.simple_tag(takes_context=True)
def bell(context: dict[str, Any]) -> bells.Bell | None:
    """How many notices the actor of this request has not read."""
    return bells.of(getattr(context.get("request"), "actor", Anyone()))


@register.simple_tag(takes_context=True)
def allowed(context: dict[str, Any], permission: str, thing: object = None) -> bool:
    """Whether the actor of this request has the right: `{% allowed "units.add_hamlet" unit as may_add %}`."""
    return may(getattr(context.get("request"), "actor", Anyone()), permission, thing)


@register.filter
def day(value: date | datetime | None) -> str:
    """A date as people write it: 30/6/2025, in English 30 June 2025. Nothing for None."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        value = timezone.localtime(value) if timezone.is_aware(value) else value
    return days.written(value)


@register.filter
def percent(share: float | None) -> str:
    """A share between 0 and 1 as a percentage with at most one decimal; a part that is not nothing never reads 0."""
    if share is None:
        return ""
    value = float(share) * 100
    if 0 < value < 0.1:
        return "< " + formats.number_format("0.1", 1) + "%"
    return formats.number_format(round(value, 1), 0 if float(round(value, 1)).is_integer() else 1) + "%"


@register.filter
def count(value: int | None) -> str:
    """A whole number with its thousands apart: 3.321, in English 3,321. Django's own Vietnamese format does not group."""
    if value is None:
        return ""
    return f"{value:,}".replace(",", "." if (get_language() or "vi").startswith("vi") else ",")
