"""Code and PIN of a form, and the receipt of one that came before. A part of deeds."""

from django.utils.translation import gettext as _

from gandan.core import codes as core_codes
from gandan.core.access import Refusal, refuse_if
from gandan.denunciations import queries as set_aside
from gandan.denunciations.sealing import letter as unsealed
from gandan.opinions import codes, policies
from gandan.opinions.given import Said
from gandan.opinions.models import Opinion
from gandan.opinions.queries.codes import of_digest


def paper_of(code: str | None, pin: str | None) -> tuple[str, str, bool]:
    """Code and PIN in one spelling, and whether they came with the form."""
    read = core_codes.read(code) if code else core_codes.new()
    if read is None:
        raise Refusal(_("Mã trên mẫu này không đọc được. Xin mở mẫu mới rồi gửi lại."), status=422)
    return read, pin or codes.new_pin(), bool(code)


def sent_before(paper: tuple[str, str, bool], opinion: Opinion) -> Said | None:
    """The receipt of a form that arrived before, here or set aside: for the same PIN and the same words. Other words are not dropped under
    a receipt that speaks of the first ones; both rooms refuse them alike, so that the answer does not tell where those lie."""
    code, pin, _given = paper
    digest = codes.digest(code)
    there = of_digest(digest) if Opinion.objects.filter(code_digest=digest).exists() else None  # asked of every form, true of few
    if there is not None:
        refuse_if(policies.same_code(there.pk, there.pin_mac, pin=pin, words=(there.text or there.place, opinion.text or opinion.place)))
        return Said(there, code, pin, is_repeat=True)
    aside = set_aside.of_code_digest(digest)
    if aside is None:
        return None
    first = "" if aside.is_erased else unsealed(aside.sealed, key=aside.key).text
    refuse_if(policies.same_code(aside.pk, aside.pin_mac, pin=pin, words=(first, opinion.text or opinion.place)))
    return Said(None, code, pin, is_set_aside=True, is_repeat=True)
