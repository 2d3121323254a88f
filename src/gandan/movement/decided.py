"""What a decision recognises or takes away of models, for its page and its Word paper (`appraisals.decided`).

An official paper is Vietnamese whoever asks for it, so these words are not translated.
"""

from uuid import UUID

from django.db.models import Q
from django.urls import reverse

from gandan.appraisals.decided import Said
from gandan.appraisals.enums import DecisionKind
from gandan.appraisals.models import Decision
from gandan.core.access import Actor
from gandan.core.word.blocks import Column, Listing
from gandan.movement.enums import Kind
from gandan.movement.models import Recognition
from gandan.units import queries as units

NAMED = {Kind.MODEL: "mô hình", Kind.EXEMPLAR: "điển hình"}
COLUMNS = (
    Column("TT", 1, "center"),
    Column("Tên gọi", 6),
    Column("Địa chỉ", 4),
    Column("Điểm", 1.5, "center"),
    Column("Xếp loại", 2, "center"),
)
DAY = "%d/%m/%Y"


def said(decision: Decision, actor: Actor) -> Said | None:
    """Models and exemplars apart, each with place, points and grade as they were copied when it was decided; three questions whatever the
    number of rows. None where the decision names no model."""
    revoked = decision.kind == DecisionKind.REVOKE
    rows = list(
        Recognition.objects.filter(Q(revoked_by=decision) if revoked else Q(decision=decision))
        .select_related("practice__drive", "appraisal__council", "appraisal__sheet", "posting", "decision")
        .order_by("-points", "practice__title", "pk")
    )
    if not rows:
        return None
    places = {p.id: p.full_name for p in units.several({r.practice.unit_id for r in rows}) if p is not None}
    listings = [_listing(kind, [r for r in rows if r.practice.kind == kind], places) for kind in Kind]
    counts = [f"{len(found)} {NAMED[kind]}" for kind in Kind if (found := [r for r in rows if r.practice.kind == kind])]
    verb = "Thu hồi quyết định công nhận đối với" if revoked else "Công nhận"
    drives = " và ".join(dict.fromkeys(r.practice.drive.named for r in rows))
    return Said(
        gives=f"{verb} {' và '.join(counts)} trong {drives}",
        listings=[listing for listing in listings if listing.rows],
        grounds=_revoked_grounds(rows) if revoked else _grounds(rows),
        carries_out="Các cơ quan, đơn vị, cá nhân có tên trong danh sách",
        links=[(r.practice.title, reverse("movement-public:one", args=[r.practice_id])) for r in rows],
    )


def _listing(kind: Kind, rows: list[Recognition], places: dict[UUID, str]) -> Listing:
    cells = [(str(n), r.practice.title, _place(r, places), _points(r), r.grade) for n, r in enumerate(rows, start=1)]
    return Listing(COLUMNS, cells, title=f"{NAMED[kind].capitalize()}: {len(rows)}")


def _place(row: Recognition, places: dict[UUID, str]) -> str:
    parts = [row.practice.place, places.get(row.practice.unit_id, "")]
    return ", ".join(dict.fromkeys(part for part in parts if part))


def _points(row: Recognition) -> str:
    return f"{row.points:.2f}".replace(".", ",")


def _grounds(rows: list[Recognition]) -> list[str]:
    """What the decision rests on, from the records: which council by which sheet, and the posting whose time is over."""
    scored = {
        f"Căn cứ kết quả chấm điểm của {r.appraisal.council.title} theo {r.appraisal.sheet.title}, phiên bản {r.appraisal.sheet.version}"
        for r in rows
    }
    days = {
        f"Căn cứ kết quả niêm yết lấy ý kiến nhân dân từ ngày {r.posting.posted_on:{DAY}} đến ngày {r.posting.until:{DAY}}" for r in rows
    }
    return [*sorted(scored), *sorted(days)]


def _revoked_grounds(rows: list[Recognition]) -> list[str]:
    return sorted({f"Căn cứ Quyết định số {r.decision.number}, ngày {r.decision.decided_on:{DAY}}" for r in rows})
