"""WRITE: what is counted, and how that was laid down."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone

from gandan.core import events, search
from gandan.core.access import Actor, refuse_if, require
from gandan.core.text import fold, nfc
from gandan.indicators.enums import Origin
from gandan.indicators.models import Definition, Indicator
from gandan.indicators.policies import definition as policies
from gandan.indicators.search import indicator_document


@transaction.atomic
def define_indicator(
    *,
    code: str,
    name: str,
    topic: str,
    measure: str,
    nature: str,
    by: Actor,
    now: datetime,
    noun: str = "",
    words: Sequence[str] = (),
    explained: str = "",
    source: str = "",
    is_public: bool = True,
) -> Indicator:
    """Lay down something new to be counted, from today on; figures of earlier times may be entered under it as well."""
    require(by, "indicators.define")
    name, noun, source = nfc(name).strip(), nfc(noun).strip(), nfc(source).strip()
    texts = (explained, *words)
    refuse_if(policies.define(code=code, name=name, measure=measure, nature=nature, noun=noun, source=source, texts=texts))
    indicator = Indicator.objects.create(
        code=code,
        topic=topic,
        measure=measure,
        nature=nature,
        name=name,
        name_folded=fold(name),
        noun=noun,
        words=[nfc(w).strip() for w in words if w.strip()],
        is_public=is_public,
        valid=DateRange(None, None, "[)"),
        origin=Origin.OFFICE,
    )
    Definition.objects.create(
        indicator=indicator, name=name, noun=noun, explained=nfc(explained).strip(), source=source, valid=DateRange(None, None, "[)")
    )
    events.record("indicators.defined", indicator, by=by, at=now, now="valid", facts={"code": code, "measure": measure, "nature": nature})
    if is_public:
        search.put(indicator_document(indicator))
    return indicator


@transaction.atomic
def redefine_indicator(
    indicator: Indicator,
    *,
    name: str,
    source: str,
    first: date,
    by: Actor,
    now: datetime,
    noun: str = "",
    words: Sequence[str] = (),
    explained: str = "",
) -> Definition:
    """Another name or explanation from a day on. The earlier one stays: values of its time were given under it."""
    indicator = Indicator.objects.select_for_update().get(pk=indicator.pk)
    require(by, "indicators.redefine", indicator)
    name, noun, source = nfc(name).strip(), nfc(noun).strip(), nfc(source).strip()
    refuse_if(policies.redefine(indicator, name=name, noun=noun, source=source, texts=(explained, *words), first=first))
    last = indicator.definitions.order_by("-valid").first()
    if last is not None:
        last.valid = DateRange(last.valid.lower, first, "[)")
        last.save(update_fields=["valid"])
    made = Definition.objects.create(
        indicator=indicator, name=name, noun=noun, explained=nfc(explained).strip(), source=source, valid=DateRange(first, None, "[)")
    )
    indicator.name, indicator.name_folded, indicator.noun, indicator.origin = name, fold(name), noun, Origin.OFFICE
    indicator.words = [nfc(w).strip() for w in words if w.strip()]
    indicator.save(update_fields=["name", "name_folded", "noun", "words", "origin"])
    events.record("indicators.redefined", indicator, by=by, at=now, facts={"first": first, "definition": made.pk})
    if indicator.is_public:
        search.put(indicator_document(indicator))
    return made


@transaction.atomic
def end_indicator(indicator: Indicator, *, last: date, by: Actor, now: datetime) -> Indicator:
    """No values for days after `last`; what was given stays."""
    indicator = Indicator.objects.select_for_update().get(pk=indicator.pk)
    require(by, "indicators.end", indicator)
    refuse_if(policies.end(indicator, last=last, today=timezone.localdate(now)))
    after = last + timedelta(days=1)
    newest = indicator.definitions.order_by("-valid").first()
    if newest is not None:
        newest.valid = DateRange(newest.valid.lower, after, "[)")
        newest.save(update_fields=["valid"])
    indicator.valid, indicator.origin = DateRange(indicator.valid.lower, after, "[)"), Origin.OFFICE
    indicator.save(update_fields=["valid", "origin"])
    events.record("indicators.ended", indicator, by=by, at=now, was="valid", now="ended", facts={"last": last})
    return indicator
