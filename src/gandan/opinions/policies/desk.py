"""WHEN an officer keeps a filter, or an office a template."""

from urllib.parse import parse_qsl

from django.utils.translation import gettext as _

from gandan.core.access import Refusal
from gandan.core.text import private
from gandan.opinions import topics
from gandan.opinions.models import AnswerTemplate
from gandan.opinions.policies.states import CONFLICT
from gandan.opinions.policies.words import BAD, fits

MOST_FILTERS = 30
TYPED = frozenset({"tim", "the"})  # of an address of the inbox, what is words and not chosen from a list


def keep_filter(*, name: str, query: str, kept: int) -> Refusal | None:
    """A name, something to ask, not more than fit a list, and nobody's name or number: kept, that would be a list of what somebody said."""
    if kept >= MOST_FILTERS:
        return Refusal(_("Đã lưu %(most)s bộ lọc. Xin xoá bớt.") % {"most": MOST_FILTERS}, status=CONFLICT)
    if (refusal := fits(name, what="name") or fits(query, what="query")) is not None:
        return refusal
    typed = [name, *(value for key, value in parse_qsl(query) if key in TYPED)]
    person = next((one.text for text in typed for one in private.found(text)), "")
    said = _("Bộ lọc được giữ lại nên không lưu được “%(words)s”. Xin bỏ tên người, số điện thoại, số nhà; tìm một lần thì vẫn được.")
    return Refusal(said % {"words": person}, status=BAD) if person else None


def keep_template(template: AnswerTemplate) -> Refusal | None:
    """Words that fit many cases: of no person."""
    if template.topic and topics.get(template.topic) is None:
        return Refusal(_("Xin chọn lĩnh vực trong danh sách, hoặc bỏ trống."), status=BAD)
    return (
        fits(template.title, what="template_title")
        or fits(template.text, what="template", least=10)
        or private.refusal(template.title, template.text)
    )


def retire_template(template: AnswerTemplate) -> Refusal | None:
    """Once."""
    return Refusal(_("Mẫu này đã thôi dùng."), status=CONFLICT) if template.retired else None


def no_filter() -> Refusal:
    """There is none, or it is somebody else's."""
    return Refusal(_("Không thấy bộ lọc này."), status=404)
