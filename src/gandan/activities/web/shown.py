"""What became of each request, in the words and shapes that the list of promises uses."""

from dataclasses import dataclass
from datetime import date

from gandan.activities.models import Request
from gandan.activities.queries import Story
from gandan.commitments.web.words import Shape, calendar_for, shape
from gandan.core.text import private
from gandan.units.gazetteer import Place


@dataclass(frozen=True)
class Shown:
    """A request, the unit that was asked, and the state of the commitment when it was taken up."""

    request: Request
    place: Place | None
    shape: Shape | None


def shown(story: Story, *, today: date) -> list[Shown]:
    """One question for the working days of all that is late."""
    calendar = calendar_for([a.request.commitment for a in story.requests if a.request.commitment], today=today)
    return [
        Shown(a.request, a.place, shape(a.request.commitment, today=today, calendar=calendar) if a.request.commitment else None)
        for a in story.requests
    ]


def asker(by_text: str) -> str:
    """Who asked, as everyone may read it: an office or a group as it stands, a private person as "người dân"."""
    return "người dân" if private.found(by_text) else by_text
