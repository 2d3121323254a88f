"""Settings of the tests: the demo's, with keys of their own, plain static files and a cheap (but real) argon2."""

import os

os.environ["GANDAN_DEMO"] = "1"
os.environ["GANDAN_SECRET_KEY"] = "a key of the tests, longer than it needs to be"
os.environ["GANDAN_ENCRYPTION_KEYS"] = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="
os.environ.setdefault("GANDAN_HOME", f"/tmp/gandan-tests-{os.geteuid()}/home")
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")  # Playwright keeps an event loop in the test's thread

from gandan.config.settings import *  # noqa: E402, F403
from gandan.config.settings import ALLOWED_HOSTS, STORAGES  # noqa: E402

ALLOWED_HOSTS = [*ALLOWED_HOSTS, "testserver"]
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
PASSWORD_HASHERS = ["tests.hashers.CheapArgon2", "django.contrib.auth.hashers.Argon2PasswordHasher"]
