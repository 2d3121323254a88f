from tests.people import *  # noqa: F403  the fixed cast
