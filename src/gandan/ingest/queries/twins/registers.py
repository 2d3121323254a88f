"""What stands in a register already: a document, an award on the roll, a model."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from gandan.awards import queries as awards
from gandan.core.access import Actor
from gandan.directives import queries as directives
from gandan.ingest.enums import RecordKind
from gandan.ingest.models import ProposedRecord
from gandan.ingest.proposal import Award, CitedDocument, GoodModel
from gandan.ingest.queries.sources import places_of
from gandan.ingest.queries.twins.candidate import LIKELY, LOOKED_AT, Candidate, likeness
from gandan.movement import queries as models
from gandan.units import queries as units


def documents(record: ProposedRecord, cited: CitedDocument, actor: Actor) -> Iterable[Candidate]:
    """The same number; the same issuer and year make it sure."""
    for document in directives.find_number(cited.number, actor=actor):
        why = [_("cùng số %(number)s") % {"number": document.number}]
        score = 70
        if cited.issuer and document.issuer:
            alike = likeness(cited.issuer, document.issuer)
            score += 20 if alike >= 80 else -20
            why += [_("cùng nơi ban hành")] if alike >= 80 else [_("nơi ban hành khác: %(issuer)s") % {"issuer": document.issuer}]
        if cited.date and document.year:
            score += 15 if cited.date.year == document.year else -25
            why += [_("cùng năm")] if cited.date.year == document.year else [_("năm khác: %(year)s") % {"year": document.year}]
        yield Candidate(document, str(document), tuple(why), max(LIKELY, min(100, score)))


def on_the_roll(record: ProposedRecord, award: Award, actor: Actor) -> Iterable[Candidate]:
    """On the roll already in the same numbers, by name; a twin of the same year is likelier."""
    year = record.source.published.year if record.source.published else None
    for there in awards.seen(actor).filter(persons=award.persons, collectives=award.collectives)[:LOOKED_AT]:
        alike = round(likeness(award.name, there.name))
        why = [_("cùng số người và tập thể"), _("tên giống %(n)s %%") % {"n": alike}]
        same_year = year is not None and there.year == year
        why += [_("cùng năm")] if same_year else []
        yield Candidate(there, there.name, tuple(why), alike * 6 // 10 + (25 if same_year else 0))


def models_named(record: ProposedRecord, model: GoodModel, actor: Actor) -> Iterable[Candidate]:
    """A model of a like name that the actor sees; at the place that the words name it is likelier."""
    here = places_of(record.source.records.filter(kind=RecordKind.UNIT)).named(model.place, on=record.source.published)
    units_of = {b.place.id for b in units.became(here, on=record.source.published)} | {here.id} if here else set()
    rows = models.visible_to(actor).exclude(state="withdrawn")
    for there in rows.filter(unit__in=units_of) if units_of else rows.filter(title__iexact=model.name)[:LOOKED_AT]:
        alike = round(likeness(model.name, there.title))
        why = [_("tên giống %(n)s %%") % {"n": alike}, *([_("cùng nơi")] if there.unit_id in units_of else [])]
        yield Candidate(there, there.title, tuple(why), alike * 7 // 10 + (30 if there.unit_id in units_of else 0))
