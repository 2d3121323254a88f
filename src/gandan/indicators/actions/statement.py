"""WRITE: figures as texts state them."""

from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from gandan.core import events, search
from gandan.core.access import Actor, may, refuse_if, require
from gandan.core.text import nfc
from gandan.indicators.actions.chain import take_away
from gandan.indicators.models import Retraction, Statement
from gandan.indicators.models.exact import plain
from gandan.indicators.policies import statement as policies
from gandan.indicators.queries.reach import home
from gandan.indicators.search import FIGURE, figure_document
from gandan.units.models import Unit


@transaction.atomic
def state_figure(
    *,
    value: Decimal,
    measure: str,
    bound: str,
    noun: str,
    quote: str,
    by: Actor,
    now: datetime,
    unit: Unit | None = None,
    on: date | None = None,
    period_from: date | None = None,
    period_to: date | None = None,
    cumulative: bool = False,
    source_title: str = "",
    source_url: str = "",
    source_day: date | None = None,
    origin: Model | None = None,
    is_public: bool = False,
    kept_by: Unit | None = None,
    corrects: Statement | None = None,
) -> Statement:
    """Keep a figure with the sentence it stands in.

    `origin` is the thing it was taken from (a source that was read). `corrects` is a statement that was kept wrongly: values that were read
    from it are taken away, and may be read anew from this one.
    Public is what somebody says of a unit for which they work, or which lies below; of any other it stays internal to its keeper.
    """
    if corrects is not None:
        corrects = Statement.objects.select_for_update().get(pk=corrects.pk)
        require(by, "indicators.retract", corrects)
        refuse_if(policies.correct(corrects))
    require(by, "indicators.state")
    said = {"on": on, "period_from": period_from, "period_to": period_to, "source_day": source_day}
    refuse_if(policies.state(value=value, measure=measure, quote=quote, cumulative=cumulative, **said))
    if kept_by is not None:
        require(by, "indicators.publish", kept_by.pk)
    is_public = is_public and (unit is None or may(by, "indicators.publish", unit.pk))
    if is_public:
        refuse_if(policies.publish(value=value, noun=noun, quote=quote, source_title=source_title, read=origin is not None))
    made = Statement(
        value=plain(value),
        measure=measure,
        bound=bound,
        noun=nfc(noun).strip()[:200],
        unit=unit,
        kept_by_id=kept_by.pk if kept_by else (corrects.kept_by_id if corrects else home(by)),
        on=on,
        period_from=period_from,
        period_to=period_to,
        cumulative=cumulative,
        quote=nfc(quote).strip(),
        source_title=nfc(source_title).strip()[:300],
        source_url=source_url[:500],
        source_day=source_day,
        origin_type=origin._meta.label_lower if origin is not None else "",
        origin_id=str(origin.pk) if origin is not None else "",
        is_public=is_public,
        corrects=corrects,
        stated_at=now,
    )
    made.save(force_insert=True)
    place = made.unit_id or made.kept_by_id
    facts = {"value": made.value, "measure": measure, "bound": bound, "corrects": corrects.pk if corrects else None, "public": is_public}
    events.record("indicators.figure_stated", made, by=by, at=now, unit=place, now="stated", facts=facts, binds=[made])
    if corrects is not None:
        take_away(corrects, now=now)
        search.drop(FIGURE, corrects.pk)
    if is_public:
        search.put(figure_document(made))
    return made


@transaction.atomic
def retract_statement(statement: Statement, *, reason: str, by: Actor, now: datetime) -> Retraction:
    """Take a figure back, with a reason; values that were read from it are taken away with it."""
    statement = Statement.objects.select_for_update().get(pk=statement.pk)
    require(by, "indicators.retract", statement)
    refuse_if(policies.retract(statement, reason=reason))
    made = Retraction(statement=statement, reason=nfc(reason).strip()[:500], retracted_on=timezone.localdate(now))
    made.save(force_insert=True)
    gone = take_away(statement, now=now)
    events.record(
        "indicators.figure_retracted",
        statement,
        by=by,
        at=now,
        unit=statement.unit_id or statement.kept_by_id,
        was="stated",
        now="retracted",
        facts={"values": gone},
        binds=[made],
    )
    search.drop(FIGURE, statement.pk)
    return made


@transaction.atomic
def erase_words(statement: Statement, *, reason: str, by: Actor, now: datetime) -> Statement:
    """Take the words of a statement away, with those of its retraction: the number stays, and the record still verifies.

    `reason` is one of `ErasedFor` and stands in the record, with who did it.
    """
    statement = Statement.objects.select_for_update(of=("self",)).get(pk=statement.pk)
    require(by, "indicators.erase_words", statement)
    refuse_if(policies.erase_words(statement, reason=reason))
    rows: list[Statement | Retraction] = [statement, *Retraction.objects.filter(statement=statement)]
    for row in rows:
        row.erase_content()
        row.save(update_fields=list(row.BOUND))
    place = statement.unit_id or statement.kept_by_id
    events.record("indicators.words_erased", statement, by=by, at=now, unit=place, facts={"reason": reason}, binds=rows)
    search.drop(FIGURE, statement.pk)
    if statement.is_public and not statement.is_retracted and not statement.is_corrected:
        search.put(figure_document(statement))
    return statement
