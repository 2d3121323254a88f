"""WHEN: each answers None or a refusal with its sentence. Every deed on a model asks `possible` first."""

from gandan.movement.policies.missing import Missing, missing
from gandan.movement.policies.state import not_pending, possible

__all__ = ["Missing", "missing", "not_pending", "possible"]
