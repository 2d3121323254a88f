"""READ what a code opens."""

from gandan.core import codes as core_codes
from gandan.core.access import Actor, Anyone
from gandan.opinions import codes
from gandan.opinions.actor import Sender
from gandan.opinions.models import Contact, Opinion


def of_digest(digest: str) -> Opinion | None:
    """The opinion with this digest of a code, with its case, office and places."""
    rows = Opinion.objects.select_related("case__office", "case__unit", "case__hamlet", "unit", "hamlet")
    return rows.filter(code_digest=digest).first()


def of_code(typed: str) -> Opinion | None:
    """The opinion that a code opens, in any spelling; None when it opens nothing (a wrong sign is found before the database is asked)."""
    code = core_codes.read(typed)
    return of_digest(codes.digest(code)) if code else None


def sender_of(opinion: Opinion, *, pin: str = "", behind: Actor | None = None) -> Sender:
    """Who holds its code; with the right PIN they write. `behind` is who is signed in meanwhile."""
    writes = codes.fits(opinion.pk, pin, opinion.pin_mac)
    return Sender(opinion.pk, opinion.case_id, writes, behind or Anyone())


def sealed_samples() -> list[str]:
    """A few sealed contacts, so that a check can try the keys of the installation on them."""
    return list(Contact.objects.order_by("pk").values_list("sealed", flat=True)[:3])
