"""Law as data: which rule held on a date, and what follows. `rule(code, on=…)`, `due(code, start=…)`.

Imported lazily so that the package can be named before Django's apps are ready.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gandan.core.legal.answers import Due, Rule
    from gandan.core.legal.queries import UnknownRule, due, rule

__all__ = ["Due", "Rule", "UnknownRule", "due", "rule"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(name)
    from gandan.core.legal import queries

    return getattr(queries, name)
