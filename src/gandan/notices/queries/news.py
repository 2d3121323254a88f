"""What is said to somebody without an account, and the link by which they end it."""

from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _

from gandan.notices.enums import Channel
from gandan.notices.models import News
from gandan.notices.queries.letters import Item, Letter

SALT = "gandan.notices.stop"
SIGNS = 20  # hexadecimal: 80 bits


def news_letter(news: News, *, page: str, language: str) -> Letter:
    """That there is news, and where. Not what, not of what, not of where: the page says it to who types the code."""
    with translation.override(language):
        stop, where = settings.SITE + stop_link(news), settings.SITE + page
        line = _("Mời Ông/Bà mở trang dưới đây và gõ mã riêng của mình để xem.")
        if news.channel == Channel.GATEWAY:
            line = _("Thôi nhận tin: %(stop)s. Gõ mã riêng để xem:") % {"stop": stop}
        said = Item(_("Điều Ông/Bà gửi có tin mới"), line, where)
        return Letter(
            subject=f"Gần Dân: {said.subject}",
            greeting=_("Kính gửi Ông/Bà,"),
            items=(said,),
            all_address=where,
            stop_address=stop,
            language=language,
            has_account=False,
        )


def stop_link(news: News) -> str:
    """The path that ends the telling. It works without the code, for who gets messages that were meant for somebody else."""
    return reverse("notices-public:stop", args=[news.pk, _mac(news.pk)])


def news_of_link(news: UUID, mac: str) -> News | None:
    """The message whose link this is; None for a link that we did not write, or of a message that is forgotten."""
    return News.objects.filter(pk=news).first() if constant_time_compare(mac, _mac(news)) else None


def _mac(news: UUID) -> str:
    return salted_hmac(SALT, str(news), algorithm="sha256").hexdigest()[:SIGNS]
