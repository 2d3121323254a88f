"""From a council to a decision: appraised, posted, recognised; and taken back."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.formats import number_format

from gandan.appraisals import actions as appraisals
from gandan.appraisals import queries as appraised
from gandan.appraisals.enums import DecisionKind, Level
from gandan.appraisals.models import Appraisal, Council, Decision, Objection, Posting
from gandan.core import events
from gandan.core.access import Actor, Refusal, refuse_if, require
from gandan.core.events.facts import Fact
from gandan.movement.actions.held import cleaned, held, one_line, step
from gandan.movement.enums import Deed, Subject
from gandan.movement.models import Practice, Recognition
from gandan.movement.permissions import Deciding
from gandan.movement.policies import recognition as policies
from gandan.movement.queries import recognition as read
from gandan.units import queries as units
from gandan.units.models import Office

# Sentences of the record, in the language of the record.
RESULT = (
    "{council} chấm {points} điểm{grade}, từ {members} phiếu, theo {sheet} (phiên bản {version}), điểm đạt từ {pass_points}. "
    "Xét để công nhận ở {level}."
)
GRADE = ", xếp loại {grade}"
LEVELS = {Level.BASE: "cấp cơ sở", Level.DISTRICT: "cấp huyện", Level.PROVINCE: "cấp tỉnh", Level.CENTRE: "cấp trung ương"}
FELL = "Có phản đối có cơ sở nên kết quả này không được dùng để công nhận; mô hình phải được xét lại."
PERSON = "Cá nhân điển hình, lĩnh vực {field}, {place}"
TITLE = "Về việc công nhận {n} mô hình, điển hình của {drive}"
TITLE_BACK = "Về việc thu hồi công nhận một mô hình, điển hình của {drive}"


@transaction.atomic
def appraise(practice: Practice, *, council: Council, closes_on: date, by: Actor, now: datetime) -> Appraisal:
    """Put it before a council, with the version of the drive's sheet that holds today; for the level that comes next (`read.sought`)."""
    practice = held(practice)
    require(by, "movement.appraise", practice)
    today = timezone.localdate(now)
    sheet = appraised.sheet_in_force(practice.drive.unit_id, practice.drive.sheet_code, on=today)
    refuse_if(policies.appraise(practice, council=council, sheet=sheet, today=today))
    assert sheet is not None  # noqa: S101  the policy asked
    appraisal = appraisals.open_appraisal(
        subject_type=read.SUBJECT,
        subject_id=str(practice.pk),
        unit=practice.unit,
        owner_office=practice.office if practice.owning_office else None,
        council=council,
        sheet=sheet,
        closes_on=closes_on,
        level=read.sought(practice, council.unit),
        by=by,
        now=now,
    )
    facts: dict[str, Fact] = {"appraisal_id": appraisal.pk, "council_id": council.pk, "sheet_id": sheet.pk, "level": appraisal.level}
    events.record("movement.appraised", practice, by=by, at=now, unit=practice.unit_id, facts=facts)
    return appraisal


@transaction.atomic
def post(practice: Practice, *, office: Office, by: Actor, now: datetime, text: str = "") -> Posting:
    """Show the council's result to everybody before anybody decides. `text` is what the office adds to the bare result."""
    practice = held(practice)
    level = read.sought(practice, office.unit)
    require(by, "movement.post", Deciding(practice, office, level))
    appraisal = read.passed(practice, level)
    refuse_if(policies.post(practice, appraisal=appraisal))
    assert appraisal is not None  # noqa: S101  the policy asked
    said = "\n\n".join(part for part in (_result(appraisal), cleaned(text)) if part)
    posting = appraisals.post(
        subject_type=read.SUBJECT,
        subject_id=str(practice.pk),
        unit=practice.unit,
        office=office,
        title=_posted_as(practice),
        text=said,
        by=by,
        now=now,
    )
    facts: dict[str, Fact] = {"posting_id": posting.pk, "appraisal_id": appraisal.pk, "until": posting.until}
    events.record("movement.posted", practice, by=by, at=now, unit=practice.unit_id, facts=facts)
    return posting


@transaction.atomic
def recognise(
    practices: Sequence[Practice],
    *,
    level: str,
    office: Office,
    number: str,
    decided_on: date,
    signed_as: str,
    by: Actor,
    now: datetime,
    signed_by: str = "",
    title: str = "",
    issuer: str = "",
) -> Decision:
    """One decision for one model or several. Points and grade are copied as they were: no later change of scoring rewrites them.

    What the centre recognises is decided there, by a paper of `issuer`; the office of the province that handed it up enters that paper."""
    rows = [held(key) for key in sorted({p.pk for p in practices})]
    if not rows:
        raise Refusal(policies.nothing(), status=422)
    refuse_if(policies.known_level(level) or policies.issued(level, issuer=one_line(issuer)))
    found: list[tuple[Practice, Appraisal, Posting]] = []
    for practice in rows:
        require(by, "movement.recognise", Deciding(practice, office, level))
        appraisal = read.passed(practice, level)
        posting = read.posted(practice, appraisal) if appraisal is not None else None
        refuse_if(policies.recognise(practice, level=level, appraisal=appraisal, posting=posting))
        assert appraisal is not None  # noqa: S101  the policy asked
        assert posting is not None  # noqa: S101
        found.append((practice, appraisal, posting))
    decision = appraisals.decide(
        kind=DecisionKind.RECOGNISE,
        level=level,
        office=office,
        number=number,
        title=one_line(title) or TITLE.format(n=len(rows), drive=rows[0].drive.named)[:300],
        decided_on=decided_on,
        signed_as=signed_as,
        signed_by=signed_by,
        postings=[posting for _practice, _appraisal, posting in found],
        issuer=one_line(issuer),
        by=by,
        now=now,
    )
    for practice, appraisal, posting in found:
        _recognised(practice, appraisal, posting, decision, by=by, now=now)
    return decision


@transaction.atomic
def revoke(
    recognition: Recognition,
    *,
    number: str,
    office: Office,
    decided_on: date,
    reason: str,
    signed_as: str,
    by: Actor,
    now: datetime,
    signed_by: str = "",
    title: str = "",
) -> Decision:
    """Take it back, by a decision of the level that gave it (a paper of the centre is entered by the province). That it was given stays in
    the history, with both decisions."""
    practice = held(recognition.practice_id)
    recognition = Recognition.objects.select_for_update().get(pk=recognition.pk)
    recognition.practice = practice
    require(by, "movement.revoke", Deciding(practice, office, recognition.level))
    refuse_if(policies.revoke(recognition, office=office, reason=cleaned(reason), decided_on=decided_on))
    decision = appraisals.decide(
        kind=DecisionKind.REVOKE,
        level=recognition.level,
        office=office,
        number=number,
        title=one_line(title) or TITLE_BACK.format(drive=practice.drive.named)[:300],
        decided_on=decided_on,
        signed_as=signed_as,
        signed_by=signed_by,
        issuer=policies.issuer_of(recognition),
        by=by,
        now=now,
    )
    recognition.revoked_by, recognition.revoked_on = decision, decided_on
    recognition.save(update_fields=["revoked_by", "revoked_on"])
    row = step(practice, Deed.REVOKE, reason=reason, now=now)
    facts: dict[str, Fact] = {"recognition_id": recognition.pk, "decision_id": decision.pk, "level": recognition.level}
    events.record("movement.revoked", practice, by=by, at=now, unit=practice.unit_id, facts=facts, binds=[row])
    return decision


def upheld(objection: Objection, *, by: Actor, now: datetime) -> None:
    """An objection was right: nothing is decided on this posting, and the model has to be appraised anew."""
    if objection.posting.taken_down_on is None:
        appraisals.take_down(objection.posting, reason=FELL, by=by, now=now)


def _recognised(practice: Practice, appraisal: Appraisal, posting: Posting, decision: Decision, *, by: Actor, now: datetime) -> None:
    assert appraisal.points is not None  # noqa: S101  the database holds it of what is closed
    row = Recognition.objects.create(
        practice=practice,
        level=decision.level,
        appraisal=appraisal,
        posting=posting,
        decision=decision,
        points=appraisal.points,
        grade=appraisal.grade.name if appraisal.grade else "",
        recognised_on=decision.decided_on,
    )
    facts: dict[str, Fact] = {"recognition_id": row.pk, "decision_id": decision.pk, "level": row.level, "points": row.points}
    events.record("movement.recognised", practice, by=by, at=now, unit=practice.unit_id, facts=facts)


def _posted_as(practice: Practice) -> str:
    """Its title; of a person not the name, for a posting stays readable: that stands beside it while it runs (`judged.describe`)."""
    if practice.subject != Subject.PERSON:
        return practice.title
    place = units.one(practice.unit_id)
    return PERSON.format(field=practice.field.name, place=place.full_name if place else "")[:200]


def _result(appraisal: Appraisal) -> str:
    """The bare result, as everybody reads it: no member's marks."""
    closed = appraised.result(appraisal)
    assert closed is not None  # noqa: S101  `read.passed` found it
    return RESULT.format(
        council=appraisal.council.title,
        points=number_format(closed.points, decimal_pos=2),
        grade=GRADE.format(grade=closed.grade) if closed.grade else "",
        members=closed.members,
        level=LEVELS[Level(appraisal.level)],
        sheet=appraisal.sheet.title,
        version=appraisal.sheet.version,
        pass_points=number_format(closed.pass_points, decimal_pos=2),
    )
