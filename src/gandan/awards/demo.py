"""A whole round of commendations in Cần Thơ, invented: proposed, one left out, one taken off after an objection, decided, on the roll;
and a
call that is open today. All by real deeds, the days counted back from the day on which the demo is filled."""

import tomllib
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from importlib.resources import files
from random import Random
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from gandan.accounts import queries as accounts
from gandan.accounts.demo import NotADemo
from gandan.accounts.models import User
from gandan.appraisals import actions as appraisals
from gandan.appraisals import adapters as shipped
from gandan.appraisals.enums import Part
from gandan.appraisals.models import Appraisal, Council
from gandan.awards import actions
from gandan.awards.enums import NomineeState, Whom
from gandan.awards.given import CollectiveGiven, PersonGiven, QuotaGiven
from gandan.awards.models import AwardKind, Call, Nominee
from gandan.awards.queries import numbered
from gandan.core.access import Actor, Anyone
from gandan.core.events import followers
from gandan.units import queries as units
from gandan.units.models import Office, Unit

HEAD, MEMBERS = "hai.thanhuy", ("tam.lanhdao", "phuc.lanhdao", "caikhe.lanhdao", "binhthuy.lanhdao", "tanan.lanhdao")
LATE_DUTY = "Người này mới chuyển đến phường năm ngoái, việc nêu trong danh sách do tổ trước làm. Đề nghị xem lại."
UPHELD = "Đã làm việc với phường: phần lớn việc nêu trong bản tóm tắt có từ trước khi người được đề nghị nhận việc."


@transaction.atomic
def fill(*, by: Actor, now: datetime) -> None:
    """All of it, once: where there is any call already, nothing is added."""
    if not settings.DEMO:
        raise NotADemo
    if Call.objects.exists():
        return
    actions.load_kinds(by=by, now=now)
    _conditions(now=now)
    told = tomllib.loads(files("gandan.awards").joinpath("data/demo.toml").read_text(encoding="utf-8"))
    with followers.pausing("notices"):
        call = _opened(told["round"], now=now)
        _propose(call, told["dossier"], now=now)
        _judged(call, now=now)
        _decided(call, now=now)
    _propose(_opened(told["open"], now=now), told["open_dossier"], now=now)
    _old_book(told["book"], now=now)


def _conditions(*, now: datetime) -> None:
    """The board's own condition for its commendation; nobody read it in a text of the law, and every page says so."""
    kind, at = AwardKind.objects.get(code="commendation.board"), _ago(120, now=now)
    source = "Thể lệ của Ban (bản dùng thử)"
    actions.set_eligibility(kind, years=10, source=source, from_day=timezone.localdate(at), by=_person("kien.quantri", now), now=at)


def _person(username: str, now: datetime) -> Actor:
    return accounts.actor_for(User.objects.get(username=username), today=timezone.localdate(now))


def _ago(days: float, *, now: datetime) -> datetime:
    """So many days back, at nine in the morning; today it is now."""
    day = timezone.localdate(now) - timedelta(days=int(days))
    return min(timezone.make_aware(datetime.combine(day, time(9, 10))), now)


def _unit(code: str) -> Unit:
    place = units.by_code(code)
    if place is None:
        raise LookupError(code)
    return Unit.objects.get(pk=place.id)


def _opened(row: dict[str, Any], *, now: datetime) -> Call:
    """Planned and opened by the board."""
    unit, head, at = _unit("92"), _person(HEAD, now), _ago(row["opened"], now=now)
    board = Office.objects.get(unit=unit, kind="dan_van_board", existed__upper_inf=True)
    given = shipped.shipped_for("awards.nominee")
    if given is None:
        raise LookupError("awards.nominee")
    if not Call.objects.exists():
        sheet = appraisals.copy_shipped(given, unit=unit, by=head, now=at)
        appraisals.put_in_force(sheet, from_day=timezone.localdate(at), by=head, now=at)
    call = actions.plan_call(
        kind=AwardKind.objects.get(code=row["kind"]),
        office=board,
        title=row["title"],
        year=timezone.localdate(at).year,
        opens_on=timezone.localdate(at),
        closes_on=timezone.localdate(_ago(row["closes"], now=now))
        if row["closes"] >= 0
        else timezone.localdate(now) + timedelta(days=-row["closes"]),
        sheet_code=given.code,
        quotas=(QuotaGiven(Whom.PERSON, 3), QuotaGiven(Whom.COLLECTIVE, 2)),
        grounds=row["grounds"],
        by=head,
        now=at,
    )
    return actions.open_call(call, by=head, now=at)


def _propose(call: Call, rows: list[dict[str, Any]], *, now: datetime) -> None:
    """Offices put their dossiers together and hand them in; one may still be in work."""
    for row in rows:
        office = Office.objects.get(unit=_unit(row["ward"]), kind=row["office"], existed__upper_inf=True)
        who, at = _person(row["by"], now), _ago(row["ago"], now=now)
        nomination = actions.begin_nomination(call, office=office, by=who, now=at)
        for n in row["nominee"]:
            given = _given(n)
            whom = Whom.PERSON if isinstance(given, PersonGiven) else Whom.COLLECTIVE
            actions.add_nominee(nomination, whom=whom, person=given, ground=n["ground"], by=who, now=at)
        if row.get("number"):
            actions.submit_nomination(nomination, number=row["number"], by=who, now=at + timedelta(minutes=40) if at < now else now)


def _given(n: dict[str, Any]) -> PersonGiven | CollectiveGiven:
    if "years" in n:
        born = date(n["born"], 3, 1 + n["born"] % 27)
        return PersonGiven(
            n["name"], n["workplace"], n["deeds"], position=n["position"], born_on=born, years=n["years"], is_head=n.get("head", False)
        )
    return CollectiveGiven(n["name"], n["deeds"], workplace=n.get("workplace", ""))


def _judged(call: Call, *, now: datetime) -> None:
    """One is left out, the council scores the others, all but the weakest are chosen."""
    head = _person(HEAD, now)
    short = [n for n in Nominee.objects.filter(nomination__call=call) if n.checks.filter(outcome="fails").exists()]
    for nominee in short:
        why = "Số năm công tác cơ quan khai chưa đủ mức đã ghi trong thể lệ đợt này."
        actions.exclude(nominee, reason=why, by=head, now=_ago(57, now=now))
    council = _council(call, now=now)
    opened = _ago(56, now=now)
    call = actions.close_call(call, council=council, closes_on=timezone.localdate(opened) + timedelta(days=10), by=head, now=opened)
    dice = Random(call.year)  # noqa: S311  an order, no secret
    weakest = None
    for n, nominee in enumerate(Nominee.objects.filter(nomination__call=call, appraisal__isnull=False).order_by("added_at", "pk")):
        low = n == 4
        _scored(nominee.appraisal, dice, low=low, now=now)
        weakest = nominee.pk if low else weakest
    for nominee in Nominee.objects.filter(nomination__call=call, state=NomineeState.PROPOSED):
        if nominee.pk == weakest:
            actions.pass_over(nominee, reason="Điểm hội đồng dưới mức đạt của bảng điểm.", by=head, now=_ago(44, now=now))
        else:
            actions.choose(nominee, by=head, now=_ago(44, now=now))


def _council(call: Call, *, now: datetime) -> Council:
    head, at = _person(HEAD, now), _ago(58, now=now)
    on = timezone.localdate(at)
    council = appraisals.form_council(
        office=call.office, title="Hội đồng xét khen công tác dân vận", formed_by="31-QĐ/BTGDVTU", formed_on=on, by=head, now=at
    )
    appraisals.seat(council, user=User.objects.get(username=HEAD), part=Part.CHAIR, by=head, now=at)
    for name in MEMBERS:
        appraisals.seat(council, user=User.objects.get(username=name), part=Part.MEMBER, by=head, now=at)
    appraisals.seat(council, user=User.objects.get(username="lan.chuyenvien"), part=Part.SECRETARY, by=head, now=at)
    return council


def _scored(appraisal: Appraisal | None, dice: Random, *, low: bool, now: datetime) -> None:
    if appraisal is None:
        return
    head = _person(HEAD, now)
    tied = set(appraisal.conflicts.values_list("seat", flat=True))
    for seat in appraisal.council.seats.exclude(part=Part.SECRETARY).exclude(pk__in=tied).select_related("user"):
        share = Decimal(dice.randrange(48, 58) if low else dice.randrange(80, 96)) / 100
        marks = {
            c.pk: (c.most * share).quantize(Decimal("0.5")) if c.most > 0 and not c.is_bonus else Decimal(0)
            for c in appraisal.sheet.criteria.all()
        }
        reason = "Việc làm cụ thể, có xác nhận của nơi được giúp." if not low else "Chủ yếu kể việc chung của tập thể, phần riêng chưa rõ."
        appraisals.hand_in(appraisal, marks=marks, reason=reason, by=_person(seat.user.username or "", now), now=_ago(50, now=now))
    appraisals.show(appraisal, by=head, now=_ago(46, now=now))
    appraisals.close(appraisal, by=head, now=_ago(45, now=now))


def _decided(call: Call, *, now: datetime) -> None:
    """On the board, one objection upheld, decision, certificates."""
    head = _person(HEAD, now)
    call = actions.post_call(Call.objects.get(pk=call.pk), by=head, now=_ago(43, now=now))
    chosen = Nominee.objects.filter(nomination__call=call, state=NomineeState.CHOSEN, whom=Whom.PERSON).order_by("added_at", "pk")
    doubted = chosen[1]
    if call.posting is None:
        raise LookupError(call.pk)
    said = appraisals.object_to(call.posting, text=LATE_DUTY, about=str(doubted.pk), by=Anyone(), now=_ago(40, now=now))
    appraisals.answer_objection(said.objection, is_upheld=True, reply=UPHELD, by=_person("lan.chuyenvien", now), now=_ago(36, now=now))
    actions.pass_over(doubted, reason="Phản đối trong thời gian công khai có cơ sở.", by=head, now=_ago(35, now=now))
    day = _ago(22, now=now)
    on = timezone.localdate(day)
    actions.decide_call(call, number="47-QĐ/BTGDVTU", decided_on=on, signed_as="Trưởng Ban", signed_by="Bùi Thanh Hải", by=head, now=day)
    call = Call.objects.get(pk=call.pk)
    actions.give_certificate_numbers(call, numbers=numbered(call, first=1), by=head, now=_ago(20, now=now))


def _old_book(rows: list[dict[str, Any]], *, now: datetime) -> None:
    """What stands in the book from before, counts alone."""
    for row in rows:
        who = _person(row["by"], now)
        unit = _unit(row["unit"])
        numbers = {"persons": row.get("persons", 0), "collectives": row.get("collectives", 0)}
        actions.enter_conferral(
            name=row["name"],
            unit=unit,
            by_whom=row["giver"],
            ground=row["ground"],
            year=row["year"],
            kept_by=unit,
            by=who,
            now=now,
            **numbers,
        )
