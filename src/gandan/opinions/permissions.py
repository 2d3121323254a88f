"""WHO may do what in this room, on one screen.

An office answers: its officers, specialists and leaders, and the leader of its unit. Who spoke acts with code and PIN (`Sender`). Those
above see states and counts, words only of what was escalated. Hamlet heads see numbers of their hamlet; they, supervisors,
analysts, administrators read nobody's words.
Without an object (a menu, a list) a right asks whether it is held anywhere.
"""

from typing import Any
from uuid import UUID

from gandan.core.access import Actor, Role, anybody, either, holds, system
from gandan.core.access.permissions import Predicate
from gandan.denunciations import actor as denunciations
from gandan.notices.actor import Recipient
from gandan.opinions import hands
from gandan.opinions.actor import Sender
from gandan.opinions.enums import Deed
from gandan.opinions.models import Case, Opinion, PendingCase, Sheet
from gandan.units.models import Hamlet, Office, Unit

STAFF = (Role.OFFICER, Role.LEADER, Role.SPECIALIST)  # a specialist works in an office too: what lies there is theirs to do
OVERSEERS = (Role.LEADER, Role.SPECIALIST)
SENDERS = "opinions.opinion"  # the kind of correspondent that the senders of opinions are


def case_of(thing: Any) -> Case | None:
    """The case that a right is asked for: of an opinion, the one in which it lies."""
    return thing.case if isinstance(thing, Opinion) else thing if isinstance(thing, Case) else None


def _office(thing: Any) -> UUID | None:
    if isinstance(thing, Office):
        return thing.pk
    case = case_of(thing)
    return case.office_id if case else getattr(thing, "office_id", None)


def _unit(thing: Any) -> UUID | None:
    if isinstance(thing, Unit):
        return thing.pk
    case = case_of(thing)
    return case.unit_id if case else getattr(thing, "unit_id", None)


def _asked(roles: tuple[Role, ...], there: Predicate) -> Predicate:
    """Of an object: as said; without one: holds such a role somewhere."""
    somewhere = holds(*roles)
    return lambda actor, thing: somewhere(actor, None) if thing is None else there(actor, thing)


AT_OFFICE = _asked(STAFF, holds(*STAFF, at=_office))
IN_UNIT = _asked(STAFF, holds(*STAFF, at=_unit))
LEADS = _asked((Role.LEADER,), holds(Role.LEADER, at=_unit))
ABOVE = _asked(OVERSEERS, holds(*OVERSEERS, above=_unit))
ANSWERS = either(AT_OFFICE, LEADS)


def escalated_to(actor: Actor, thing: Any) -> bool:
    """Leader or specialist above, once the case was put before them."""
    case = case_of(thing)
    return ABOVE(actor, thing) if case is None or case.escalated_on is not None else False


def ends_objected(actor: Actor, thing: Any) -> bool:
    """Those above who read it, and never somebody of a unit that answers or answered: no unit ends what its senders call not done."""
    case = case_of(thing)
    return escalated_to(actor, thing) and (case is None or hands.outside(actor, case))


def sent(actor: Actor, thing: Any) -> bool:
    """Whoever holds code and PIN of this opinion, or of one that lies in this case."""
    if not isinstance(actor, Sender) or not actor.writes:
        return False
    if isinstance(thing, Case):
        return Opinion.objects.filter(pk=actor.opinion, case=thing).exists()
    return isinstance(thing, Opinion) and thing.pk == actor.opinion


def handed_in(actor: Actor, thing: Sheet | None) -> bool:
    """Whoever handed the spreadsheet in, as long as they work in its unit; no colleague, no leader."""
    return IN_UNIT(actor, thing) and (thing is None or thing.made_by == actor.key)


def got_a_message(actor: Actor, thing: Any) -> bool:
    """Whoever has the link of a message that the system sent to the address of this opinion."""
    return isinstance(actor, Recipient) and isinstance(thing, Opinion) and (actor.kind, actor.correspondent) == (SENDERS, str(thing.pk))


def chooses(actor: Actor, thing: PendingCase | None) -> bool:
    """Leader of a unit that may take it, or leader or specialist above such a unit."""
    if thing is None:
        return holds(*OVERSEERS)(actor, None)
    above = holds(*OVERSEERS, above=lambda unit: unit)
    return any(above(actor, unit) for unit in thing.candidates.values_list("pk", flat=True))


def orders_competence(actor: Actor, thing: Any) -> bool:
    """The leader of the unit for the unit; for every unit, and what holds in all units of a level, whoever runs the installation."""
    return holds(Role.ADMINISTRATOR)(actor, None) or (LEADS(actor, thing) if thing is None or _unit(thing) is not None else False)


def heads(actor: Actor, thing: Any) -> bool:
    """Heads this very hamlet; another one of the same commune is somebody else's."""
    mine = {h.hamlet for h in actor.holdings if h.role == Role.HAMLET_HEAD and h.hamlet is not None}
    return bool(mine) if thing is None else isinstance(thing, Hamlet) and thing.pk in mine


def gave_consent(actor: Actor, thing: Any) -> bool:
    """Wrote the letter that comes back as an opinion, and was asked."""
    return isinstance(actor, denunciations.Sender) and actor.writes


TABLE: dict[str, Predicate] = {
    # people
    "opinions.say": anybody,
    "opinions.join_in": anybody,
    "opinions.reply": sent,
    "opinions.write": sent,
    "opinions.give_verdict": sent,
    "opinions.withdraw": sent,
    "opinions.leave_contact": sent,
    "opinions.take_contact_away": sent,
    "opinions.new_pin": sent,
    "opinions.stop_telling": got_a_message,
    # whoever answers
    "opinions.open_inbox": holds(*STAFF),
    "opinions.open_desk": holds(*STAFF),
    "opinions.say_for": either(IN_UNIT, system("import")),  # the officer handed the sheet in; its rows are taken by the system
    "opinions.import": IN_UNIT,
    "opinions.open_sheet": handed_in,
    "opinions.take_rows": system("import"),
    "opinions.forget_sheets": system("retention"),
    "opinions.print_posters": either(IN_UNIT, _asked((Role.HAMLET_HEAD,), holds(Role.HAMLET_HEAD, at=_unit))),
    "opinions.read": either(ANSWERS, escalated_to),
    "opinions.classify": ANSWERS,
    "opinions.forward": ANSWERS,
    "opinions.accept": ANSWERS,
    "opinions.ask_back": ANSWERS,
    "opinions.go_on": either(ANSWERS, system("clock")),
    "opinions.refuse": ANSWERS,
    "opinions.pause": ANSWERS,
    "opinions.resume": either(ANSWERS, system("clock")),
    "opinions.answer": ANSWERS,
    "opinions.report_done": ANSWERS,
    "opinions.join": ANSWERS,
    "opinions.split": ANSWERS,
    "opinions.publish": ANSWERS,
    "opinions.unpublish": ANSWERS,
    "opinions.send_news": either(ANSWERS, escalated_to),
    "opinions.tag": ANSWERS,
    "opinions.open_contact": ANSWERS,
    "opinions.name_person": ANSWERS,
    "opinions.keep_filter": holds(*STAFF),
    "opinions.keep_template": AT_OFFICE,
    # leaders, those above, the clock
    "opinions.open_load": holds(*OVERSEERS),
    "opinions.see_dashboard": holds(*OVERSEERS),
    "opinions.see_hamlet": heads,
    "opinions.see_counts": holds(*OVERSEERS, Role.ANALYST),
    "opinions.escalate": either(sent, LEADS, system("clock")),
    "opinions.order_reopen": either(LEADS, escalated_to),
    "opinions.set_pledge": LEADS,
    "opinions.set_competence": orders_competence,
    "opinions.set_common_competence": holds(Role.ADMINISTRATOR),
    "opinions.choose_successor": chooses,
    "opinions.run_clock": system("clock"),
    "opinions.close": system("clock"),
    "opinions.end_objected": ends_objected,
    "opinions.erase": system("retention"),
    "opinions.move_with_office": system("handover"),
    "opinions.take_back": either(holds(Role.DENUNCIATION_HANDLER), gave_consent),
}

RIGHT: dict[Deed, str] = {
    Deed.CLASSIFY: "opinions.classify",
    Deed.FORWARD: "opinions.forward",
    Deed.ACCEPT: "opinions.accept",
    Deed.ASK_BACK: "opinions.ask_back",
    Deed.REPLY: "opinions.reply",
    Deed.GO_ON: "opinions.go_on",
    Deed.REFUSE: "opinions.refuse",
    Deed.PAUSE: "opinions.pause",
    Deed.RESUME: "opinions.resume",
    Deed.ANSWER_PARTLY: "opinions.answer",
    Deed.ANSWER: "opinions.answer",
    Deed.REPORT_DONE: "opinions.report_done",
    Deed.CONFIRM: "opinions.give_verdict",
    Deed.REOPEN: "opinions.give_verdict",
    Deed.ORDER_REOPEN: "opinions.order_reopen",
    Deed.ESCALATE: "opinions.escalate",
    Deed.WITHDRAW: "opinions.withdraw",
    Deed.CLOSE: "opinions.close",
    Deed.JOIN: "opinions.join",
    Deed.SPLIT: "opinions.split",
    Deed.PUBLISH: "opinions.publish",
    Deed.UNPUBLISH: "opinions.unpublish",
    Deed.ERASE: "opinions.erase",
}
"""Which right each deed of the table of states asks for."""
