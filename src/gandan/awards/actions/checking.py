"""What the rules of a call say of somebody proposed, written down. Part of deeds."""

from datetime import date

from gandan.awards.calc.checks import Found
from gandan.awards.models import Check, Nominee
from gandan.awards.queries.checking import findings


def look(nominee: Nominee, *, on: date) -> list[Found]:
    """Look anew and keep what was found; what was found before gives way."""
    found = findings(nominee, on=on)
    Check.objects.filter(nominee=nominee).delete()
    Check.objects.bulk_create(
        Check(
            nominee=nominee,
            kind=f.kind,
            outcome=f.outcome,
            needed=f.needed,
            found=f.found,
            source=f.source[:300],
            checked=f.checked,
            looked_on=on,
        )
        for f in found
    )
    return found
