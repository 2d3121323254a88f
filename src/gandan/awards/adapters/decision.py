"""What a decision gives or takes back, for its page and its Word paper (`appraisals.decided`)."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import Q
from django.urls import reverse

from gandan.appraisals.decided import Said
from gandan.appraisals.enums import DecisionKind
from gandan.appraisals.models import Decision
from gandan.awards.adapters import lists, office
from gandan.awards.enums import Whom
from gandan.awards.models import Call, Holder
from gandan.awards.queries import counted
from gandan.core.access import Actor, may
from gandan.core.word import Column, Listing

TAKEN_BACK = "(đã thu hồi)"


def said(decision: Decision, actor: Actor) -> Said | None:
    """Holders by ground, collectives and persons apart. Whom something was taken from reads only who decides on it, in the
    decision that took it and in the one that gave it; None where the decision is not of this room."""
    revoked = decision.kind == DecisionKind.REVOKE
    rows = Holder.objects.filter(Q(revoked_by=decision) if revoked else Q(conferral__decision=decision))
    rows = rows.select_related("conferral__kind", "conferral__decision", "conferral__unit")
    holders = list(rows.order_by("whom", "conferral__ground", "position", "pk"))
    if not holders:
        return None
    persons = sum(h.whom == Whom.PERSON for h in holders)
    name, count = holders[0].conferral.name, counted(persons, len(holders) - persons)
    named = {h.pk for h in holders if h.revoked_on is None or may(actor, "awards.revoke", h)}
    listed = [h for h in holders if h.pk in named or not revoked]
    listings = [_listing([h for h in listed if h.whom == whom], whom, named) for whom in (Whom.COLLECTIVE, Whom.PERSON)]
    links = {h.conferral_id: (h.conferral.ground or name, reverse("awards-public:one", args=[h.conferral_id])) for h in holders}
    return Said(
        gives=f"Thu hồi {name} đã tặng {count}" if revoked else f"Tặng {name} cho {count}",
        listings=[one for one in listings if one.rows],
        grounds=_grounds(decision, holders, revoked=revoked),
        carries_out="Các cơ quan, đơn vị và tập thể, cá nhân có tên trong danh sách",
        links=list(links.values()),
    )


def _listing(holders: list[Holder], whom: Whom, named: Collection[UUID]) -> Listing:
    """The line of one who is not named stays, so that the numbers of the decision stay true."""
    columns = [Column("TT", 1, "center"), Column(lists.NAME[whom], 5), Column(lists.WHERE[whom], 6), Column("Thành tích về", 5)]
    cells = [
        [str(n), *([h.name, h.workplace] if h.pk in named else [TAKEN_BACK, ""]), h.conferral.ground]
        for n, h in enumerate(holders, start=1)
    ]
    return Listing(columns, cells, title=f"{lists.TITLE[whom]}: {len(holders)}")


def _grounds(decision: Decision, holders: list[Holder], *, revoked: bool) -> list[str]:
    if revoked:
        given = {h.conferral.decision for h in holders if h.conferral.decision}
        return sorted(f"Căn cứ Quyết định số {d.number}, ngày {office.said_day(d.decided_on)}" for d in given)
    rows = Call.objects.filter(decision=decision).select_related("council", "posting", "eligibility", "office")
    call = rows.prefetch_related("office__names").first()
    if call is None:
        return []
    lines = office.basis(call)
    if call.council is not None:
        lines.append(f"Căn cứ kết quả xét của {call.council.title}")
    if call.posting is not None:
        first, last = office.said_day(call.posting.posted_on), office.said_day(call.posting.until)
        lines.append(f"Căn cứ kết quả niêm yết lấy ý kiến nhân dân từ ngày {first} đến ngày {last}")
    return lines
