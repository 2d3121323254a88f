"""What this room says of its things to `appraisals`: a nominee before a council, a list that is posted.

A nominee is described without the name to everybody but the council that scores it and the offices of its dossier. The names on a posted
list are read from the dossiers until the last day of its posting, and nowhere afterwards: then the roll tells who was given the award. Only
who answers objections, and may open the dossier, still reads then whom one is about.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from gandan.appraisals.models import Decision, Posting
from gandan.appraisals.subjects import Described
from gandan.awards.enums import CallState, NominationState, NomineeState
from gandan.awards.hands import proposing as of_proposers
from gandan.awards.models import Call, Nominee
from gandan.awards.queries import ORDER, checks, dossiers
from gandan.awards.sealing import Dossier, opened
from gandan.core.access import Actor
from gandan.core.events import Event
from gandan.units import queries as units
from gandan.units.models import Office

NOMINEE, CALL = "awards.nominee", "awards.call"


def nominees(ids: Collection[str], actor: Actor) -> Mapping[str, Described]:
    """Who is proposed: to those entitled the dossier, to everybody else a number in a dossier."""
    rows = Nominee.objects.filter(pk__in=ids).select_related("nomination__call__kind", "nomination__call__council", "nomination__office")
    rows = rows.select_related("nomination__unit").prefetch_related("checks", "nomination__office__names", "nomination__call__kind__names")
    opened_ = dossiers(list(rows), actor)
    places = _places(row.nomination.unit_id for row in rows)
    return {str(row.pk): _nominee(row, opened_.get(row.pk), places) for row in rows}


def _nominee(row: Nominee, told: Dossier | None, places: Mapping[UUID, str]) -> Described:
    nomination = row.nomination
    said = {"n": row.position, "whom": row.get_whom_display(), "kind": nomination.call.kind}
    bare = _("Trường hợp số %(n)s (%(whom)s), %(kind)s") % said
    if told is None:
        return Described(title=bare)
    lines = [
        (_("Nơi công tác"), told.workplace),
        (_("Chức vụ"), told.position),
        (_("Năm sinh"), str(told.born or "")),
        (_("Số năm công tác (cơ quan khai)"), "" if told.years is None else str(told.years)),
        (_("Nội dung thành tích"), row.ground),
        (_("Tóm tắt thành tích"), told.deeds),
        (_("Cơ quan đề nghị"), str(nomination.office)),
        *((_("Kiểm tra"), f"{check.sentence} {check.source}".strip()) for check in checks(row)),
    ]
    url = reverse("awards:nominee", args=[row.pk])
    return Described(
        title=told.name, url=url, place=places.get(nomination.unit_id, ""), lines=tuple((what, said) for what, said in lines if said)
    )


def owners_of_nominees(ids: Collection[str]) -> Mapping[str, Office]:
    """The offices that propose: they never sit, hear or decide."""
    rows = Nominee.objects.filter(pk__in=ids).select_related("nomination__office")
    return {str(row.pk): row.nomination.office for row in rows}


def hands_of_nominees(ids: Collection[str]) -> Mapping[str, Collection[str]]:
    """Whoever wrote the dossier or handed it in."""
    rows = Nominee.objects.filter(pk__in=ids).values_list("pk", "nomination_id")
    return _wrote({str(pk): {str(pk), str(nomination)} for pk, nomination in rows})


def calls(ids: Collection[str], actor: Actor) -> Mapping[str, Described]:
    """A call; whom its list names says `posted_subjects`."""
    rows = Call.objects.filter(pk__in=ids).select_related("kind", "unit", "office").prefetch_related("kind__names", "office__names")
    places = _places(row.unit_id for row in rows)
    return {str(row.pk): _call(row, places) for row in rows}


def _call(row: Call, places: Mapping[UUID, str]) -> Described:
    lines = ((_("Hình thức"), str(row.kind)), (_("Năm"), str(row.year)), (_("Cơ quan mở đợt"), str(row.office)))
    return Described(title=row.title, place=places.get(row.unit_id, ""), lines=lines)


def nobody(ids: Collection[str]) -> Mapping[str, Office]:
    """A call is owned by no proposing office; its own office hears what is objected."""
    return {}


def hands_of_calls(ids: Collection[str]) -> Mapping[str, Collection[str]]:
    """Whoever wrote or handed in a dossier of it, or works in an office that proposes: they do not answer what people say against the
    list, in whatever role."""
    things: dict[str, set[str]] = {one: set() for one in ids}
    for call, nomination, nominee in Call.objects.filter(pk__in=ids).values_list("pk", "nominations", "nominations__nominees"):
        things[str(call)] |= {str(pk) for pk in (nomination, nominee) if pk}
    found = {call: set(keys) for call, keys in _wrote(things).items()}
    for call_, key in of_proposers(ids):
        found.setdefault(call_, set()).add(key)
    return found


def posted_subjects(posting: Posting, actor: Actor, on: date) -> Iterable[tuple[str, str]]:
    """Whom an objection may be about: everybody on the list, as long as it is up; afterwards those whose dossiers the actor opens."""
    row = Call.objects.filter(pk=posting.subject_id, posting=posting).first()
    listed = _listed(row) if row else []
    if not _is_up(posting, on):
        opened_ = dossiers([nominee for nominee, _name in listed], actor)
        listed = [(nominee, name) for nominee, name in listed if nominee.pk in opened_]
    return [(str(nominee.pk), name) for nominee, name in listed]


def decided_on(posting: Posting) -> QuerySet[Decision]:
    """The decision of the call whose list this was."""
    return Decision.objects.filter(pk__in=Call.objects.filter(posting=posting).values("decision"))


def _is_up(posting: Posting | None, on: date) -> bool:
    """Whether the days of posting are not over."""
    return posting is not None and posting.taken_down_on is None and on <= posting.until


def _places(wanted: Iterable[UUID]) -> dict[UUID, str]:
    """Names of units as they are, or were last; one question."""
    keys = list(dict.fromkeys(wanted))
    return {key: place.full_name for key, place in zip(keys, units.several(keys), strict=True) if place is not None}


def _listed(call: Call) -> list[tuple[Nominee, str]]:
    """Names with places of work, between posting and decision."""
    if call.state != CallState.POSTED:
        return []
    rows = Nominee.objects.filter(nomination__call=call, nomination__state=NominationState.SUBMITTED, state=NomineeState.CHOSEN)
    rows = rows.select_related("nomination__call__council")
    return [(row, _named(row)) for row in rows.exclude(key="").order_by(*ORDER)]


def _named(row: Nominee) -> str:
    told = opened(row.sealed, key=row.key)
    return ", ".join(part for part in (told.name, told.position, told.workplace) if part)


def _wrote(things: Mapping[str, set[str]]) -> Mapping[str, Collection[str]]:
    """By subject, who wrote one of the things that belong to it; one question for all of them."""
    verbs = ["awards.nomination_submitted", "awards.nominee_added", "awards.nominee_changed"]
    events = Event.objects.filter(verb__in=verbs, thing_id__in=set().union(*things.values()), actor__startswith="user:")
    did = list(events.values_list("thing_id", "actor").distinct())
    return {subject: {actor for thing, actor in did if thing in of} for subject, of in things.items()}
