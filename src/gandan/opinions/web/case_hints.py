"""What a case's words suggest, beside what an officer decided. A machine proposes, with the words it rests on; it decides nothing."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from gandan.opinions import topics
from gandan.opinions.calc import conditions, suggest
from gandan.opinions.enums import Content
from gandan.opinions.models import Case


@dataclass(frozen=True)
class Hint:
    """One suggestion. `decided`: what an officer chose instead; empty where nothing is decided or it is the same."""

    name: str
    proposed: str
    words: tuple[str, ...]
    decided: str = ""
    sentence: str = ""


@dataclass(frozen=True)
class Hints:
    """All of them, for one case."""

    lines: list[Hint]
    missing: list[conditions.Missing]


def of(c: Case, *, has_files: bool) -> Hints | None:
    """From the words of every sender together; None where they suggest nothing and nothing is missing."""
    text = _text(c)
    lines = [hint for hint in (_content(c, text), _topic(c, text)) if hint is not None]
    gaps = missing(c, has_files=has_files)
    return Hints(lines, gaps) if lines or gaps else None


def _text(c: Case) -> str:
    return "\n".join(o.text for o in c.opinions.all() if o.text)


def missing(c: Case, *, has_files: bool) -> list[conditions.Missing]:
    """What to ask back for. Only that a contact was left is looked at, never what it says."""
    said = list(c.opinions.all())
    place = next((o.place for o in said if o.place), "")
    has_place = c.hamlet_id is not None or any(o.latitude is not None for o in said)
    has_contact = any(hasattr(o, "contact") for o in said)
    found = conditions.missing(
        c.content, text=_text(c), place=place, has_place=has_place, has_contact=has_contact, has_files=has_files, is_second=c.is_second_time
    )
    return list(found)


def questions(c: Case, *, has_files: bool) -> str:
    """The same as the beginning of a letter to the sender; empty where nothing is missing."""
    return "\n".join(f"- {gap.sentence}" for gap in missing(c, has_files=has_files))


def _content(c: Case, text: str) -> Hint | None:
    found = suggest.content_of(text)
    if found is None:
        return None
    decided = "" if c.content in (Content.UNSORTED, found.content) else str(Content(c.content).label)
    return Hint(_("Loại ý kiến"), str(found.content.label), found.words, decided, found.sentence)


def _topic(c: Case, text: str) -> Hint | None:
    found = suggest.topic_of(text)
    if found is None:
        return None
    chosen = c.content != Content.UNSORTED and c.topic not in (found.code, topics.OTHER)
    return Hint(_("Về việc gì"), found.topic.name, found.words, topics.name_of(c.topic) if chosen else "")


def picked(c: Case) -> dict[str, str]:
    """What stands picked in the form of sorting before anybody decided: the suggestion."""
    text = _text(c)
    content, topic = suggest.content_of(text), suggest.topic_of(text)
    found = {"content": str(content.content)} if content and c.content == Content.UNSORTED else {}
    return found | ({"topic": topic.code} if topic and c.topic == topics.OTHER else {})
