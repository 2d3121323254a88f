"""How people sign in: what the library (allauth) is told. Addresses of the provider come by environment (docs/operate/sign-in.md)."""

from typing import Any
from urllib.parse import urlsplit

from gandan.config import env

AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS: list[dict[str, Any]] = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("username", "full_name", "email")},
    },
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGOUT_REDIRECT_URL = "/"

ACCOUNT_ADAPTER = "gandan.accounts.adapters.account.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "gandan.accounts.web.sign_in_forms.LoginForm",
    "reauthenticate": "gandan.accounts.web.sign_in_forms.ReauthenticateForm",
}
ACCOUNT_LOGIN_METHODS = {"email", "username"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "username*", "password1*"]  # only for the library's own checks; nobody can sign up
ACCOUNT_USER_MODEL_USERNAME_FIELD = "username"
ACCOUNT_USER_MODEL_EMAIL_FIELD = "email"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_REAUTHENTICATION_TIMEOUT = 600
ACCOUNT_PREVENT_ENUMERATION = True
# Failed tries of one account; those of one client are limited by `core.pace`, which keeps no address.
ACCOUNT_RATE_LIMITS = {"login": None, "login_failed": "8/5m/key", "reauthenticate": "10/m/user"}

MFA_ADAPTER = "gandan.accounts.adapters.second_factor.SecondFactorAdapter"
MFA_FORMS = {
    "authenticate": "gandan.accounts.web.sign_in_forms.CodeForm",
    "reauthenticate": "gandan.accounts.web.sign_in_forms.ReauthenticateCodeForm",
}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_ALLOW_UNVERIFIED_EMAIL = True  # there is no mail yet; administrators make accounts
MFA_TOTP_TOLERANCE = 1  # half a minute of wrong clock on a cheap telephone

USERSESSIONS_TRACK_ACTIVITY = False
SESSION_EXPIRE_AT_BROWSER_CLOSE = True

SOCIALACCOUNT_ADAPTER = "gandan.accounts.adapters.social.SocialAdapter"
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_QUERY_EMAIL = True
SOCIALACCOUNT_EMAIL_AUTHENTICATION = True  # a verified address of the configured provider is the account with that address
SOCIALACCOUNT_ONLY = False

OIDC_URL = env.text("GANDAN_OIDC_URL")
OIDC_APPS = (
    [
        {
            "provider_id": "co-quan",
            "name": env.text("GANDAN_OIDC_NAME", default="tài khoản của cơ quan"),
            "client_id": env.text("GANDAN_OIDC_CLIENT_ID"),
            "secret": env.text("GANDAN_OIDC_CLIENT_SECRET"),
            "settings": {"server_url": OIDC_URL, "oauth_pkce_enabled": True},
        }
    ]
    if OIDC_URL
    else []
)
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": OIDC_APPS}}


def form_targets() -> list[str]:
    """Where a form may lead: the browser counts the way to the provider as part of the form."""
    parts = urlsplit(OIDC_URL)
    return [f"{parts.scheme}://{parts.netloc}"] if parts.netloc else []
