"""What a decorator adds to a call of the API: a header that it reads, and answers that it may give."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from ninja.decorators import decorate_view
from ninja.operation import Operation
from ninja.params.functions import Header
from ninja.utils import contribute_operation_args, contribute_operation_callback

from gandan.core.rest.problems import Problem

Call = Callable[..., Any]


def takes_header(view: Call, name: str, *, alias: str, pattern: str, longest: int, description: str) -> Call:
    """The view with one more documented header. It is checked by the library and not handed on; decorators read it from the request."""

    @wraps(view)
    def inner(request: Any, *args: Any, **given: Any) -> Any:
        given.pop(name, None)
        return view(request, *args, **given)

    source: Any = Header(None, alias=alias, pattern=pattern, max_length=longest, description=description)
    contribute_operation_args(inner, name, str, source)
    return inner


def may_answer(view: Call, *statuses: int, model: Any = Problem) -> None:
    """Document answers that the decorator gives beside those of the view."""

    def add(operation: Operation) -> None:
        for status in statuses:
            operation.response_models.setdefault(status, operation._create_response_model(model))

    contribute_operation_callback(view, add)


def around(view: Call, wrapper: Callable[[Call], Call]) -> None:
    """Wrap the whole call, from reading the request to the bytes of the answer."""
    decorate_view(wrapper)(view)
