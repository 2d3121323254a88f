"""Mail over SMTP, by Django's own client: one connection for a run of messages."""

import smtplib
from datetime import datetime
from email.utils import format_datetime
from types import TracebackType
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.core.mail.backends.smtp import EmailBackend
from django.template.loader import render_to_string
from django.utils import timezone, translation

from gandan.accounts.models import User
from gandan.notices.adapters.door import NotDelivered, NotNow, Refused, Unreachable
from gandan.notices.enums import Channel
from gandan.notices.models import Preference
from gandan.notices.queries import Letter

TIMEOUT = 20  # seconds for each word of the server's


def message_id(message: UUID) -> str:
    """The same each time the message leaves, so that a mailbox that got it twice can show it once."""
    return f"<{message}@{urlsplit(settings.SITE).hostname}>"


def mail_of(message: UUID, address: str, letter: Letter, *, at: datetime) -> EmailMultiAlternatives:
    """Plain text first, the same as HTML beside it. It says that a program wrote it, and where one stops it."""
    with translation.override(letter.language):
        context = {"letter": letter}
        text = render_to_string("notices/mail/letter.txt", context)
        html = render_to_string("notices/mail/letter.html", context)
    headers = {
        "Message-ID": message_id(message),
        "Date": format_datetime(timezone.localtime(at)),
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "All",
        "List-Unsubscribe": f"<{letter.stop_address}>",
        "Content-Language": letter.language,
    }
    if not letter.has_account:  # the link alone ends it, so mail programs may press it
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    mail = EmailMultiAlternatives(letter.subject, text, settings.MAIL_FROM, [address], headers=headers)
    mail.attach_alternative(html, "text/html")
    return mail


class MailDoor:
    """Opens one connection when the first message leaves and keeps it for the run: `with MailDoor() as door: …`."""

    channel = Channel.MAIL

    def __init__(self) -> None:
        self.closed = False
        server: dict[str, Any] = settings.MAIL
        self._server = EmailBackend(fail_silently=False, timeout=TIMEOUT, **server)

    def __enter__(self) -> "MailDoor":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._server.close()

    def address(self, user: User, preference: Preference) -> str:
        """The official address, unless the person wants no mail."""
        return user.email or "" if preference.by_mail else ""

    def deliver(self, message_id: UUID, address: str, letter: Letter, *, at: datetime) -> None:
        """Returns after the server's 250."""
        mail = mail_of(message_id, address, letter, at=at)
        try:
            self._hand_over(mail)
        except Unreachable:
            self.closed = True
            raise

    def _hand_over(self, mail: EmailMultiAlternatives) -> None:
        try:
            self._server.open()
            self._server.send_messages([mail])
        except smtplib.SMTPResponseException as said:
            raise _meant(said.smtp_code, said) from said
        except smtplib.SMTPRecipientsRefused as refused:
            code, _words = next(iter(refused.recipients.values()))
            raise _by_code(code) from refused
        except (smtplib.SMTPException, OSError) as broken:
            self._server.close()
            raise Unreachable(type(broken).__name__) from broken


def _meant(code: int, said: smtplib.SMTPResponseException) -> NotDelivered:
    """A server that does not let us in or does not take our sender's name takes nothing of ours, whoever it is for."""
    ours = (smtplib.SMTPAuthenticationError, smtplib.SMTPConnectError, smtplib.SMTPHeloError, smtplib.SMTPSenderRefused)
    return Unreachable(f"{type(said).__name__}-{code}") if isinstance(said, ours) or code == 421 else _by_code(code)


def _by_code(code: int) -> NotDelivered:
    return Refused(str(code)) if code >= 500 else NotNow(str(code))
