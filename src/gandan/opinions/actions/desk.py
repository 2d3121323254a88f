"""What makes an officer's day shorter: saved filters of one's own, templates of an office."""

from datetime import datetime

from django.db import transaction

from gandan.accounts.actor import UserActor
from gandan.core import events
from gandan.core.access import Actor, refuse_if, require
from gandan.opinions import policies
from gandan.opinions.actions.held import line, lines
from gandan.opinions.models import AnswerTemplate, SavedFilter
from gandan.units.models import Office


@transaction.atomic
def save_filter(*, name: str, query: str, by: Actor, now: datetime) -> SavedFilter:
    """Keep a view of the inbox under a name; the same name again keeps the new view."""
    require(by, "opinions.keep_filter")
    user = _user(by)
    name, query = line(name), query.strip().lstrip("?")
    mine = SavedFilter.objects.filter(user_id=user.id)
    row = mine.filter(name=name).first() or SavedFilter(user_id=user.id, name=name, order=mine.count())
    refuse_if(policies.keep_filter(name=name, query=query, kept=0 if not row._state.adding else mine.count()))
    row.query = query
    row.save()
    events.record("opinions.filter_saved", row, by=by, at=now)
    return row


@transaction.atomic
def drop_filter(filter_: SavedFilter, *, by: Actor, now: datetime) -> None:
    """Forget a view; only one's own."""
    require(by, "opinions.keep_filter")
    row = SavedFilter.objects.filter(pk=filter_.pk, user_id=_user(by).id).first()
    if row is None:
        raise policies.no_filter()
    events.record("opinions.filter_dropped", row, by=by, at=now)
    row.delete()


@transaction.atomic
def keep_template(
    *, office: Office, title: str, text: str, by: Actor, now: datetime, topic: str = "", template: AnswerTemplate | None = None
) -> AnswerTemplate:
    """Words to begin answers with, new or changed."""
    row = AnswerTemplate.objects.select_for_update().get(pk=template.pk) if template else AnswerTemplate(office=office)
    require(by, "opinions.keep_template", row)
    row.title, row.text, row.topic = line(title), lines(text), topic
    refuse_if(policies.keep_template(row))
    row.save()
    events.record("opinions.template_kept", row, by=by, at=now, unit=row.office.unit_id, facts={"topic": topic or None})
    return row


@transaction.atomic
def retire_template(template: AnswerTemplate, *, by: Actor, now: datetime) -> AnswerTemplate:
    """It is offered no more."""
    row = AnswerTemplate.objects.select_for_update(of=("self",)).select_related("office").get(pk=template.pk)
    require(by, "opinions.keep_template", row)
    refuse_if(policies.retire_template(row))
    row.retired = True
    row.save(update_fields=["retired"])
    events.record("opinions.template_retired", row, by=by, at=now, unit=row.office.unit_id)
    return row


def _user(by: Actor) -> UserActor:
    """Filters are a person's own; nobody else holds any."""
    if not isinstance(by, UserActor):
        raise policies.no_filter()
    return by
