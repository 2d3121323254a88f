"""Cases as an inbox shows them: words, names and tags are found in bulk, so that thirty rows cost what one does."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from gandan.core.access import Actor
from gandan.core.calendar.calc import WorkCalendar
from gandan.core.text.days import written
from gandan.opinions import topics
from gandan.opinions.calc import suggest
from gandan.opinions.enums import OWED, Content
from gandan.opinions.models import Case
from gandan.opinions.queries import danger, inbox
from gandan.opinions.web import clock_words

LINE = 150  # letters of an opinion in a row


@dataclass(frozen=True)
class Row:
    """One case in a list. `words` is how it begins, in the words of who spoke first."""

    case: Case
    words: str
    topic: str
    hamlet: str
    office: str
    person: str
    shape: clock_words.Shape
    tags: list[str]
    is_urgent: bool = False  # by its words somebody may be in danger; never a state, and kept nowhere

    @property
    def is_owed(self) -> bool:
        """Whether somebody has to look after it."""
        return self.case.state in OWED

    @property
    def title(self) -> str:
        """What the row is called; a case whose words are gone is called by its topic and day."""
        gone = _("%(topic)s, nhận ngày %(day)s") % {"topic": self.topic, "day": written(self.case.received_on)}
        return self.words or gone


def rows(cases: Iterable[Case], *, actor: Actor, today: date, calendar: WorkCalendar | None = None) -> list[Row]:
    """The rows of a page, in its order. Four questions for whatever number."""
    found = list(cases)
    ids = [c.pk for c in found]
    words, tags = inbox.first_words(ids), inbox.tags_of(ids, actor=actor)
    pressing = danger.among(c.pk for c in found if c.state in OWED)
    calendar = calendar or clock_words.calendar_for(found, today=today)
    return [
        Row(
            case=c,
            words=Truncator(" ".join(words.get(c.pk, "").split())).chars(LINE),
            topic=topic_of(c, words.get(c.pk, "")),
            hamlet=str(c.hamlet) if c.hamlet else "",
            office=c.office.called(today),
            person=c.person.full_name if c.person else "",
            shape=clock_words.shape(c, today=today, calendar=calendar),
            tags=tags.get(c.pk, []),
            is_urgent=c.pk in pressing,
        )
        for c in found
    ]


def topic_of(case: Case, words: str) -> str:
    """The topic that a sender or an officer chose; where nobody did, that, with what the machine would propose."""
    if case.topic != topics.OTHER or case.content != Content.UNSORTED:
        return topics.name_of(case.topic)
    found = suggest.topic_of(words)
    return _("Chưa phân loại (máy gợi ý: %(topic)s)") % {"topic": found.topic.name} if found else _("Chưa phân loại")
