"""Settings of a worker that tests start: it knows the text of their verb."""

from tests.settings import *  # noqa: F403
from tests.settings import INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "tests.notices.support.telling.TellingConfig"]
