"""What the masthead of every page shows of the reader's own choice."""

from django.http import HttpRequest

from gandan.core.ui.place import Place, chosen


def place(request: HttpRequest) -> dict[str, Place | None]:
    """`place` in every template: the ward remembered in this browser."""
    return {"place": chosen(request)}
