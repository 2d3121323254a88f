"""The second factor: its secret lies encrypted, its picture is drawn without another dependency."""

import segno
from allauth.mfa.adapter import DefaultMFAAdapter
from django.utils.translation import gettext_lazy as _

from gandan.core import secrets


def qr_picture(text: str) -> str:
    """A QR picture with a quiet zone, dark on light in either theme; drawn by attributes, for the policy forbids inline style."""
    return str(segno.make(text, error="m").svg_inline(scale=5, border=3, light="#ffffff", dark="#14171c"))


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """What differs from the library."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("Mã chưa đúng. Xin xem mã đang hiện trên điện thoại và nhập lại."),
    }

    def encrypt(self, text: str) -> str:
        """Under the newest key of the installation."""
        return secrets.encrypt(text)

    def decrypt(self, encrypted_text: str) -> str:
        """With any key of the installation."""
        return secrets.decrypt(encrypted_text)

    def get_totp_issuer(self) -> str:
        """What the telephone shows above the code."""
        return "Gần Dân"

    def build_totp_svg(self, url: str) -> str:
        """The secret as a picture for the telephone."""
        return qr_picture(url)
