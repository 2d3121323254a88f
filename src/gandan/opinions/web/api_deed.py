"""What the deeds on a case over REST share: each takes `Idempotency-Key` and `If-Match` and answers with the case as it is now."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import Router

from gandan.accounts.models import User
from gandan.core.access import Refusal, actor_of
from gandan.core.rest.auth import Needs
from gandan.core.rest.etags import conditional, held
from gandan.core.rest.idempotency import idempotent
from gandan.core.rest.problems import Problem
from gandan.opinions import queries
from gandan.opinions.models import Case, Opinion
from gandan.opinions.web import api_cases as shown
from gandan.opinions.web.schemas.case import CaseWhole

DONE: dict[int, Any] = {200: CaseWhole, 401: Problem, 403: Problem, 404: Problem, 409: Problem, 422: Problem}
Do = Callable[[Case, Any], object]


def do(request: HttpRequest, key: UUID, deed: Do) -> CaseWhole:
    """The deed on what the owner of the token sees, held meanwhile."""
    actor, now = actor_of(request), timezone.now()
    with held(request, queries.visible_to(actor), key, show=shown.whole) as case:
        deed(case, {"by": actor, "now": now})
    return shown.whole(case)


def deed(router: Router, name: str, permission: str, summary: str, operation: str) -> Callable[[Any], Any]:
    """The route of one deed, on the router of its file."""

    def wrap(view: Any) -> Any:
        route = router.post(f"/at-work/{{key}}/{name}", auth=Needs(permission), response=DONE, summary=summary, operation_id=operation)
        return route(idempotent(conditional(view)))

    return wrap


def opinion_of(case: Case, key: UUID | None) -> Opinion | None:
    """One of the case's own, or all of them."""
    return one_of(case, key) if key is not None else None


def one_of(case: Case, key: UUID) -> Opinion:
    """One of the case's own opinions."""
    found = Opinion.objects.filter(pk=key, case=case).first()
    if found is None:
        raise Refusal(_("Việc này không có ý kiến nào mang mã ấy."), status=422)
    return found


def person_of(key: UUID | None) -> User | None:
    """Somebody who can sign in, or nobody."""
    if key is None:
        return None
    found = User.objects.filter(pk=key, is_active=True).first()
    if found is None:
        raise Refusal(_("Không có ai mang mã này."), status=422)
    return found
