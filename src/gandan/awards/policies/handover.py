"""WHEN a person says who takes a call or a dossier whose office is gone."""

from datetime import date

from django.utils.translation import gettext as _

from gandan.awards import hands
from gandan.awards.enums import CallState, NominationState
from gandan.awards.models import Call, Nomination
from gandan.awards.policies.words import BAD
from gandan.core.access import Refusal
from gandan.units.models import Office

ENDED = frozenset({CallState.DECIDED, CallState.CANCELLED})


def is_left(thing: Call | Nomination, *, today: date) -> bool:
    """Whether it lives and its office does not."""
    call = thing.call if isinstance(thing, Nomination) else thing
    if call.state in ENDED or (isinstance(thing, Nomination) and thing.state == NominationState.WITHDRAWN):
        return False
    return not thing.office.exists(today)


def choose(thing: Call | Nomination, office: Office, *, today: date) -> Refusal | None:
    """A living office of a unit that may take it."""
    if not is_left(thing, today=today):
        return Refusal(_("Cơ quan phụ trách vẫn hoạt động nên không cần chọn cơ quan khác."))
    if office.unit_id not in hands.may_take(thing) or not office.exists(today):
        return Refusal(_("Xin chọn cơ quan đang hoạt động của đơn vị tiếp nhận."), status=BAD)
    return fits(thing, office)


def fits(thing: Call | Nomination, office: Office) -> Refusal | None:
    """No merger makes an office judge its own proposal, and an office has one dossier of a unit in a call. By rule or by choice."""
    there = Nomination.objects.exclude(state=NominationState.WITHDRAWN).filter(office=office)
    if isinstance(thing, Call):
        judged = there.filter(call=thing).exists()
    else:
        judged = office.pk == thing.call.office_id
        if there.filter(call=thing.call_id, made_in=thing.made_in_id).exclude(pk=thing.pk).exists():
            return Refusal(_("Cơ quan này đã giữ một hồ sơ khác của đơn vị ấy trong đợt. Xin chọn cơ quan khác."), status=BAD)
    if judged:
        return Refusal(_("Cơ quan đề nghị không đồng thời xét đợt này. Xin chọn cơ quan khác."), status=BAD)
    return None
