"""Whether everyone will see what a record becomes, and if not, why: one answer for the page before accepting and for the deed itself."""

from uuid import UUID

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from gandan.core.access import Actor, may
from gandan.ingest.enums import RecordKind
from gandan.ingest.masking.private import Telling, tells
from gandan.ingest.models import Source

SHOWN = frozenset({RecordKind.ACTIVITY, RecordKind.FIGURE})
"""Kinds that become a thing with a page of its own, public or not; the others are seen with their activity."""
PRIVATE = frozenset({RecordKind.ACTIVITY, RecordKind.FIGURE, RecordKind.REQUEST})
"""Kinds that are all about what their sentence tells: where it tells of a private person, a person has to look."""


class Why(TextChoices):
    """Why it stays internal."""

    TEXT = "text", _("văn bản này là nội bộ")
    SENSITIVE = "sensitive", _("câu nói về hoàn cảnh riêng (bệnh tật, đơn từ…) của một người dân")
    HELP = "help", _("câu nêu một người dân được giúp")
    UNSURE = "unsure", _("chưa rõ số này nói về đơn vị nào")
    ELSEWHERE = "elsewhere", _("đơn vị này không thuộc nơi Ông/Bà công tác")
    ACTIVITY = "activity", _("hoạt động mà nó gắn vào là nội bộ")


def about_somebody(quote: str, source: Source, holders: frozenset[str]) -> Why | None:
    """Whether a published text tells here of a private person's need."""
    told = tells(quote, keep=holders, among=source.text)
    return {Telling.SENSITIVE: Why.SENSITIVE, Telling.HELP: Why.HELP}.get(told)


def why_internal(
    kind: str, quote: str, *, source: Source, holders: frozenset[str], unit: UUID | None, by: Actor, activity_public: bool | None = None
) -> Why | None:
    """The reason, or None: everyone sees it. `activity_public` says what a figure's activity is, None where it has none."""
    if not source.is_public:
        return Why.TEXT
    told = about_somebody(quote, source, holders)
    if told is not None:
        return told
    if unit is None:
        return Why.UNSURE
    if kind == RecordKind.FIGURE and activity_public is not None:
        return None if activity_public else Why.ACTIVITY
    return None if may(by, "activities.publish", unit) else Why.ELSEWHERE
