"""One who is proposed: the dossier, what the rules say, what the council came to, what was decided and why."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from gandan.appraisals import queries as appraisals
from gandan.awards import actions, policies, queries
from gandan.awards.enums import NomineeState, Whom
from gandan.awards.models import Nominee
from gandan.awards.web import board, deeds_dossier, doing, dossier, forms, words
from gandan.awards.web.doing import Deed
from gandan.core.access import Actor, Refusal, actor_of, guarded, may


@require_GET
@guarded("awards.open_desk")
def one(request: HttpRequest, nominee: UUID) -> HttpResponse:
    """Everything about one, for those entitled; the name stands on this page and leads nowhere."""
    actor, today = actor_of(request), timezone.localdate()
    found = nominee_for(actor, nominee)
    row = board.row_of(found, actor, office=found.nomination.office.name_on(today))
    drops = may(actor, "awards.nominate", found) and policies.nomination.changeable(found.nomination, today=today) is None
    context = {
        "row": row,
        "nominee": found,
        "told": row.told,
        "born": _born(row),
        "nomination": found.nomination,
        "call": found.nomination.call,
        "is_person": found.whom == Whom.PERSON,
        "steps": [(s, s.get_deed_display(), s.given_on) for s in queries.steps(found)],
        "appraisal_url": appraisal_url(found, actor),
        "rules": found.nomination.call.eligibility,
        "conditions": words.conditions(found.nomination.call.eligibility),
        "changes": drops and found.state != NomineeState.WITHDRAWN,
    }
    return render(request, "awards/staff/nominee.html", context)


@require_http_methods(["GET", "POST"])
@guarded("awards.open_desk")
def deed(request: HttpRequest, nominee: UUID, slug: str) -> HttpResponse:
    """The page of one deed; whoever judges goes back to the board, whoever writes to the dossier."""
    actor = actor_of(request)
    if slug not in deeds_dossier.NOMINEE_BY_SLUG:
        raise Http404
    found = nominee_for(actor, nominee)
    what = deeds_dossier.NOMINEE_BY_SLUG[slug]
    told = queries.dossier(found, actor)
    if slug == "bo":
        back = reverse("awards:dossier", args=[found.nomination_id])
        then = None
    else:
        back = reverse("awards:nominee", args=[found.pk])
        then = _to_board(found)
    about = told.name if told else _("Trường hợp số %(n)s") % {"n": found.position}
    crumbs = dossier.crumbs_of(found.nomination)
    return doing.page(request, found, what, back=back, crumbs=crumbs, about=about, then=then)


@require_http_methods(["GET", "POST"])
@guarded("awards.nominate")
def change(request: HttpRequest, nominee: UUID) -> HttpResponse:
    """Told anew; what was told before stands in the fields."""
    actor = actor_of(request)
    found = nominee_for(actor, nominee)
    what = CHANGE[Whom(found.whom)]
    back = reverse("awards:nominee", args=[found.pk])
    crumbs = dossier.crumbs_of(found.nomination)
    return doing.page(request, found, what, back=back, crumbs=crumbs, about=dossier.about(found.nomination))


def nominee_for(actor: Actor, key: UUID) -> Nominee:
    """One whose dossier the actor may open; any other is not there."""
    rows = Nominee.objects.filter(pk=key, nomination__in=queries.nominations(actor))
    rows = rows.select_related(
        "nomination__call__kind", "nomination__call__eligibility", "nomination__office", "nomination__unit", "appraisal__grade"
    )
    found = rows.select_related("nomination__call__council", "appraisal__sheet").prefetch_related(
        "checks", "steps", "nomination__office__names", "nomination__call__kind__names"
    )
    one_ = found.first()
    if one_ is None or not may(actor, "awards.open_dossier", one_):
        raise Http404
    return one_


def appraisal_url(nominee: Nominee, actor: Actor) -> str:
    """The page of the council's work on this one, for those who see it."""
    if nominee.appraisal_id is None or not appraisals.visible_to(actor).filter(pk=nominee.appraisal_id).exists():
        return ""
    try:
        return reverse("appraisals:one", args=[nominee.appraisal_id])
    except NoReverseMatch:
        return ""


def _to_board(nominee: Nominee) -> Any:
    return lambda done: reverse("awards:board", args=[nominee.nomination.call_id])


def _born(row: board.Row) -> object:
    """The whole day where it is known, else the year."""
    if row.told is None:
        return None
    return parse_date(row.told.born_on) if row.told.born_on else row.told.born


def _initial(nominee: Any, by: Any, today: Any) -> dict[str, Any]:
    told = queries.dossier(nominee, by)
    grounds = nominee.nomination.call.grounds
    if told is None:
        return {"grounds": grounds}
    kept = {name: getattr(told, name) for name in ("name", "workplace", "deeds", "position", "born", "years", "is_head", "note")}
    day = parse_date(told.born_on) if told.born_on else None
    kept |= {"born_on": day, "born": None if day else told.born, "ground": nominee.ground}
    return {"grounds": grounds, "initial": kept}


def _changeable(nominee: Any, by: Any, today: Any) -> Refusal | None:
    return policies.nomination.changeable(nominee.nomination, today=today) or policies.nomination.named(nominee)


def _changed(nominee: Any, form: Any, by: Any, now: Any) -> object:
    return actions.change_nominee(nominee, person=form.given, ground=form.ground, by=by, now=now)


CHANGE = {
    whom: Deed(
        "sua", "awards.nominate", gettext_lazy("Sửa khai báo"), gettext_lazy("Đã ghi lại."), form, _changeable, _changed, fields=_initial
    )
    for whom, form in ((Whom.PERSON, forms.PersonForm), (Whom.COLLECTIVE, forms.CollectiveForm))
}
