"""READ. Letters of the own desk, the one behind a code, and who handles what."""

from gandan.denunciations.queries.clock import Deadline, clock, first_due
from gandan.denunciations.queries.letters import of_code_digest, opened_on, to_forget, visible_to
from gandan.denunciations.queries.levels import Above, above, handling_unit, is_manned, level_name, living

__all__ = [
    "Above",
    "Deadline",
    "above",
    "clock",
    "first_due",
    "handling_unit",
    "is_manned",
    "level_name",
    "living",
    "of_code_digest",
    "opened_on",
    "to_forget",
    "visible_to",
]
