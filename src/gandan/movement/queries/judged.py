"""A model as a council reads it: what it promised, what was measured, what others saw, what it resembles; whose it is, who wrote it.

Given to `appraisals.subjects`. Whoever may not see the model, and sits in no council before which it is, reads nothing of it, but for who
is meant, and where, as long as its result is posted: people cannot object to somebody unnamed.
"""

from collections.abc import Collection, Mapping
from decimal import Decimal

from django.db.models import Count, Prefetch, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from gandan.accounts.models import RoleHeld
from gandan.appraisals import queries as appraised
from gandan.appraisals.models import Posting
from gandan.appraisals.subjects import Described
from gandan.core.access import Actor, Role
from gandan.core.events import Event
from gandan.movement.calc import movements
from gandan.movement.hands import OWN_VERBS
from gandan.movement.models import Aim, Likeness, Practice, Reading
from gandan.movement.queries.recognition import SUBJECT
from gandan.movement.queries.single import whole
from gandan.movement.queries.visible import visible_to
from gandan.units.models import Office


def owners(ids: Collection[str]) -> Mapping[str, Office]:
    """The offices whose own work they are today; none where one is a hamlet's."""
    rows = Practice.objects.select_related("office").filter(pk__in=ids)
    return {str(row.pk): row.office for row in rows if row.office is not None and row.owning_office is not None}


def hands(ids: Collection[str]) -> Mapping[str, Collection[str]]:
    """Who wrote it, sent it in, did a deed of its owner on it, or headed its hamlet since it was begun, whatever they are now."""
    verbs = [f"movement.{verb}" for verb in OWN_VERBS]
    did = Event.objects.filter(thing_type="movement.practice", thing_id__in=ids, verb__in=verbs, actor__startswith="user:")
    found: dict[str, set[str]] = {one: set() for one in ids}
    for one, key in did.values_list("thing_id", "actor").distinct():
        found[one].add(key)
    rows = list(Practice.objects.filter(pk__in=ids))
    heads = RoleHeld.objects.filter(role=Role.HAMLET_HEAD, hamlet__in={p.hamlet_id for p in rows if p.hamlet_id}, withdrawn=False)
    held = list(heads.values_list("hamlet_id", "user_id", "valid"))
    for p in rows:
        begun = timezone.localdate(p.written_at)
        since = (user for hamlet, user, valid in held if hamlet == p.hamlet_id and (valid.upper is None or valid.upper > begun))
        found[str(p.pk)] |= {f"user:{user}" for user in since} | {k for k in (p.written_by, p.submitted_by) if k.startswith("user:")}
    return found


def describe(ids: Collection[str], actor: Actor) -> Mapping[str, Described]:
    """Title, page, place and lines, in a constant number of questions."""
    asked = appraised.visible_to(actor).filter(subject_type=SUBJECT, subject_id__in=ids)
    before = set(asked.values_list("subject_id", flat=True))
    mine = visible_to(actor).filter(pk__in=ids).values("pk")
    rows = Practice.objects.filter(Q(pk__in=mine) | Q(pk__in=before), pk__in=ids)
    living = Reading.objects.filter(statement__retraction=None, statement__corrected_by=None).select_related("statement")
    rows = whole(rows).prefetch_related(
        Prefetch("aims", Aim.objects.prefetch_related(Prefetch("readings", living.order_by("read_on", "id")))),
        Prefetch("likenesses", Likeness.objects.select_related("other").exclude(is_same=False)),
        "reviews",
    )
    counts = Practice.objects.filter(pk__in=ids).annotate(
        shown=Count("evidence", distinct=True),
        seen=Count("visits", distinct=True),
        tied=Count("links", Q(links__removed_on=None), distinct=True),
    )
    numbers = {row.pk: (row.shown, row.seen, row.tied) for row in counts}
    out = {str(row.pk): _described(row, numbers[row.pk], at_work=bool(actor.holdings)) for row in rows}
    return out | _posted(set(ids) - out.keys())


def _posted(ids: Collection[str]) -> dict[str, Described]:
    if not ids:
        return {}
    up = Posting.objects.filter(subject_type=SUBJECT, subject_id__in=ids, taken_down_on=None, until__gte=timezone.localdate())
    rows = Practice.objects.filter(pk__in=list(up.values_list("subject_id", flat=True)))
    return {str(p.pk): Described(p.title, place=p.place, lines=((str(p.get_kind_display()), f"{p.title}\n{p.place}"),)) for p in rows}


def _described(p: Practice, numbers: tuple[int, int, int], *, at_work: bool) -> Described:
    lines = [(_("Lĩnh vực"), p.field.name), (_("Loại"), str(p.get_kind_display()))]
    if p.office is not None:
        lines.append((_("Cơ quan làm"), str(p.office)))
    lines += [(aim.name, _measured(aim)) for aim in p.aims.all()]
    shown, seen, tied = numbers
    said = _("%(shown)s bằng chứng, %(seen)s buổi thăm, %(tied)s việc liên quan") % {"shown": shown, "seen": seen, "tied": tied}
    lines.append((_("Đã có"), said))
    lines += [(_("Rà soát năm %(year)s") % {"year": r.year}, str(r.get_result_display())) for r in list(p.reviews.all())[-1:]]
    lines += [(_("Giống"), _likeness(like)) for like in p.likenesses.all()]
    page = "movement:one" if at_work else "movement-public:one"
    return Described(title=p.title, url=reverse(page, args=[p.pk]), place=p.place, lines=tuple(lines))


def _measured(aim: Aim) -> str:
    noun = aim.noun or str(aim.get_measure_display())
    readings = list(aim.readings.all())
    last = readings[-1].statement.value if readings else None
    said = {"before": _number(aim.before), "last": _number(last), "target": _number(aim.target), "noun": noun}
    return _("trước %(before)s, mới đo %(last)s, mục tiêu %(target)s (%(noun)s)") % said


def _number(value: Decimal | None) -> str:
    if value is None:
        return _("chưa có số")
    return number_format(value.normalize() if value != value.to_integral() else value.to_integral(), use_l10n=True, force_grouping=True)


def _likeness(like: Likeness) -> str:
    if like.other is not None:
        name = like.other.title
    else:
        known = movements.by_code().get(like.movement)
        name = known.name if known is not None else like.movement
    return _("%(name)s: giống %(percent)s%%") % {"name": name, "percent": round(like.score * 100)}
