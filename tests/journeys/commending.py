"""The steps of a round of commendations, from the dossier an office types to the decision: one who may not is left out by a person, two
wards merge in between, one is taken off after an objection."""

import re
from datetime import datetime, timedelta
from decimal import Decimal

from django.utils import timezone
from playwright.sync_api import Page, expect

from gandan.accounts.queries import actor_for
from gandan.appraisals import actions as appraisals
from gandan.appraisals.models import Appraisal
from gandan.awards import actions
from gandan.awards.enums import Whom
from gandan.awards.given import QuotaGiven
from gandan.awards.models import AwardKind, Call, Nomination, Nominee
from gandan.core.access import SystemActor
from gandan.units import actions as unit_actions
from gandan.units import queries as units
from gandan.units.actions.periods import NewUnit
from gandan.units.models import Office, Unit
from tests.journeys.persons import who
from tests.support.browser import follow

KIND, SHEET, GROUND = "commendation.board", "danvankheo", "Dân vận khéo"
HOLDER, SHORT, DOUBTED, CREW = "Lư Thị Bạch Tuyết", "Ngô Thanh Điền", "Phan Thị Kim Loan", "Tổ thu gom rác Ba Láng"
DEEDS = "Vận động 34 ghe gom rác hai lần một tuần, ghi sổ từng bữa, có xác nhận của ban quản lý chợ."
FOREIGN = "Việc gom rác ở chợ do tổ trước lập ra, người này mới về một năm nay."
DESK = "/lam-viec/khen-thuong/"


def ago(days: int) -> datetime:
    return timezone.now() - timedelta(days=days)


def announced() -> Call:
    """Opened by the province's board thirty days ago; its last day was yesterday."""
    now, hai = ago(30), who("hai.thanhuy")
    board = Office.objects.get(pk=hai.holdings[0].office)
    sheet = Appraisal.objects.filter(subject_type="awards.nominee").select_related("sheet").first()
    assert sheet is not None
    call = actions.plan_call(
        kind=AwardKind.objects.get(code=KIND),
        office=board,
        title="Xét khen chợ nổi sạch",
        year=timezone.localdate().year,
        opens_on=timezone.localdate(now),
        closes_on=timezone.localdate(ago(1)),
        sheet_code=sheet.sheet.code,
        quotas=(QuotaGiven(Whom.PERSON, 3), QuotaGiven(Whom.COLLECTIVE, 1)),
        grounds=[GROUND],
        by=hai,
        now=now,
    )
    return actions.open_call(call, by=hai, now=now)


def add(page: Page, kind: str, typed: dict[str, str]) -> None:
    """One more in the dossier, as the office types it."""
    follow(page, page.get_by_role("link", name=f"Thêm {kind}"))
    for label, value in typed.items():
        page.get_by_label(label).fill(value)
    page.get_by_label("Đề nghị khen về việc gì").select_option(GROUND)
    page.get_by_label("Tóm tắt thành tích").fill(DEEDS)
    follow(page, page.get_by_role("button", name=f"Thêm {kind}"))


def propose(page: Page, url: str, call: Call) -> Nomination:
    """Three persons and a collective, handed in a day late."""
    page.goto(f"{url}{DESK}dot/{call.pk}/")
    follow(page, page.get_by_role("link", name="Lập hồ sơ đề nghị"))
    follow(page, page.get_by_role("button", name="Lập hồ sơ đề nghị"))
    for name, born, years in ((HOLDER, "1968", "19"), (SHORT, "1992", "3"), (DOUBTED, "1971", "15")):
        said = {"Họ và tên": name, "Năm sinh": born, "Nơi công tác": "Chợ nổi, phường Cái Răng", "Số năm công tác": years}
        add(page, "cá nhân", said)
    add(page, "tập thể", {"Tên tập thể": CREW})
    follow(page, page.get_by_role("link", name="Gửi hồ sơ"))
    page.get_by_label("Số tờ trình của cơ quan").fill("41/TTr-PN")
    follow(page, page.get_by_role("button", name="Gửi hồ sơ"))
    expect(page.get_by_text("41/TTr-PN").first).to_be_visible()
    expect(page.get_by_text("chưa đối chiếu văn bản gốc").first).to_be_visible()
    assert "đủ điều kiện" not in page.get_by_role("main").inner_text().lower()
    return Nomination.objects.get(call=call)


def named(nomination: Nomination, name: str) -> Nominee:
    """In the order in which they were typed: the rows tell no name."""
    rows = nomination.nominees.order_by("added_at", "pk")
    return rows[(HOLDER, SHORT, DOUBTED, CREW).index(name)]


def leave_out(page: Page, url: str, nominee: Nominee) -> None:
    """A person of the board does, with a reason; the program only showed what does not match."""
    page.goto(f"{url}{DESK}truong-hop/{nominee.pk}/")
    expect(page.get_by_text(re.compile("Không khớp.*năm")).first).to_be_visible()
    follow(page, page.get_by_role("link", name="Không đưa vào xét"))
    page.get_by_role("main").get_by_role("textbox").first.fill("Số năm cơ quan khai chưa đến mức ghi trong thể lệ.")
    follow(page, page.get_by_role("button", name="Không đưa vào xét"))
    expect(page.get_by_text("Đã ghi là không đưa vào xét.")).to_be_visible()


def score_and_choose(call: Call, by, now: datetime) -> None:
    """Each member alone; then everybody who passed is chosen."""
    for nominee in Nominee.objects.filter(nomination__call=call, appraisal__isnull=False).select_related("appraisal"):
        one = nominee.appraisal
        tied = set(one.conflicts.values_list("seat", flat=True))
        for seat in one.council.seats.filter(until=None).exclude(part="secretary").exclude(pk__in=tied).select_related("user"):
            lines = one.sheet.criteria.all()
            marks = {c.pk: c.most * Decimal("0.5") * 2 if c.most > 0 and not c.is_bonus else Decimal(0) for c in lines}
            member = actor_for(seat.user, today=timezone.localdate(now))
            appraisals.hand_in(one, marks=marks, reason="Có sổ ghi và nơi xác nhận.", by=member, now=now)
        appraisals.show(one, by=by, now=now)
        appraisals.close(one, by=by, now=now)
        actions.choose(nominee, by=by, now=now)


def merge_the_ward() -> Unit:
    """Its women's union goes on in the new ward, the morning after it was set up there."""
    now, by = timezone.now(), who("kien.quantri")
    today = timezone.localdate(now)
    parent = Unit.objects.get(pk=units.by_code("92").id)
    into = NewUnit(level="commune", kind="Phường", name="Tây Hậu", code="31998", parent=parent)
    wards = [Unit.objects.get(pk=units.by_code(code).id) for code in ("31186", "31168")]
    ward = unit_actions.merge(wards, into=into, first_day=today, decree="9998/NQ-UBTVQH16", by=by, now=now)
    unit_actions.add_office(ward, kind="women", name="Hội Liên hiệp Phụ nữ phường Tây Hậu", since=today, by=by, now=now)
    actions.settle_handovers(by=SystemActor("handover"), now=now)
    return ward


def object_to(citizen: Page, url: str, call: Call, about: str) -> None:
    """Without a script or an account, about one of the list."""
    citizen.goto(f"{url}/niem-yet/{call.posting_id}/")
    expect(citizen.get_by_text(HOLDER).first).to_be_visible()
    follow(citizen, citizen.get_by_role("link", name="Tôi phản đối").first)
    whom = citizen.get_by_label("Ông/Bà phản đối về")
    whom.select_option(label=next(said for said in whom.locator("option").all_inner_texts() if about in said))
    citizen.get_by_role("main").get_by_role("textbox").last.fill(FOREIGN)
    follow(citizen, citizen.get_by_role("button", name="Gửi phản đối"))
