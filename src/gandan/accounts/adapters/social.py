"""Sign-in by the province's own identity provider (OpenID Connect): it says who somebody is, we say whether they have an account."""

from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest


class SocialAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """What differs from the library."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: object) -> bool:
        """An unknown person is refused: accounts are made by those who answer for them."""
        return False
