"""How far a model of the demo came: each path goes from the form to where it stands today."""

from collections.abc import Callable, Iterator
from datetime import datetime

from gandan.appraisals.enums import Level
from gandan.core.access import Role, SystemActor
from gandan.movement import actions
from gandan.movement.demo_council import council, posted, recognised, revoked
from gandan.movement.demo_tale import SIGN_BEFORE, Tale
from gandan.movement.enums import FindingKind, Result

Path = Callable[[Tale], Iterator[datetime]]
BACK = "Xin nêu việc cụ thể phường sẽ làm khác đi, ai làm, và con số đo được bằng cách nào."


def draft(tale: Tale) -> Iterator[datetime]:
    """Begun, not sent in."""
    yield tale.later(0)
    tale.begin()


def draft_hamlet(tale: Tale) -> Iterator[datetime]:
    """Begun on the phone of a hamlet's head."""
    yield tale.later(0)
    heads = [a for a in (tale.ground.person(name) for name in ("sau.to3",)) if any(h.role == Role.HAMLET_HEAD for h in a.holdings)]
    tale.begin(by=heads[0])


def submitted(tale: Tale) -> Iterator[datetime]:
    """Sent in and waiting."""
    yield from draft(tale)
    yield tale.later(2)
    actions.submit(tale.practice, by=tale.owner, now=tale.at)


def sent_back(tale: Tale) -> Iterator[datetime]:
    """Sent back with why."""
    yield from submitted(tale)
    yield tale.later(3)
    actions.send_back(tale.practice, reason=BACK, by=tale.judge, now=tale.at)


def withdrawn(tale: Tale) -> Iterator[datetime]:
    """Taken back by its owner."""
    yield from submitted(tale)
    yield tale.later(4)
    actions.withdraw(tale.practice, reason="Nhập vào phương án phòng chống lụt bão chung của phường.", by=tale.owner, now=tale.at)


def _registered(tale: Tale) -> Iterator[datetime]:
    yield from submitted(tale)
    yield tale.later(3)
    tale.practice = actions.register(tale.practice, by=tale.judge, now=tale.at)


def _working(tale: Tale) -> Iterator[datetime]:
    """Registered, with people's word and what was measured on the way."""
    yield from _registered(tale)
    step = max(tale.left / 6, 4)
    yield tale.later(step)
    tale.evidence("Buổi họp đầu đã chốt phần việc, biên bản có chữ ký của các hộ dự họp.")
    tale.read(0.35, "Đếm tại chỗ cùng tổ tự quản")
    yield tale.later(step)
    tale.voices(tale.dice.choice((4, 6, 8, 9)))
    yield tale.later(step / 2)
    tale.read(0.7, "Đếm tại chỗ cùng tổ tự quản")


def registered(tale: Tale) -> Iterator[datetime]:
    """Runs, and says once a year that it does."""
    yield from _working(tale)
    yield from _verdict(tale)
    yield from tale.signs()


def _seen(tale: Tale) -> Iterator[datetime]:
    """Visited and found effective."""
    yield from _working(tale)
    yield tale.later(5)
    tale.visit(
        "Đoàn đi hết nơi làm, hỏi chuyện tám hộ, xem sổ theo dõi.",
        (FindingKind.GOOD, "Bà con nói rõ được phần việc của nhà mình."),
        (FindingKind.ADVICE, "Nên dán kết quả đo ở nơi nhiều người qua lại."),
    )
    yield tale.later(4)
    tale.read(1, "Đoàn và tổ cùng đếm")
    yield tale.later(2)
    tale.review(Result.EFFECTIVE, "Việc làm đều, bà con giữ nếp, số đo có sổ theo dõi kèm theo.")
    tale.keep_alive()
    yield from _verdict(tale)


def effective(tale: Tale) -> Iterator[datetime]:
    """Found effective, and goes on."""
    yield from _seen(tale)
    yield from tale.signs()


def weak(tale: Tale) -> Iterator[datetime]:
    """Needs strength."""
    yield from _working(tale)
    yield tale.later(5)
    tale.visit("Đoàn xem nơi làm và sổ.", (FindingKind.LACK, "Sổ bỏ trống hai tháng, chưa rõ ai làm tiếp."))
    yield tale.later(3)
    tale.review(Result.WEAK, "Kết quả còn xa mục tiêu, cần giao lại người giữ việc.")
    yield from tale.signs()


def formal(tale: Tale) -> Iterator[datetime]:
    """There is a form and no more."""
    yield from _registered(tale)
    yield tale.later(90)
    tale.evidence("Đã phát đủ bảng quy ước cho các khu trọ.")
    yield tale.later(2)
    tale.visit("Đoàn đến sáu khu trọ: có bảng nhưng không ai nhớ quy ước.", (FindingKind.LACK, "Chưa có việc làm nào sau khi phát bảng."))
    yield tale.later(2)
    tale.review(Result.FORMAL, "Mới phát bảng, chưa có cách làm và chưa có kết quả đo.")
    yield from tale.signs()


def recognised_base(tale: Tale) -> Iterator[datetime]:
    """Recognised by its own unit."""
    yield from _seen(tale)
    yield tale.later(6)
    yield from recognised(tale, Level.BASE)
    yield from tale.signs()


def recognised_province(tale: Tale) -> Iterator[datetime]:
    """Recognised by its unit, then by the province."""
    yield from _seen(tale)
    yield tale.later(6)
    yield from recognised(tale, Level.BASE)
    yield tale.later(20)
    yield from recognised(tale, Level.PROVINCE)
    yield from tale.signs()


def revoked_(tale: Tale) -> Iterator[datetime]:
    """Recognised, and taken back."""
    yield from recognised_base(tale)
    yield tale.later(max(tale.left / 3, 3))
    revoked(tale)


def in_council(tale: Tale) -> Iterator[datetime]:
    """Some of the cards are in."""
    yield from _seen(tale)
    yield from _until(tale, 9)
    yield from council(tale, Level.BASE, until="cards")


def in_council_province(tale: Tale) -> Iterator[datetime]:
    """Recognised by its unit, and before the province's council."""
    yield from _seen(tale)
    yield tale.later(6)
    yield from recognised(tale, Level.BASE)
    yield from _until(tale, 9)
    yield from council(tale, Level.PROVINCE, until="cards")


def to_post(tale: Tale) -> Iterator[datetime]:
    """The council found that it passes; nothing is posted yet."""
    yield from _seen(tale)
    yield from _until(tale, 14)
    yield from council(tale, Level.BASE)


def to_recognise(tale: Tale) -> Iterator[datetime]:
    """Its days on the board are over; nobody decided yet."""
    yield from _seen(tale)
    yield from _until(tale, 45)
    yield from council(tale, Level.BASE)
    yield tale.later(1)
    posted(tale, Level.BASE)


def _until(tale: Tale, days: int) -> Iterator[datetime]:
    """So many days before today; alive until then."""
    while tale.left - days > tale.year_left - SIGN_BEFORE:
        yield tale.later(max(tale.year_left - SIGN_BEFORE, 1))
        tale.keep_alive()
    yield tale.later(max(tale.left - days, 1))


def posted_(tale: Tale, *, objected: bool = False) -> Iterator[datetime]:
    """On the board for some days."""
    yield from _seen(tale)
    yield from _until(tale, 20)
    yield from council(tale, Level.BASE)
    yield tale.later(max(tale.left - 5, 0))
    posted(tale, Level.BASE, objected=objected)


def posted_objected(tale: Tale) -> Iterator[datetime]:
    """On the board, and somebody objected."""
    yield from posted_(tale, objected=True)


def lapsed(tale: Tale) -> Iterator[datetime]:
    """No sign within its year."""
    yield from _registered(tale)
    yield tale.later(30)
    tale.evidence("Đã làm xong phần đầu, bà con góp đủ.")
    tale.read(0.6, "Tổ tự đếm")
    yield from _verdict(tale)
    tale.practice.refresh_from_db(fields=["alive_until"])
    if tale.practice.alive_until is not None:
        yield tale.later((tale.practice.alive_until - tale.today).days + 1)
    actions.lapse(tale.practice, by=SystemActor("clock"), now=tale.at)


def revived(tale: Tale) -> Iterator[datetime]:
    """Silent for a while, and back."""
    yield from lapsed(tale)
    yield tale.later(9)
    tale.evidence("Họp lại, chia lại lịch, thêm bốn nhà vào tổ.")
    tale.practice.refresh_from_db()
    yield tale.later(2)
    actions.revive(tale.practice, note="Tổ đã họp lại và làm đều từ đầu tháng.", by=tale.owner, now=tale.at)


def stopped(tale: Tale) -> Iterator[datetime]:
    """Ended by its owner, with what came of it."""
    yield from _working(tale)
    yield tale.later(20)
    why = "Hai quán đổi chủ; bình nước đã chuyển vào trụ sở khu vực, giờ mở cửa ngắn hơn."
    actions.stop(tale.practice, reason=why, by=tale.owner, now=tale.at)


def _verdict(tale: Tale) -> Iterator[datetime]:
    """Who learnt it says how it went."""
    if "verdict" in tale.row:
        yield tale.later(3)
        worked, text = tale.row["verdict"]
        actions.judge_adoption(tale.practice, worked=worked, text=text, by=tale.owner, now=tale.at)


BY_NAME: dict[str, Path] = {
    "draft": draft,
    "draft_hamlet": draft_hamlet,
    "effective": effective,
    "formal": formal,
    "in_council": in_council,
    "in_council_province": in_council_province,
    "lapsed": lapsed,
    "posted": posted_,
    "posted_objected": posted_objected,
    "recognised_base": recognised_base,
    "recognised_province": recognised_province,
    "registered": registered,
    "revived": revived,
    "revoked": revoked_,
    "sent_back": sent_back,
    "stopped": stopped,
    "submitted": submitted,
    "to_post": to_post,
    "to_recognise": to_recognise,
    "weak": weak,
    "withdrawn": withdrawn,
}
