"""One page of a list whose rows are made for the screen all at once."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from django.core.paginator import Page, Paginator
from django.db.models import Model, QuerySet
from django.http import HttpRequest

M = TypeVar("M", bound=Model)


def paged(request: HttpRequest, rows: QuerySet[M], shown: Callable[[list[M]], Iterable[dict[str, Any]]], *, each: int) -> Page[Any]:
    """The page asked for by `trang`, its objects as `shown` makes them."""
    page: Page[Any] = Paginator(rows, each).get_page(request.GET.get("trang"))
    page.object_list = list(shown(list(page.object_list)))
    return page
