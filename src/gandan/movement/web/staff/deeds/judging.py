"""Deeds by which others judge it: reviewed, put before a council, its result posted."""

from datetime import date, datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from gandan.core.access import Actor, Refusal
from gandan.movement.actions import recognition, reviews
from gandan.movement.enums import Deed as Kind
from gandan.movement.enums import Result
from gandan.movement.models import Practice
from gandan.movement.policies import reviews as when_reviews
from gandan.movement.policies.state import possible
from gandan.movement.web.forms import deeds as forms
from gandan.movement.web.staff import offers, picks
from gandan.movement.web.staff.deeds.deed import Deed
from gandan.movement.web.staff.words import ANY
from gandan.units.models import Office


def _review(p: Practice, f: forms.ReviewForm, by: Actor, now: datetime) -> object:
    typed = f.cleaned_data
    visit = p.visits.filter(pk=typed["visit"]).first() if typed["visit"] else None
    return reviews.review(p, year=typed["year"], result=typed["result"], reason=typed["reason"], visit=visit, by=by, now=now)


def _reviewing(p: Practice, by: Actor, today: date) -> Refusal | None:
    """Whether a review of some year could be written."""
    years = picks.review_years(p, today)
    if not years:
        return possible(p, Kind.REVIEW) or Refusal(gettext("Mô hình vừa đăng ký; rà soát khi đã chạy được một thời gian."))
    return when_reviews.review(p, year=years[0], result=Result.WEAK, reason=ANY, visit=None, today=today)


def _council(p: Practice, f: forms.AppraiseForm, by: Actor, now: datetime) -> object:
    typed = f.cleaned_data
    return recognition.appraise(p, council=picks.council(typed["council"]), closes_on=typed["closes_on"], by=by, now=now)


def _appraising(p: Practice, by: Actor, today: date) -> Refusal | None:
    """Whoever keeps the papers of a council puts models before it."""
    return possible(p, Kind.APPRAISE) or offers.why(offers.councils(p, by, today), nothing=offers.no_council())


def _post(p: Practice, f: forms.PostForm, by: Actor, now: datetime) -> object:
    typed = f.cleaned_data
    return recognition.post(p, office=Office.objects.get(pk=typed["office"]), text=typed["text"], by=by, now=now)


def _posting(p: Practice, by: Actor, today: date) -> Refusal | None:
    """There is a result to post, and an office of the reader's to post it."""
    return possible(p, Kind.POST) or offers.why(offers.posting(p, by, today), nothing=offers.no_office())


DEEDS = (
    Deed(
        "ra-soat",
        Kind.REVIEW,
        _("Đã ghi kết quả rà soát."),
        forms.ReviewForm,
        _reviewing,
        _review,
        _("Đã đăng ký chưa phải là hiệu quả. Xin dựa vào con số, bằng chứng và buổi thăm; kết quả gần nhất được đếm."),
        looks=True,
        more=lambda p, by, today: {"years": picks.review_years(p, today), "visits": picks.visits(p)},
    ),
    Deed(
        "hoi-dong",
        Kind.APPRAISE,
        _("Đã đưa ra hội đồng. Cơ quan của mô hình tự chấm trước, rồi các thành viên chấm riêng từng người."),
        forms.AppraiseForm,
        _appraising,
        _council,
        _("Thành viên công tác tại cơ quan của mô hình tự động không chấm. Không ai xem điểm của nhau trước khi mở điểm."),
        looks=True,
        more=lambda p, by, today: {"councils": offers.fit(offers.councils(p, by, today))},
    ),
    Deed(
        "niem-yet",
        Kind.POST,
        _("Đã niêm yết kết quả. Ai cũng xem được và có thể phản đối bằng mã đến hết thời gian niêm yết."),
        forms.PostForm,
        _posting,
        _post,
        _("Điểm và xếp loại của hội đồng được niêm yết. Còn phản đối chưa trả lời thì chưa công nhận được."),
        more=lambda p, by, today: {"offices": offers.fit(offers.posting(p, by, today)), "label": _("Cơ quan niêm yết, nghe phản đối")},
    ),
)
