"""What tests of this room build: a sheet, a drive that runs, a form as an office writes it, and models in every state through real deeds.

The Front of the commune holds dân vận work there, so it registers; the people's committee owns models, and its officer writes them.
"""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db.backends.postgresql.psycopg_any import DateRange

from gandan.accounts.actor import UserActor
from gandan.appraisals import actions as appraisals
from gandan.appraisals.given import CriterionGiven, GradeGiven
from gandan.appraisals.models import Appraisal, Council, Decision, Posting, ScoreSheet
from gandan.core.access import SystemActor
from gandan.indicators.enums import Measure
from gandan.movement import actions
from gandan.movement.enums import EvidenceKind, ForcePart, ResourceKind, State
from gandan.movement.models import Drive, Field, Practice, Recognition
from gandan.movement.written import AimGiven, ForceGiven, MilestoneGiven, ResourceGiven, Written
from gandan.units.models import DanVanOwner
from tests.people import LONG_AGO, NOW, TODAY

CLOCK = SystemActor("clock")
FIELDS = ("Kinh tế", "Văn hoá - xã hội", "Quốc phòng - an ninh", "Xây dựng hệ thống chính trị")
CODE = "dan-van-kheo"
CLOSED = {"state": "closed", "points": 80, "spread": 2, "passed": True, "ended_on": TODAY}


def at(days: int):
    """The same hour so many days later."""
    return NOW + timedelta(days=days)


def on_day(actor, days: int):
    """The same person so many days later: their roles count on that day."""
    if not isinstance(actor, UserActor):
        return actor
    return replace(actor, holdings=tuple(replace(h, on=TODAY + timedelta(days=days)) for h in actor.holdings))


def hold_dan_van(unit, office) -> DanVanOwner:
    return DanVanOwner.objects.create(unit=unit, office=office, during=DateRange(LONG_AGO, None, "[)"))


def a_sheet(unit, by, *, code: str = CODE):
    """A sheet of a hundred points in force since long ago."""
    criteria = [
        CriterionGiven(name="Có tiêu chí đo được và đạt", most=Decimal(60)),
        CriterionGiven(name="Nhân dân đồng tình, tham gia", most=Decimal(40)),
    ]
    grades = [GradeGiven("Xuất sắc", Decimal(90)), GradeGiven("Tốt", Decimal(70)), GradeGiven("Đạt", Decimal(50))]
    sheet = appraisals.draft_sheet(
        unit=unit,
        purpose="movement.practice",
        code=code,
        title="Bảng điểm Dân vận khéo",
        source="Hướng dẫn của tỉnh",
        pass_points=Decimal(50),
        members_least=3,
        spread_most=Decimal(20),
        criteria=criteria,
        grades=grades,
        by=by,
        now=NOW,
    )
    return appraisals.put_in_force(sheet, from_day=TODAY, by=by, now=NOW)


def a_drive(office, by, *, launched: bool = True, **more: Any) -> Drive:
    """Dân vận khéo 2026-2030, launched, with the window of this year open."""
    said = {
        "title": "Dân vận khéo giai đoạn 2026-2030",
        "aim": "Mỗi khu dân cư một cách làm hay.",
        "starts_on": date(2026, 1, 1),
        "ends_on": date(2030, 12, 31),
        "sheet_code": CODE,
        "fields": FIELDS,
    }
    drive = actions.plan_drive(**{**said, "office": office, "by": by, "now": NOW, **more})
    if launched:
        actions.launch(drive, by=by, now=NOW)
        actions.set_window(drive, year=2026, opens_on=date(2026, 2, 1), closes_on=date(2026, 12, 31), by=by, now=NOW)
    return Drive.objects.get(pk=drive.pk)


def form(field: Field, n: int = 1, **more: Any) -> Written:
    """The whole form of an office."""
    said: dict[str, Any] = {
        "title": f"Hẻm {n} không rác",
        "place": f"Hẻm {n} đường Lê Lợi, khu phố 3",
        "problem": "Rác để ngoài giờ, chó mèo xé bao, người đi chợ trượt ngã vào mùa mưa.",
        "aim": "Hết điểm rác tự phát trong hẻm.",
        "way": "Mỗi hộ giữ thùng trong nhà, tổ tự quản nhắc giờ, xe gom vào hẻm hai lần một ngày.",
        "audience": "Các hộ trong hẻm",
        "output": "Biên bản kiểm đếm điểm rác hằng tháng, dán ở đầu hẻm.",
        "upkeep": "Tổ tự quản luân phiên mỗi quý; hẻm bên cạnh cử người sang học.",
        "starts_on": date(2026, 3, 1),
        "forces": (
            ForceGiven(ForcePart.LEAD, name="Ban công tác Mặt trận khu phố 3"),
            ForceGiven(ForcePart.TAKE_PART, name="Chi hội Phụ nữ", task="Nhắc giờ đổ rác"),
        ),
        "aims": (AimGiven("Điểm rác tự phát", Measure.COUNT, Decimal(0), date(2026, 12, 31), noun="điểm", before=Decimal(7)),),
        "resources": (ResourceGiven(ResourceKind.SOCIALISED, Measure.VND, planned=Decimal(5_000_000)),),
        "milestones": (MilestoneGiven(date(2026, 6, 30), "Một nửa số hộ có thùng riêng"),),
    }
    return Written(field=field, **{**said, **more})


def short(field: Field, **more: Any) -> Written:
    """What the head of a hamlet types on a phone."""
    kept = {"audience": "", "output": "", "upkeep": "", "starts_on": None, "resources": (), "milestones": ()}
    lead = (ForceGiven(ForcePart.LEAD, name="Tổ tự quản khu phố 3"),)
    return form(field, **{**kept, "forces": lead, **more})


def brought(practice: Practice, state: State, *, owner, registrar) -> Practice:
    """Through real deeds into a state."""
    if state == State.WITHDRAWN:
        actions.withdraw(practice, reason="Hộ dân chưa đồng ý làm", by=owner, now=NOW)
    elif state != State.DRAFT:
        actions.submit(practice, by=owner, now=NOW)
    if state in {State.REGISTERED, State.LAPSED, State.STOPPED}:
        actions.register(practice, by=registrar, now=NOW)
    if state == State.STOPPED:
        actions.stop(practice, reason="Hẻm đã mở rộng thành đường", by=owner, now=NOW)
    elif state == State.LAPSED:
        actions.lapse(practice, by=CLOCK, now=at(366))
    practice = Practice.objects.get(pk=practice.pk)
    assert practice.state == state
    return practice


def note(practice: Practice, by, *, days: int = 0, text: str = "Hẻm vẫn sạch, tổ vẫn nhắc giờ"):
    """A note of evidence of that day."""
    return actions.add_evidence(practice, kind=EvidenceKind.NOTE, note=text, by=by, now=at(days))


def recognised(practice: Practice, ground, *, level: str = "base") -> Recognition:
    """Rows as the deeds of recognition leave them, for tests that ask only what follows."""
    day, n = TODAY, Recognition.objects.count() + 1
    council = Council.objects.create(office=ground.party, unit=ground.commune, title="Hội đồng", formed_by=f"{n}/QĐ", formed_on=day)
    of = {"subject_type": "movement.practice", "subject_id": str(practice.pk), "unit": practice.unit}
    sheet = ScoreSheet.objects.get(unit=ground.province, code=CODE)
    appraisal = Appraisal.objects.create(**of, council=council, sheet=sheet, opened_on=day, closes_on=day, **CLOSED)
    posting = Posting.objects.create(**of, office=ground.party, title="Kết quả", posted_on=day, until=day + timedelta(days=10))
    said = {"kind": "recognise", "level": level, "unit": practice.unit, "office": ground.party, "title": "Công nhận", "signed_as": "Bí thư"}
    decision = Decision.objects.create(**said, number=f"{n}/QĐ", decided_on=day, recorded_at=NOW)
    row = {"appraisal": appraisal, "posting": posting, "decision": decision, "points": 80, "recognised_on": day}
    return Recognition.objects.create(practice=practice, level=level, **row)
