"""Indicators and public figures in the search. A sentence may name persons: only the number, its noun and where it stood are indexed."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from gandan.core.search import Document, SearchSource
from gandan.core.text.numbers import vietnamese
from gandan.indicators.models import Indicator, Statement
from gandan.indicators.writing import figure

INDICATOR, FIGURE = "indicator", "figure"


def indicator_document(indicator: Indicator) -> Document:
    """A public indicator by its name, code and the words that texts use."""
    return Document(
        kind=INDICATOR,
        id=str(indicator.pk),
        title=indicator.name,
        url=reverse("indicators-public:indicator", args=[indicator.code]),
        names=(indicator.code, indicator.noun, *indicator.words),
        summary=str(indicator.get_topic_display()),
    )


def figure_document(statement: Statement) -> Document:
    """A public figure by its number, however it is written."""
    with override("vi"):
        said = figure(statement.value, statement.measure, statement.bound)
    return Document(
        kind=FIGURE,
        id=str(statement.pk),
        title=f"{said} {statement.noun}".strip(),
        url=reverse("indicators-public:figure", args=[statement.pk]),
        names=(vietnamese(statement.value), format(statement.value, "f")),
        body=statement.source_title,
        summary=statement.source_title,
        unit=statement.unit_id,
        day=statement.last_day or statement.source_day,
    )


def indicators() -> Iterator[Document]:
    """All public indicators."""
    return (indicator_document(row) for row in Indicator.objects.filter(is_public=True).iterator())


def figures() -> Iterator[Document]:
    """All public figures that stand."""
    return (figure_document(row) for row in Statement.objects.living().filter(is_public=True).iterator())


def of_indicator(row: Indicator) -> Document | None:
    """That of one indicator."""
    return indicator_document(row) if row.is_public else None


def of_figure(row: Statement) -> Document | None:
    """That of one figure."""
    return figure_document(row) if row.is_public and not row.is_retracted and not row.is_corrected else None


SOURCES = (
    SearchSource(kind=INDICATOR, label=_("Chỉ tiêu"), documents=indicators, document_for=of_indicator),
    SearchSource(kind=FIGURE, label=_("Số liệu"), documents=figures, document_for=of_figure),
)
