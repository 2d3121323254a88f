"""Public pages of the shell."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from gandan.core import access


@access.public
def home(request: HttpRequest) -> HttpResponse:
    """The first page."""
    return render(request, "portal/home.html")
