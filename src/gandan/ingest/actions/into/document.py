"""A cited document is found in the register or put into it, and cited on the activity."""

from gandan.activities import actions as activities
from gandan.activities.models import ActivityDocument
from gandan.core.access import refuse_if
from gandan.directives import actions as directives
from gandan.directives import numbers
from gandan.directives.models import Document
from gandan.directives.policies import document as register
from gandan.ingest import policies
from gandan.ingest.actions.into.taking import UNDONE, Outcome, Taking
from gandan.ingest.proposal import CitedDocument
from gandan.units.models import Unit

SOURCE = register.LONGEST["source"]
LABEL = "directives.document"


def take(taking: Taking) -> Outcome:
    """The same number, issuer and year is the same document: it is merged into, never registered twice."""
    cited: CitedDocument = taking.decided
    known = known_document(cited, taking)
    if known is not None:
        return merge(taking, known)
    document = directives.register_document(
        number=cited.number,
        kind=cited.kind or "",
        issuer=cited.issuer or "",
        issued_on=cited.date,
        is_public=taking.source.is_public,
        unit=_keeper(taking),
        source=taking.masked(taking.source.title)[:SOURCE],
        **taking.who,
    )
    return Outcome(document, (document, *_cite(taking, document)))


def merge(taking: Taking, document: Document) -> Outcome:
    """Cite a document that is in the register."""
    public = taking.activity is not None and taking.activity.is_public
    refuse_if(policies.citable(document_public=document.is_public, activity_public=public))
    return Outcome(document, tuple(_cite(taking, document)), merged=True)


def known_document(cited: CitedDocument, taking: Taking) -> Document | None:
    """The document of the register that is meant, among those the actor may see."""
    number = numbers.parse(cited.number)
    if number is None:
        return None
    year = cited.date.year if cited.date else number.year
    public, unit = taking.source.is_public, _keeper(taking)
    return register.twin(number, issuer=cited.issuer or "", year=year, is_public=public, unit=unit, by=taking.by)


def take_back(document: Document, taking: Taking) -> None:
    """Take it out of the register, unless people built on it there or it is cited elsewhere; then it stays."""
    cited = ActivityDocument.objects.filter(document=document, removed_at=None)
    if not (cited.exists() or document.does.exists() or document.undergoes.exists() or document.advice.exists()):
        directives.withdraw_document(document, reason=UNDONE, **taking.who)


def take_back_citation(citation: ActivityDocument, taking: Taking) -> None:
    """Not cited any more."""
    activities.remove_document(citation, **taking.who)


def _cite(taking: Taking, document: Document) -> list[ActivityDocument]:
    """The citation, when this deed makes it."""
    activity = taking.activity
    if activity is None or ActivityDocument.objects.filter(activity=activity, document=document, removed_at=None).exists():
        return []
    return [activities.cite_document(activity, document=document, quote=taking.shown_quote, **taking.who)]


def _keeper(taking: Taking) -> Unit:
    return taking.source.unit
