"""Whether a form was sent before: a press on a dropped line is sent again by the reader, or by the page itself."""

from datetime import date
from enum import Enum

from django.utils.translation import gettext as _

from gandan.core.text.clean import lines
from gandan.denunciations import queries as denunciations
from gandan.opinions import codes, queries
from gandan.opinions.web.receipt import Paper


class Sent(Enum):
    """What is known of a form's code."""

    NEVER = 0
    SAME = 1
    OTHER = 2


def was_sent(paper: Paper, *, text: str, today: date) -> Sent:
    """The same words under the same code are one opinion; other words (somebody went back and wrote anew) need a code of their own."""
    opinion = queries.of_code(paper.code)
    if opinion is not None:
        return Sent.SAME if not opinion.text or opinion.text == lines(text) else Sent.OTHER
    aside = denunciations.of_code_digest(codes.digest(paper.code))
    if aside is None:
        return Sent.NEVER
    return Sent.SAME if aside.set_aside_on == today else Sent.OTHER  # its words lie sealed and are compared with nothing


def another() -> str:
    """Nothing is lost, and nothing is sent twice by accident."""
    return _("Ý kiến viết trước ở trang này đã gửi rồi. Nếu đây là ý kiến khác, xin bấm gửi lần nữa: ý kiến mới có mã riêng.")
