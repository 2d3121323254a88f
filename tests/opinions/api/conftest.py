"""See tests/opinions/ground.py."""

from tests.opinions.ground import *  # noqa: F403
