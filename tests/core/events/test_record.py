"""Recording: what an event takes, what it refuses, and that the database lets nobody change it."""

from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID, uuid4

import pytest
from django.db import InternalError, ProgrammingError, connection, transaction

from gandan.accounts.models import User
from gandan.core import events
from gandan.core.access import Anyone, Holding, Role, SystemActor
from gandan.core.events.facts import FreeText
from gandan.core.events.models import Event

NOON = datetime(2026, 11, 23, 5, tzinfo=UTC)


@pytest.fixture
def person(db):
    return User.objects.create(username="an", full_name="Nguyễn Thị An")


@pytest.mark.django_db
def test_one_event_holds_who_when_what(person):
    unit = uuid4()
    event = events.record(
        "accounts.role_given",
        person,
        by=SystemActor("first_filling"),
        at=NOON,
        unit=unit,
        was="none",
        now="officer",
        facts={"role": "officer", "from": date(2026, 1, 1), "share": Decimal("0.50"), "office": unit, "count": 3, "until": None},
    )
    kept = Event.objects.get(id=event.id)
    assert (kept.verb, kept.actor, kept.unit, kept.at) == ("accounts.role_given", "system:first_filling", unit, NOON)
    assert kept.facts == {"role": "officer", "from": "2026-01-01", "share": "0.50", "office": str(unit), "count": 3, "until": None}
    assert bytes(kept.digest) == kept.computed_digest()
    assert events.of(person).verbs() == ["accounts.role_given"]


@pytest.mark.django_db
def test_events_are_numbered_in_order(person):
    made = [events.record("accounts.seen", person, by=Anyone(), at=NOON) for _ in range(3)]
    assert [e.seq for e in events.of(person)] == sorted(e.seq for e in made)


@pytest.mark.django_db
def test_the_office_is_the_one_held_in_the_unit(person):
    here, there, front, council = uuid4(), uuid4(), uuid4(), uuid4()

    class Officer:
        key = f"user:{uuid4()}"
        holdings = (
            Holding(Role.OFFICER, here, date(2026, 1, 1), office=front),
            Holding(Role.LEADER, there, date(2026, 1, 1), office=council),
        )

    assert events.record("accounts.seen", person, by=Officer(), at=NOON, unit=here).office == front
    assert events.record("accounts.seen", person, by=Officer(), at=NOON).office is None
    assert events.record("accounts.seen", person, by=Officer(), at=NOON, office=council).office == council


@pytest.mark.django_db
@pytest.mark.parametrize("text", ["Tôi muốn phản ánh", "a@b.vn", "0912345678", "+84912345678", "012345678901", "x" * 81, "dòng\nmới", ""])
def test_free_text_is_refused(person, text):
    with pytest.raises(FreeText) as refusal:
        events.record("accounts.seen", person, by=Anyone(), at=NOON, facts={"reason": text})
    if text:
        assert text not in str(refusal.value)


@pytest.mark.django_db
@pytest.mark.parametrize("where", ["was", "now"])
def test_states_are_codes(person, where):
    with pytest.raises(FreeText):
        events.record("accounts.seen", person, by=Anyone(), at=NOON, **{where: "đang làm"})


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("facts", "error"),
    [
        ({"share": 0.5}, TypeError),
        ({"list": ["a"]}, TypeError),
        ({"big": 2**60}, ValueError),
        ({"email": "x"}, FreeText),
        ({"Ông": 1}, ValueError),
        ({"at": datetime(2026, 1, 1)}, ValueError),  # noqa: DTZ001  a moment without zone is what is refused
        ({"share": Decimal("NaN")}, ValueError),
    ],
)
def test_what_has_no_single_spelling_is_refused(person, facts, error):
    with pytest.raises(error):
        events.record("accounts.seen", person, by=Anyone(), at=NOON, facts=facts)


@pytest.mark.django_db
@pytest.mark.parametrize("verb", ["seen", "Accounts.Seen", "accounts.đã xem", ""])
def test_a_verb_is_room_and_verb(person, verb):
    with pytest.raises(ValueError, match=r"room\.verb"):
        events.record(verb, person, by=Anyone(), at=NOON)


@pytest.mark.django_db
def test_a_name_is_no_actor(person):
    with pytest.raises(ValueError, match="key"):
        events.record("accounts.seen", person, by=Anyone(key="Nguyễn Thị An"), at=NOON)


@pytest.mark.django_db(transaction=True)
def test_an_event_without_its_deed_is_impossible():
    person = User.objects.create(username="an", full_name="An")
    with pytest.raises(RuntimeError, match="transaction"):
        events.record("accounts.seen", person, by=Anyone(), at=NOON)
    with transaction.atomic():
        events.record("accounts.seen", person, by=Anyone(), at=NOON)
        transaction.set_rollback(True)
    assert not events.of(person).exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "sql", ["UPDATE core_event SET verb = 'x.y'", "DELETE FROM core_event", "TRUNCATE core_event CASCADE", "TRUNCATE core_checkpoint"]
)
def test_the_database_refuses_change(person, sql):
    events.record("accounts.seen", person, by=Anyone(), at=NOON)
    with pytest.raises((ProgrammingError, InternalError)), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)
    assert events.of(person).count() == 1


def test_the_bytes_are_those_of_the_specification():
    event = Event(
        id=UUID("01890a5d-ac96-774b-bcce-b302099a8057"),
        verb="units.merged",
        at=NOON,
        actor="system:load",
        thing_type="units.unit",
        thing_id="1",
        was="",
        now="ended",
        facts={"z": 1, "a": "2026-01-01"},
        bindings=[["units.note", "7", None]],
    )
    from gandan.core.events import canonical

    assert canonical.encode(event.content()) == (
        b'{"actor":"system:load","at":"2026-11-23T05:00:00.000000Z","bindings":[["units.note","7",null]],"facts":{"a":"2026-01-01","z":1},'
        b'"id":"01890a5d-ac96-774b-bcce-b302099a8057","now":"ended","office":null,"thing":["units.unit","1"],"unit":null,"v":1,'
        b'"verb":"units.merged","was":""}'
    )
