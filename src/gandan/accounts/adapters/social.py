"""Sign-in by the province's own identity provider (OpenID Connect): it says who somebody is, we say whether they have an account."""

from typing import Any

from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest


class SocialAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """What differs from the library."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: object) -> bool:
        """An unknown person is refused: accounts are made by those who answer for them."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """The library distrusts a local address that nobody confirmed by mail, and would erase the person's password at first.

        Here addresses are written by those who answer for the account, never by whoever signs up: the password stays. Nothing is stored
        of the provider's account either; the verified address is asked for each time, so a corrected address moves the door with it.
        """
        sociallogin._did_authenticate_by_email = None
