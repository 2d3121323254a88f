"""Composition root: which rooms there are and what they stand on. Loads without a database."""

from pathlib import Path
from typing import Any

from csp.constants import NONCE, NONE, SELF

from gandan.config import channels, env
from gandan.config.sign_in import *  # noqa: F403  how people sign in, kept apart because it is long
from gandan.config.sign_in import form_targets
from gandan.core.jobs.app import STALLED_AFTER as STALLED_AFTER
from gandan.core.jobs.app import WORKER
from gandan.core.logs.configure import configure, logging_config

PACKAGE = Path(__file__).resolve().parent.parent
HOME = env.home()
DEMO = env.flag("GANDAN_DEMO", default=False)
DEBUG = False
# An empty key loads (tools need the settings) but Django refuses to use it, and `gandan web` says how to make one.
SECRET_KEY = SECRET_KEY_GIVEN = env.key("GANDAN_SECRET_KEY", "secret", demo=DEMO)
ENCRYPTION_KEYS = [k for k in env.key("GANDAN_ENCRYPTION_KEYS", "encryption", demo=DEMO).replace(" ", "").split(",") if k]
ALLOWED_HOSTS = env.words("GANDAN_HOSTS") or ["localhost", "127.0.0.1", "[::1]"]
METRICS_TOKEN = env.text("GANDAN_METRICS_TOKEN")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "pgtrigger",
    "django_cotton",
    "procrastinate.contrib.django",
    # our rooms before the sign-in library, so that our templates stand before its own
    "gandan.core",
    "gandan.units",
    "gandan.accounts",
    "gandan.notices",
    "gandan.commitments",
    "gandan.indicators",
    "gandan.directives",
    "gandan.activities",
    "gandan.denunciations",
    "gandan.opinions",
    "gandan.appraisals",
    "gandan.movement",
    "gandan.awards",
    "gandan.ingest",
    "gandan.api",
    "gandan.portal",
    "gandan.workspace",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
]

MIDDLEWARE = [
    "gandan.core.logs.middleware.RequestLog",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "gandan.core.ui.language.LanguageMiddleware",
    "gandan.core.ui.maintenance.MaintenanceMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "gandan.units.middleware.SteadyTreeMiddleware",
    "gandan.accounts.middleware.ActorMiddleware",
    "gandan.core.ui.refusals.RefusalMiddleware",
    "gandan.core.ui.odd_address.OddAddressMiddleware",
]

ROOT_URLCONF = "gandan.config.urls"
WSGI_APPLICATION = "gandan.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "gandan.portal.context.place",
                "gandan.accounts.context.office",
            ]
        },
    }
]

EMBEDDED = not env.text("DATABASE_URL")
DATABASES: dict[str, dict[str, Any]] = {"default": env.database()}
CACHES = {  # shared by all processes, so that a rate limit is one limit; `gandan migrate` makes the table
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "gandan_cache",
        "OPTIONS": {"MAX_ENTRIES": 200_000},  # a full cache drops a third of all counts: whoever tries many names must not get that far
    }
}

PROCRASTINATE_IMPORT_PATHS = ["gandan.config.schedule"]
PROCRASTINATE_WORKER_DEFAULTS = WORKER

LOGGING = logging_config(env.text("GANDAN_LOG_LEVEL", default="INFO").upper())
configure()

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.User"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "core/locale"]  # before all apps: what Django says of forms and passwords is worded there
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
MEDIA_ROOT = HOME / "files"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

CSRF_FAILURE_VIEW = "gandan.core.ui.errors.stale_form"
LOGIN_URL = "/dang-nhap/"
LOGIN_REDIRECT_URL = "/lam-viec/"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],
        "img-src": [SELF, "data:"],
        "connect-src": [SELF],
        "font-src": [SELF],
        "form-action": [SELF, *form_targets()],
        "object-src": [NONE],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 3600
CSRF_COOKIE_HTTPONLY = True
HTTPS = env.flag("GANDAN_HTTPS", default=not DEMO)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = HTTPS
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^(healthz|readyz|metrics)$"]
SECURE_HSTS_SECONDS = 365 * 86400 if HTTPS else 0
BEHIND_PROXY = env.flag("GANDAN_BEHIND_PROXY", default=False)
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SITE = channels.site(ALLOWED_HOSTS, https=HTTPS)
MAIL, MAIL_FROM, GATEWAY = channels.mail(), channels.sender(), channels.gateway()
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS if not host.startswith(("localhost", "127.", "[", "*", "."))]
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024  # pasted text; files are limited by core.files
DATA_UPLOAD_MAX_NUMBER_FILES = 500  # a batch of ingest; each file is bounded while it arrives
FAULTS = env.faults
