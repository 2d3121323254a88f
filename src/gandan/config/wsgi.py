"""What the HTTP server runs."""

import os

from django.core.wsgi import get_wsgi_application
from django.db import Error, connection

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gandan.config.settings")
application = get_wsgi_application()


def warm() -> None:
    """Read the tree of units and the addresses before the first visitor comes, who would wait for seconds. A database that is not there
    yet is no reason not to start: its absence is told page by page."""
    from django.urls import get_resolver

    from gandan.units.queries.picture import picture

    get_resolver().url_patterns  # noqa: B018  loads every room's pages
    try:
        picture()
    except Error:
        pass
    finally:
        connection.close()


warm()
