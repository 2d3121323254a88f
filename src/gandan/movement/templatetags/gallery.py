"""Words and pictures of the public pages: `{% load gallery %}`."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from django import template
from django.utils.functional import Promise

from gandan.appraisals.enums import Level
from gandan.indicators import writing
from gandan.movement.enums import Result
from gandan.movement.models import Aim, Practice, Reading, Resource
from gandan.movement.queries.gallery import Outcome
from gandan.movement.queries.shown import Measured
from gandan.movement.web import public_words

register = template.Library()


@register.simple_tag
def life(practice: Practice, today: date) -> public_words.Life:
    """Whether it lives: `{% life practice today as lives %}`."""
    return public_words.life(practice, today=today)


@register.simple_tag
def judged(aim: Aim, reading: Reading | None, today: date) -> tuple[str, str]:
    """How a measure stands: shape and words."""
    return public_words.judged(aim, reading, today=today)


@register.filter
def took(resources: Iterable[Resource]) -> list[str]:
    """What it took, each kind apart."""
    return public_words.took(resources)


@register.filter
def came(outcome: Outcome) -> str:
    """What came of one aim."""
    return public_words.came(outcome)


@register.filter
def where(practice: Practice) -> str:
    """Its place, and the hamlet where the place does not name it already."""
    hamlet = str(practice.hamlet or "")
    named = hamlet.casefold() in practice.place.casefold()
    return practice.place if named else ", ".join(part for part in (practice.place, hamlet) if part)


@register.filter
def level(value: str) -> str | Promise:
    """Who recognises it."""
    return public_words.LEVELS[Level(value)]


@register.filter
def shape(result: str) -> str:
    """The shape of what a review found."""
    return public_words.SHAPES[Result(result)]


@register.filter
def before(aim: Aim) -> str:
    """Where it stood."""
    return public_words.amount(aim.before, aim.measure, aim.noun)


@register.filter
def target(aim: Aim) -> str:
    """What was aimed at."""
    return public_words.amount(aim.target, aim.measure, aim.noun)


@register.filter
def read(reading: Reading) -> str:
    """What was measured."""
    return writing.figure(reading.statement.value, reading.statement.measure, reading.statement.bound)


@register.filter
def as_points(value: Decimal) -> str:
    """Points as people write them: 87,5."""
    return writing.digits(value)


@register.filter
def planned(resource: Resource) -> str:
    """How much of a kind it was to take."""
    return public_words.amount(resource.planned, resource.measure, resource.noun)


@register.filter
def used(resource: Resource) -> str:
    """How much of a kind it has taken."""
    return public_words.amount(resource.used, resource.measure, resource.noun)


@register.filter
def bars(measured: Measured) -> Iterable[tuple[Reading, object]]:
    """Each drawn reading with its bar, the newest first."""
    return list(zip(reversed(measured.drawn), reversed(measured.bullet.bars), strict=True))
