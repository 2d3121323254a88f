"""Issue by issue a model lives: said on a hamlet's phone, measured, scored by a council that was far apart, objected to, recognised, learnt
by another province, silent and back; a round of commendations with one who may not and one who is taken off; two wards merge in between."""

import re
from collections.abc import Callable, Iterator
from datetime import datetime, time, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from gandan.accounts import demo
from gandan.accounts.models import User
from gandan.accounts.queries import actor_for
from gandan.appraisals import actions as appraisals
from gandan.appraisals.models import Appraisal, Council, Objection, ScoreSheet
from gandan.awards import actions as awards
from gandan.awards.enums import CallState, NomineeState
from gandan.awards.models import Call, Conferral
from gandan.core.access import Anyone, Refusal, SystemActor
from gandan.core.events.verify import verify
from gandan.movement import actions, queries
from gandan.movement.enums import EvidenceKind, Meeting, Result
from gandan.movement.models import Drive, Practice, Recognition
from gandan.movement.queries.family import tree
from gandan.movement.written import Written
from gandan.units import actions as unit_actions
from gandan.units import queries as units
from gandan.units.actions.periods import NewUnit
from gandan.units.models import Office, Unit
from tests.journeys.commending import (
    CREW,
    DOUBTED,
    HOLDER,
    SHORT,
    announced,
    leave_out,
    merge_the_ward,
    named,
    object_to,
    propose,
    score_and_choose,
)
from tests.journeys.persons import later, who
from tests.support.browser import follow

PHONE, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 900}
TITLE = "Góc tập đi xe đạp cho cháu nhỏ"
WHY = "Cách làm rõ, hỏi bà con thì ai cũng biết phần việc của nhà mình."
AGAINST = "Sân này ban đêm vẫn tối, đề nghị đến xem trước khi công nhận."
REPLY = "Đã đến xem cùng tổ: hai bóng hỏng được thay hôm qua, sân sáng đủ. Cảm ơn Ông/Bà đã nhắc."


@pytest.fixture
def people(browser: Browser, live) -> Iterator[Callable[..., Page]]:
    """Somebody with a browser of their own: who signs in, or a citizen on a phone."""
    opened = []

    def enter(username: str = "", *, javascript: bool = True) -> Page:
        size = DESK if username and "to3" not in username else PHONE
        context = browser.new_context(locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh", viewport=size, java_script_enabled=javascript)
        opened.append(context)
        page = context.new_page()
        if username:
            page.goto(f"{live.url}/dang-nhap/?next=/lam-viec/")
            page.get_by_label("Tên đăng nhập").fill(username)
            page.get_by_label("Mật khẩu", exact=True).fill(demo.PASSWORD)
            follow(page, page.get_by_role("main").get_by_role("button", name="Đăng nhập"))
            if "/dang-nhap/ma/" in page.url:
                page.get_by_label("Mã xác thực").fill(demo.code(timezone.now()))
                follow(page, page.get_by_role("button", name="Tiếp tục"))
            expect(page.get_by_role("heading", level=1, name="Việc của tôi")).to_be_visible()
        return page

    yield enter
    for context in opened:
        context.close()


def write_on_a_phone(page: Page, url: str, drive: Drive) -> Practice:
    """Four short steps, as the head of the hamlet types them."""
    page.goto(f"{url}/lam-viec/mo-hinh/thon/moi/?phong-trao={drive.pk}")
    page.get_by_label("Mô hình tên gì?").fill(TITLE)
    page.get_by_label("Làm ở chỗ nào?").fill("Sân sau nhà sinh hoạt tổ dân phố 3")
    page.get_by_label("Bà con đang vướng việc gì?").fill("Các cháu tập xe ngoài đường hẻm, hai lần va quẹt.")
    page.get_by_label("Văn hoá - xã hội").check()
    follow(page, page.get_by_role("button", name="Lưu và sang bước sau"))
    page.get_by_label("Bà con làm thế nào?").fill("Ông bà trong tổ thay phiên trông sân hai buổi một tuần, nhà có xe cũ cho mượn.")
    page.get_by_label("Ai đứng ra lo chính?").fill("Chi hội Người cao tuổi tổ 3")
    follow(page, page.get_by_role("button", name="Lưu và sang bước sau"))
    page.get_by_label("Làm xong thì bà con được gì?").fill("Các cháu tập xe trong sân, không còn ra đường.")
    row = page.get_by_role("group", name="Con số 1")
    row.get_by_label("Đo điều gì").fill("Cháu tập trong sân mỗi buổi")
    row.get_by_label("Đếm cái gì").fill("cháu")
    row.get_by_label("Cần đạt").fill("20")
    row.get_by_label("Đạt vào ngày").fill(f"{later(300).date()}")
    follow(page, page.get_by_role("button", name="Lưu và sang bước sau"))
    follow(page, page.get_by_role("button", name="Lưu và xem lại"))
    follow(page, page.get_by_role("button", name="Gửi đăng ký"))
    expect(page.get_by_text("Xã, phường đang xem")).to_be_visible()
    return Practice.objects.get(title=TITLE)


def a_drive() -> Drive:
    """Planned, launched, with a window that is open today: by the province's board."""
    now, today, hai = timezone.now(), timezone.localdate(), who("hai.thanhuy")
    board = Office.objects.get(pk=hai.holdings[0].office)
    drive = actions.plan_drive(
        office=board,
        title="Phong trào thi đua Vì trẻ thơ",
        aim="Mỗi tổ một việc cho trẻ.",
        starts_on=today,
        ends_on=later(365 * 4).date(),
        sheet_code=ScoreSheet.objects.get(unit=board.unit, purpose="movement.practice").code,
        fields=["Văn hoá - xã hội"],
        by=hai,
        now=now,
    )
    with pytest.raises(Refusal, match=r"chưa phát động|chưa mở"):
        actions.begin(drive=drive, office=board, written=Written(field=drive.fields.get(), title=TITLE), by=hai, now=now)
    actions.launch(drive, by=hai, now=now)
    actions.set_window(drive, year=today.year, opens_on=today, closes_on=later(20).date(), by=hai, now=now)
    return Drive.objects.get(pk=drive.pk)


def card(appraisal: Appraisal, share: str) -> dict:
    return {
        c.pk: Decimal(0) if c.is_bonus or c.most <= 0 else (c.most * Decimal(share)).quantize(Decimal("0.5"))
        for c in appraisal.sheet.criteria.all()
    }


def score(people, live, appraisal: Appraisal) -> None:
    """One member by keyboard in a browser and far below the others; then all once more, nearer."""
    tam, now = who("tam.lanhdao"), timezone.now()
    appraisals.begin(appraisal, by=tam, now=now)
    seats = appraisal.council.seats.filter(until=None).exclude(part="secretary").select_related("user")
    tied = set(appraisal.conflicts.values_list("seat", flat=True))
    members = [s.user for s in seats if s.pk not in tied and s.user.username != "viet.ubnd"]
    page = people("viet.ubnd")
    page.goto(f"{live.url}/lam-viec/hoi-dong/cham/{appraisal.pk}/")
    for criterion in appraisal.sheet.criteria.all():
        worth = "0" if criterion.is_bonus or criterion.most <= 0 else str(int(criterion.most * Decimal("0.4")))
        page.get_by_role("main").get_by_label(re.compile(re.escape(criterion.name))).fill(worth)
    page.get_by_label(re.compile("Nhận xét|Lý do|Vì sao")).last.fill("Chưa thấy số đo, sân còn nhỏ.")
    follow(page, page.get_by_role("button", name="Nộp phiếu"))
    for user in members:
        appraisals.hand_in(appraisal, marks=card(appraisal, "0.9"), reason=WHY, by=actor_for(user, today=timezone.localdate()), now=now)
    appraisals.show(appraisal, by=tam, now=now)
    with pytest.raises(Refusal, match=r"chấm lại|cách nhau"):
        appraisals.close(appraisal, by=tam, now=now)
    appraisals.score_again(appraisal, closes_on=later(3).date(), by=tam, now=now)
    for user in [*members, User.objects.get(username="viet.ubnd")]:
        appraisals.hand_in(appraisal, marks=card(appraisal, "0.85"), reason=WHY, by=actor_for(user, today=timezone.localdate()), now=now)
    appraisals.show(appraisal, by=tam, now=now)
    appraisals.close(appraisal, by=tam, now=now)


def work_and_be_reviewed(practice: Practice) -> None:
    """Registered, measured, spoken of by people, found effective by others."""
    tam, sau, now, today = who("tam.lanhdao"), who("sau.to3"), timezone.now(), timezone.localdate()
    actions.register(practice, by=tam, now=now)
    actions.read_measure(practice.aims.get(), value=Decimal(14), read_on=today, note="Đếm buổi chiều thứ Tư", by=sau, now=now)
    actions.add_evidence(practice, kind=EvidenceKind.NOTE, note="Mười hai ông bà đã ghi tên trông sân", by=sau, now=now)
    for helps in ("yes", "yes", "partly"):
        code = actions.issue_code(practice, by=who("bay.giamsat"), now=now)
        actions.give_voice(typed=code, helps=helps, by=Anyone(), now=now)
    actions.review(practice, year=today.year, result=Result.EFFECTIVE, reason="Đúng việc bà con cần, đã có số đo.", by=tam, now=now)


def object_on_paper(citizen: Page, url: str) -> str:
    """Somebody without an account or script says why not, and writes the code down."""
    citizen.goto(url)
    follow(citizen, citizen.get_by_role("link", name="Tôi phản đối").first)
    citizen.get_by_role("main").get_by_role("textbox").last.fill(AGAINST)
    follow(citizen, citizen.get_by_role("button", name="Gửi phản đối"))
    code = re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}", citizen.get_by_role("main").inner_text())
    assert code is not None
    return code[0]


def recognise(people, live, practice: Practice, office: Office) -> Page:
    """Posted, objected to, answered, and only then decided."""
    tam, now, today, over = who("tam.lanhdao"), timezone.now(), timezone.localdate(), later(60)
    posting = actions.post(practice, office=office, by=tam, now=now)
    citizen = people(javascript=False)
    code = object_on_paper(citizen, f"{live.url}/niem-yet/{posting.pk}/")
    signed = {"level": "base", "office": office, "number": "88-QĐ/ĐU", "signed_as": "Bí thư", "by": tam}
    with pytest.raises(Refusal, match="phản đối"):
        actions.recognise([practice], **signed, decided_on=over.date(), now=over)
    appraisals.answer_objection(Objection.objects.get(posting=posting), is_upheld=False, reply=REPLY, by=tam, now=now)
    citizen.goto(f"{live.url}/niem-yet/tra-cuu/")
    citizen.get_by_role("main").get_by_role("textbox").first.fill(code.lower())
    follow(citizen, citizen.get_by_role("main").get_by_role("button").last)
    expect(citizen.get_by_text("hai bóng hỏng được thay hôm qua")).to_be_visible()
    with pytest.raises(Refusal, match="niêm yết"):
        actions.recognise([practice], **signed, decided_on=today, now=now)
    actions.recognise([practice], **signed, decided_on=over.date(), now=over)
    assert Recognition.objects.get(practice=practice).level == "base"
    return citizen


def fall_silent_and_come_back(citizen: Page, practice: Practice) -> None:
    """A year without a sign; a word alone does not bring it back, evidence does."""
    sau = who("sau.to3")
    practice.refresh_from_db()
    after = timezone.make_aware(datetime.combine(practice.alive_until + timedelta(days=1), time(9)))
    actions.lapse(practice, by=SystemActor("clock"), now=after)
    citizen.reload()
    expect(citizen.get_by_text(re.compile("[Kk]hông còn tin")).first).to_be_visible()
    with pytest.raises(Refusal):
        actions.revive(practice, note="Vẫn làm đều mỗi tuần", by=sau, now=after + timedelta(days=400))
    actions.add_evidence(practice, kind=EvidenceKind.NOTE, note="Lịch trông sân quý này", by=sau, now=after + timedelta(days=400))
    actions.revive(practice, note="Vẫn làm đều mỗi tuần", by=sau, now=after + timedelta(days=400))
    practice.refresh_from_db()
    assert practice.state == "registered"
    assert Recognition.objects.filter(practice=practice, revoked_by=None).exists()


def test_a_model_from_a_hamlets_phone_to_another_province_and_back_to_life(people, live):
    drive = a_drive()
    practice = write_on_a_phone(people("sau.to3"), live.url, drive)
    leader = people("tam.lanhdao")
    leader.goto(f"{live.url}/lam-viec/mo-hinh/{practice.pk}/")
    expect(leader.get_by_role("heading", level=1, name=TITLE)).to_be_visible()
    work_and_be_reviewed(practice)
    tam, now = who("tam.lanhdao"), timezone.now()
    council = Council.objects.get(unit=practice.unit)
    appraisal = actions.appraise(practice, council=council, closes_on=later(5).date(), by=tam, now=now)
    score(people, live, appraisal)
    appraisal.refresh_from_db()
    assert (appraisal.round, appraisal.passed) == (2, True)
    citizen = recognise(people, live, practice, council.office)

    duyen = who("duyen.mttq")
    office = Office.objects.get(pk=duyen.holdings[0].office)
    copy = actions.adopt(Practice.objects.get(pk=practice.pk), office=office, by=duyen, now=now)
    assert (copy.adopted_from_id, copy.unit_id, copy.state) == (practice.pk, office.unit_id, "draft")
    assert not any(aim.readings.exists() for aim in copy.aims.all())  # its measures are its own
    citizen.goto(f"{live.url}/mo-hinh/{practice.pk}/")
    expect(citizen.get_by_role("heading", level=1, name=TITLE)).to_be_visible()
    expect(citizen.get_by_text("88-QĐ/ĐU").first).to_be_visible()
    fall_silent_and_come_back(citizen, practice)

    over, hai = later(60), who("hai.thanhuy")
    row = actions.sum_up(drive, meeting=Meeting.CLOSING, year=over.year, held_on=over.date(), text="Đã tổng kết.", by=hai, now=over)
    assert sum(c.registered for c in row.counts.all()) == 1
    assert sum(c.recognised for c in row.counts.all()) == 1
    assert Drive.objects.get(pk=drive.pk).state == "summed_up"
    assert not verify().problems


def test_models_and_their_family_cross_the_merger_of_two_wards(live):
    now, by = timezone.now(), who("kien.quantri")
    origin = Practice.objects.get(title__startswith="Hẻm sáng, nhà an vui")
    before = tree(origin, actor=by).size
    wards = [Unit.objects.get(pk=units.by_code(code).id) for code in ("31186", "31120")]
    mine = set(Practice.objects.filter(unit__in=wards).exclude(state="withdrawn").values_list("pk", flat=True))
    parent = Unit.objects.get(pk=units.by_code("92").id)
    into = NewUnit(level="commune", kind="Phường", name="Sông Hậu", code="31999", parent=parent)
    ward = unit_actions.merge(wards, into=into, first_day=timezone.localdate(now), decree="9999/NQ-UBTVQH16", by=by, now=now)
    name = "Ủy ban MTTQ Việt Nam phường Sông Hậu"
    unit_actions.add_office(ward, kind="front", name=name, since=timezone.localdate(now), by=by, now=now)
    there = Practice.objects.filter(pk__in=mine)
    waiting = set(there.filter(pending__settled_on=None, pending__isnull=False).values_list("pk", flat=True))
    moved = set(there.filter(unit=ward).values_list("pk", flat=True))
    assert waiting | moved >= set(there.filter(state__in=["draft", "submitted", "registered", "lapsed"]).values_list("pk", flat=True))
    assert tree(Practice.objects.get(pk=origin.pk), actor=by).size == before
    assert queries.public().filter(pk__in=mine, made_in__in=wards).exists()  # people of the old ward find theirs
    assert not verify().problems


def test_a_round_from_a_dossier_to_the_roll_of_honour(people, live):
    call, now = announced(), timezone.now()
    hai, lan = who("hai.thanhuy"), who("lan.chuyenvien")
    nomination = propose(people("dao.phunu"), live.url, call)
    assert nomination.is_late
    board = people("hai.thanhuy")
    leave_out(board, live.url, named(nomination, SHORT))
    council = Council.objects.get(title="Hội đồng xét khen công tác dân vận")
    call = awards.close_call(call, council=council, closes_on=later(5).date(), by=hai, now=now)
    score_and_choose(call, hai, now)

    was, ward = nomination.unit, merge_the_ward()
    nomination.refresh_from_db()
    assert (nomination.unit, nomination.office.unit, nomination.made_in) == (ward, ward, was)

    call = awards.post_call(Call.objects.get(pk=call.pk), by=hai, now=now)
    citizen = people(javascript=False)
    object_to(citizen, live.url, call, DOUBTED)
    expect(citizen.get_by_text(SHORT)).to_have_count(0)
    over = later(60)
    signed = {"number": "58-QĐ/BTGDV", "signed_as": "Trưởng Ban", "signed_by": "Bùi Thanh Hải", "by": hai}
    with pytest.raises(Refusal, match=r"phản đối|ý kiến"):
        awards.decide_call(call, **signed, decided_on=over.date(), now=over)
    said = Objection.objects.get(posting=call.posting)
    reply = "Đã làm việc với phường và ban quản lý chợ: đúng như Ông/Bà nêu."
    appraisals.answer_objection(said, is_upheld=True, reply=reply, by=lan, now=now)
    with pytest.raises(Refusal):
        awards.decide_call(call, **signed, decided_on=over.date(), now=over)
    awards.pass_over(named(nomination, DOUBTED), reason="Phản đối trong thời gian niêm yết có cơ sở.", by=hai, now=now)
    awards.decide_call(call, **signed, decided_on=over.date(), now=over)

    call.refresh_from_db()
    assert call.state == CallState.DECIDED
    made = Conferral.objects.get(decision=call.decision)
    assert (made.persons, made.collectives) == (1, 1)
    states = dict(nomination.nominees.values_list("pk", "state"))
    assert [states[named(nomination, n).pk] for n in (SHORT, DOUBTED)] == [NomineeState.EXCLUDED, NomineeState.NOT_CHOSEN]
    citizen.goto(f"{live.url}/khen-thuong/so-vang/{made.pk}/")
    for name in (HOLDER, CREW):
        expect(citizen.get_by_text(name).first).to_be_visible()
    for path in (
        f"/khen-thuong/so-vang/{made.pk}/",
        f"/khen-thuong/dot/{call.pk}/",
        f"/niem-yet/{call.posting_id}/",
        "/khen-thuong/atom.xml",
    ):
        citizen.goto(f"{live.url}/{path}")
        assert not {n for n in (SHORT, DOUBTED) if n in citizen.content()}, path
    assert not verify().problems
