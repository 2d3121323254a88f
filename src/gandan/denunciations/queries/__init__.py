"""READ. Letters of the own desk, the one behind a code, and who handles what."""

from gandan.denunciations.queries.clock import Deadline, clock
from gandan.denunciations.queries.letters import of_code_digest, opened_on, to_forget, visible_to
from gandan.denunciations.queries.levels import Above, above, handling_unit

__all__ = ["Above", "Deadline", "above", "clock", "handling_unit", "of_code_digest", "opened_on", "to_forget", "visible_to"]
