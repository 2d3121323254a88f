"""Before something weighty: that this is still the person who signed in."""

import time
from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.authentication import get_authentication_records
from allauth.core.exceptions import ReauthenticationRequired
from django.conf import settings
from django.http import HttpRequest, HttpResponse

View = Callable[..., HttpResponse]


def freshly_signed_in(view: View) -> View:
    """Signed in, or confirmed, within the last minutes; else the password or the code is asked again.

    Who comes through the province's own provider has neither here, and passes: the provider asks in its own way.
    """

    @wraps(view)
    def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        records = get_authentication_records(request, request.user)
        fresh = bool(records) and time.time() - records[-1]["at"] < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT
        if not fresh and get_adapter().get_reauthentication_methods(request.user):
            raise ReauthenticationRequired
        return view(request, *args, **kwargs)

    return inner
