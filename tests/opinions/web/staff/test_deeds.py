"""Every deed by its page: who and when are said before anything is typed, words survive every refusal, the deed is done once."""

from datetime import timedelta

import pytest
from django.utils import timezone

from gandan.commitments.models import Commitment
from gandan.core.access import Anyone
from gandan.core.files.models import StoredFile
from gandan.opinions import actions, grounds
from gandan.opinions.enums import Channel, Content, State
from gandan.opinions.models import AnswerTemplate, Case, Letter, Opinion
from gandan.opinions.web.deeds.table import BY_SLUG, DEEDS
from tests.opinions.conftest import LAW, REASON, fresh, sent_by
from tests.opinions.web.staff.conftest import READS, at, photo, text
from tests.people import CAST, NOW

pytestmark = pytest.mark.django_db

BEFORE = {  # the state from which a deed is possible
    "phan-loai": State.RECEIVED, "chuyen": State.RECEIVED, "nhan": State.RECEIVED, "hoi-lai": State.RECEIVED, "lam-tiep": State.ASKED,
    "khong-thu-ly": State.RECEIVED, "tam-dung": State.ACCEPTED, "tiep-tuc": State.PAUSED, "tra-loi": State.ACCEPTED,
    "tra-loi-mot-phan": State.ACCEPTED, "bao-xong": State.ANSWERED, "dua-len": State.RECEIVED, "giai-quyet-lai": State.ANSWERED,
    "gop": State.RECEIVED, "tach": State.RECEIVED, "gui-tin": State.RECEIVED, "phu-trach": State.RECEIVED, "gan-nhan": State.RECEIVED,
    "bo-nhan": State.RECEIVED,
}  # fmt: skip
OF_LEADERS = {"dua-len", "giai-quyet-lai"}
OF_THOSE_ABOVE = {"khep-lai"}


@pytest.fixture
def ready(case, committee_officer):
    """A case on which a deed is possible."""

    def make(slug: str) -> Case:
        c = case(BEFORE[slug])
        if slug == "tach":
            actions.join_in(c, place="Cuối hẻm", by=Anyone(), now=NOW)
        if slug == "bo-nhan":
            actions.tag(c, label="chờ kinh phí", by=committee_officer, now=NOW)
        return fresh(c)

    return make


@pytest.fixture
def typed(ground, case, people):
    """What would do, for each deed."""

    def words(slug: str, c: Case) -> dict[str, object]:
        last = c.opinions.order_by("-said_at", "-pk").first()
        return {
            "phan-loai": {"content": "proposal", "topic": "drainage"},
            "chuyen": {"to": str(ground.front.pk), "reason": REASON},
            "nhan": {"person": str(people["committee_officer"].pk)},
            "hoi-lai": {"text": "Xin cho biết rõ đoạn hẻm nào."},
            "khong-thu-ly": {"reason": REASON, "law": LAW},
            "tam-dung": {"reason": REASON},
            "tra-loi": {"text": "Phường đã giao đội chiếu sáng thay bóng.", "law": LAW},
            "tra-loi-mot-phan": {"text": "Đã thay sáu bóng, còn sáu bóng chờ vật tư."},
            "bao-xong": {"summary": "Đã thay đủ 12 bóng, đèn sáng cả đêm."},
            "dua-len": {"reason": REASON},
            "giai-quyet-lai": {"reason": REASON},
            "gop": {"address": f"https://gandan.example/lam-viec/y-kien/{case(now=NOW - timedelta(days=1)).pk}/"} if slug == "gop" else {},
            "tach": {"opinions": [str(last.pk)]},
            "gui-tin": {"text": "Đội chiếu sáng hẹn sáng thứ Năm đến xem."},
            "phu-trach": {"person": str(people["committee_officer"].pk)},
            "gan-nhan": {"label": "họp giao ban"},
            "bo-nhan": {"label": "chờ kinh phí"},
        }.get(slug, {})

    return words


@pytest.mark.parametrize("deed", [d for d in DEEDS if d.slug not in OF_THOSE_ABOVE], ids=lambda d: d.slug)
def test_by_its_page_and_by_nobody_else(opens, ready, typed, deed):
    """404 for who may not read the case, 403 for who may not do the deed, and nothing is changed; then whoever may does it."""
    c, may_do = ready(deed.slug), {"leader"} if deed.slug in OF_LEADERS else READS
    said, before = typed(deed.slug, c), (c.state, c.changed_at)
    for who in sorted(set(CAST) - may_do):
        browser = opens(who)
        for answer in (browser.get(at("deed", c.pk, deed.slug)), browser.post(at("deed", c.pk, deed.slug), said)):
            assert answer.status_code in {302, 403, 404}, who
            assert answer.status_code != 302 or "/dang-nhap/" in answer.url, who
            assert who in READS or "Đèn đường" not in text(answer), who
    assert (fresh(c).state, fresh(c).changed_at) == before
    browser = opens("leader" if deed.slug in OF_LEADERS else "committee_officer")
    page = browser.get(at("deed", c.pk, deed.slug))
    assert (page.status_code, page.context["refusal"]) == (200, None)
    assert str(deed.done) in text(browser.post(at("deed", c.pk, deed.slug), said, follow=True))


def test_those_above_end_what_is_twice_called_not_done(opens, case, said_of, committee_officer):
    c = case(State.ANSWERED)
    for _time in range(2):
        home = said_of(c)
        actions.give_verdict(home.opinion, is_done=False, text="Vẫn chưa có bóng nào được thay.", by=sent_by(home), now=NOW)
        if fresh(c).state == State.ACCEPTED:
            actions.answer(fresh(c), text="Đã thay rồi, xin kiểm tra lại giúp.", by=committee_officer, now=NOW)
    for who in ("leader", "committee_officer"):
        assert opens(who).post(at("deed", c.pk, "khep-lai"), {"reason": REASON}).status_code == 403
    answer = opens("provincial_leader").post(at("deed", c.pk, "khep-lai"), {"reason": REASON}, follow=True)
    assert str(BY_SLUG["khep-lai"].done) in text(answer)
    assert fresh(c).state == State.CLOSED


def test_a_case_that_ended_says_why_not_and_keeps_what_was_typed(opens, case, typed):
    c, browser = case(State.WITHDRAWN), opens("leader")
    for deed in (d for d in DEEDS if d.slug not in {"gan-nhan", *OF_THOSE_ABOVE}):
        page = browser.get(at("deed", c.pk, deed.slug))
        assert (page.status_code, page.context["refusal"].sentence in text(page)) == (200, True), deed.slug
        said = {k: v for k, v in typed(deed.slug, c).items() if k in {"reason", "text", "summary", "law"}}
        answer = browser.post(at("deed", c.pk, deed.slug), said)
        assert answer.status_code in {403, 409}, deed.slug
        assert all(str(words) in text(answer) for words in said.values()), deed.slug


@pytest.mark.parametrize(
    ("slug", "said", "sentence"),
    [
        ("chuyen", {"reason": "Việc này của Mặt trận phường."}, "Cơ quan giải quyết"),
        ("hoi-lai", {"text": "gì"}, "Xin ghi rõ hơn"),
        ("khong-thu-ly", {"reason": "Lý do này viết đủ dài rồi."}, "Căn cứ: điều nào, văn bản nào"),
        ("tam-dung", {"reason": "bận"}, "Xin ghi lý do, ít nhất 10 ký tự"),
        ("tra-loi", {"text": "Đã biết"}, "Xin ghi rõ hơn, ít nhất 10 ký tự"),
        ("gop", {"address": "không phải địa chỉ"}, "Chưa thấy việc nào ở địa chỉ này."),
        ("gan-nhan", {"label": "ông Nguyễn Văn Tư 0912345678"}, "0912345678"),
    ],
)
def test_a_refusal_loses_nothing(opens, ready, slug, said, sentence):
    c = ready(slug)
    answer = opens("committee_officer").post(at("deed", c.pk, slug), said)
    assert answer.status_code == 422
    assert sentence in text(answer)
    assert all(words in text(answer) for words in said.values())
    assert fresh(c).state == BEFORE[slug]


def test_a_page_that_was_opened_before_somebody_else_acted_keeps_the_answer(opens, case, committee_officer):
    c = case(State.ACCEPTED)
    actions.pause(c, reason=REASON, by=committee_officer, now=NOW)
    answer = opens("committee_officer").post(at("deed", c.pk, "tra-loi"), {"text": "Phường đã giao đội chiếu sáng thay bóng."})
    assert answer.status_code == 409
    assert "Việc này đang tạm dừng." in text(answer)
    assert "Phường đã giao đội chiếu sáng thay bóng." in text(answer)


def test_an_address_without_a_deed(opens, case):
    assert opens("committee_officer").get(at("deed", case().pk, "khong-co")).status_code == 404
    assert opens("committee_officer").get(at("bulk", "khong-co")).status_code == 404


def test_a_promise_is_made_with_the_answer(opens, case, ground):
    c = case(State.ACCEPTED)
    due = timezone.localdate() + timedelta(days=10)
    said = {"text": "Phường sẽ thay bóng trong tuần tới.", "title": "Thay 12 bóng đèn hẻm 51", "deliverable": "12 bóng sáng cả đêm"}
    browser = opens("committee_officer")
    half = browser.post(at("deed", c.pk, "tra-loi"), {**said, "lead": str(ground.committee.pk)})
    assert half.status_code == 422
    assert "Lời hứa cần đủ" in text(half)
    assert "12 bóng sáng cả đêm" in text(half)
    browser.post(at("deed", c.pk, "tra-loi"), {**said, "due": due.isoformat(), "lead": str(ground.committee.pk)})
    made = Commitment.objects.get()
    assert (made.title, made.due, made.lead_id) == ("Thay 12 bóng đèn hẻm 51", due, ground.committee.pk)
    assert fresh(c).state == State.ANSWERED


@pytest.mark.parametrize(("days", "sentence"), [(-1, "Hạn phải từ ngày hứa"), (4000, "Lời hứa xa nhất là ngày")])
def test_a_day_that_cannot_be_promised_is_said_at_its_field(opens, case, ground, days, sentence):
    c = case(State.ACCEPTED)
    due = timezone.localdate() + timedelta(days=days)
    said = {"text": "Phường sẽ thay bóng trong tuần tới.", "title": "Thay 12 bóng đèn", "deliverable": "12 bóng sáng"}
    given = {**said, "due": due.isoformat(), "lead": str(ground.committee.pk)}
    page = opens("committee_officer").post(at("deed", c.pk, "tra-loi"), given)
    assert page.status_code == 422
    assert sentence in page.context["form"].errors["due"][0]
    assert fresh(c).state == State.ACCEPTED


def test_the_office_alone_promises_nothing(opens, case, ground):
    c = case(State.ACCEPTED)
    said = {"text": "Đã thay xong từ hôm qua, xin cảm ơn.", "lead": str(ground.committee.pk)}
    opens("committee_officer").post(at("deed", c.pk, "tra-loi"), said)
    assert fresh(c).state == State.ANSWERED
    assert not Commitment.objects.exists()


def test_a_template_comes_after_what_was_typed(opens, case, committee_officer, ground):
    c = case(State.ACCEPTED)
    kept = actions.keep_template(
        office=ground.committee, title="Đèn đường", text="Kính gửi Ông/Bà, phường đã ghi nhận.", topic="", by=committee_officer, now=NOW
    )
    answer = opens("committee_officer").post(
        at("deed", c.pk, "tra-loi"), {"text": "Đội chiếu sáng đến chiều nay.", "template": str(kept.pk), "lay-mau": "1", "law": "Điều 5"}
    )
    form = answer.context["form"]
    assert answer.status_code == 200
    assert form["text"].value() == "Đội chiếu sáng đến chiều nay.\n\nKính gửi Ông/Bà, phường đã ghi nhận."
    assert form["law"].value() == "Điều 5"
    assert fresh(c).state == State.ACCEPTED
    assert AnswerTemplate.objects.count() == 1


def test_a_usual_reason_brings_its_article(opens, case):
    c, ground_ = case(), grounds.one("told-before")
    page = opens("committee_officer").get(at("deed", c.pk, "khong-thu-ly"))
    assert ground_.law in text(page)
    assert "Luật Khiếu nại" not in text(page)
    answer = opens("committee_officer").post(at("deed", c.pk, "khong-thu-ly"), {"ground": "told-before", "lay-ly-do": "1"})
    form = answer.context["form"]
    assert (form["reason"].value(), form["law"].value()) == (ground_.words, ground_.law)
    complaint = case(content=Content.COMPLAINT)
    assert "Luật Khiếu nại 2011, Điều 11 khoản 6" in text(opens("committee_officer").get(at("deed", complaint.pk, "khong-thu-ly")))


def test_an_office_of_another_unit_is_found_by_its_name_and_nothing_is_lost(opens, case, ground):
    c = case()
    said = {"where": "Cai Rang", "reason": "Việc này ở địa bàn Cái Răng.", "tim-co-quan": "1"}
    answer = opens("committee_officer").post(at("deed", c.pk, "chuyen"), said)
    assert answer.status_code == 200
    assert "Ủy ban MTTQ Việt Nam phường Cái Răng" in text(answer)
    assert "Việc này ở địa bàn Cái Răng." in text(answer)
    sent = opens("committee_officer").post(
        at("deed", c.pk, "chuyen"), {"to": str(ground.other_front.pk), "where": "Cai Rang", "reason": said["reason"]}, follow=True
    )
    assert "Đã chuyển." in text(sent)
    assert sent.request["PATH_INFO"] == at("inbox")
    assert fresh(c).office == ground.other_front


def test_one_of_several_is_asked(opens, case):
    c = case()
    actions.join_in(c, place="Cuối hẻm", by=Anyone(), now=NOW)
    second = Opinion.objects.filter(case=c).order_by("-said_at", "-pk").first()
    said = {"opinion": str(second.pk), "text": "Xin cho biết nhà số mấy ở cuối hẻm.", "uploads": [photo()]}
    opens("committee_officer").post(at("deed", c.pk, "hoi-lai"), said)
    letter = Letter.objects.get()
    assert letter.opinion == second
    assert StoredFile.objects.filter(owner_type="opinions.letter", owner_id=str(letter.pk)).count() == 1


def test_the_letter_begins_with_what_is_missing(opens, case):
    c = case(content=Content.COMPLAINT, text="Tôi khiếu nại quyết định thu hồi đất của gia đình tôi.")
    asked = opens("committee_officer").get(at("deed", c.pk, "hoi-lai")).context["form"]["text"].value()
    assert "Chữ ký hoặc điểm chỉ của người khiếu nại" in asked


def test_a_desk_opinion_is_worked_on_alike(opens, case, committee_officer):
    c = case(channel=Channel.DESK, by=committee_officer)
    assert opens("committee_officer").get(at("case", c.pk)).status_code == 200


def test_every_deed_of_an_office_has_its_page():
    """A deed of the table of states is by an office on a page here or beside, by its sender, or by the clock."""
    from gandan.opinions.enums import Deed
    from gandan.opinions.permissions import RIGHT

    elsewhere = {Deed.REPLY, Deed.CONFIRM, Deed.REOPEN, Deed.WITHDRAW, Deed.CLOSE, Deed.ERASE, Deed.PUBLISH, Deed.UNPUBLISH}
    here = {d.permission for d in BY_SLUG.values()}
    assert {RIGHT[deed] for deed in Deed if deed not in elsewhere} <= here
