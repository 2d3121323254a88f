"""What of a model holds words that can be taken away."""

from gandan.movement.models.adoption import AdoptionVerdict
from gandan.movement.models.drive import SummingUp
from gandan.movement.models.evidence import Evidence, LifeSign
from gandan.movement.models.likeness import Likeness
from gandan.movement.models.mention import Mention
from gandan.movement.models.practice import Practice, Step
from gandan.movement.models.recognition import Review
from gandan.movement.models.visit import Finding, Visit

Words = Practice | Step | LifeSign | Evidence | Visit | Finding | Review | AdoptionVerdict | Likeness | Mention | SummingUp
