"""Settings of the tests: the demo's, with keys of their own, plain static files and a cheap (but real) argon2."""

import os

os.environ["GANDAN_DEMO"] = "1"
os.environ["GANDAN_SECRET_KEY"] = "a key of the tests, longer than it needs to be"
os.environ.setdefault("GANDAN_ENCRYPTION_KEYS", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=")
os.environ.setdefault("GANDAN_HOME", f"/tmp/gandan-tests-{os.geteuid()}/home")  # noqa: S108  short, for the socket
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")  # Playwright keeps an event loop in the test's thread

from gandan.config.settings import *  # noqa: F403
from gandan.config.settings import ALLOWED_HOSTS, STATIC_ROOT, STORAGES

ALLOWED_HOSTS = [*ALLOWED_HOSTS, "testserver"]
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
PASSWORD_HASHERS = ["tests.hashers.CheapArgon2", "django.contrib.auth.hashers.Argon2PasswordHasher"]
STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # whitenoise warns of a missing one
