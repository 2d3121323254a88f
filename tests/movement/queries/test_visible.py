"""Who reads what: drafts, forms that wait, and exemplary persons, over the whole cast; and that lists say what rights say of one."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gandan.core.access import may
from gandan.movement import actions, queries
from gandan.movement.enums import Kind, State, Subject
from gandan.movement.models import Practice
from gandan.movement.queries import owed
from tests.movement.ground import brought, form, recognised, short
from tests.people import CAST, NOW

pytestmark = pytest.mark.django_db
NEAR = {"front_officer", "committee_officer"}
OVER = {"leader", "provincial_specialist", "provincial_leader"}


def test_states_over_the_cast(in_state, cast):
    table = {
        State.DRAFT: NEAR,
        State.SUBMITTED: NEAR | OVER,
        State.WITHDRAWN: NEAR,
        State.REGISTERED: set(CAST),
        State.LAPSED: set(CAST),
        State.STOPPED: set(CAST),
    }
    models = {state: in_state(state, n) for n, state in enumerate(State, 1)}
    assert table.keys() == models.keys()
    seen = {who: set(queries.visible_to(cast[who]).values_list("pk", flat=True)) for who in CAST}
    for state, names in table.items():
        assert {who for who in CAST if models[state].pk in seen[who]} == names, state
    back = in_state(State.SUBMITTED, 9)
    actions.withdraw(back, reason="Hộ dân chưa đồng ý làm", by=cast["committee_officer"], now=NOW)
    assert {who for who in CAST if queries.visible_to(cast[who]).filter(pk=back.pk).exists()} == NEAR, "nobody outside ever reads it"
    assert set(queries.public()) == {models[s] for s in (State.REGISTERED, State.LAPSED, State.STOPPED)}
    assert {s for s in State if models[s].is_public} == {State.REGISTERED, State.LAPSED, State.STOPPED}


def test_the_head_of_its_hamlet_reads_a_draft(drive, field, ground, cast, front_officer):
    model = actions.begin(drive=drive, office=ground.front, written=short(field), hamlet=ground.hamlet, by=front_officer, now=NOW)
    assert {who for who in CAST if queries.visible_to(cast[who]).filter(pk=model.pk).exists()} == {"front_officer", "hamlet_head"}


def test_what_a_hamlet_never_sent_in_is_its_heads_alone(drive, field, ground, cast, hamlet_head, front_officer, provincial_specialist):
    model = actions.begin(drive=drive, office=ground.front, written=short(field), hamlet=ground.hamlet, by=hamlet_head, now=NOW)

    def readers() -> set[str]:
        return {who for who in CAST if queries.visible_to(cast[who]).filter(pk=model.pk).exists()}

    def writers() -> set[str]:
        return {who for who in CAST if may(cast[who], "movement.write", Practice.objects.get(pk=model.pk))}

    assert readers() == writers() == {"hamlet_head"}, "as the form on the telephone promises"
    actions.submit(model, by=hamlet_head, now=NOW)
    assert readers() > {"hamlet_head", "front_officer", "leader"}
    actions.send_back(model, reason="Xin ghi rõ bao nhiêu bóng đèn", by=provincial_specialist, now=NOW)
    assert readers() >= writers() == {"hamlet_head", "front_officer"}


def test_an_exemplary_person_is_public_only_while_recognised(in_state, begun, cast, ground, committee_officer, front_officer):
    title = "Bà Nguyễn Thị Hoa giữ hẻm sạch"
    draft = begun(1, title=title, kind=Kind.EXEMPLAR, subject=Subject.PERSON)
    person = brought(draft, State.REGISTERED, owner=committee_officer, registrar=front_officer)

    def readers() -> set[str]:
        return {who for who in CAST if queries.visible_to(cast[who]).filter(pk=person.pk).exists()}

    assert readers() == NEAR | OVER
    assert not person.is_public
    recognition = recognised(person, ground)
    assert readers() == set(CAST)
    assert person.is_public
    type(recognition).objects.filter(pk=recognition.pk).update(revoked_by=recognition.decision, revoked_on=NOW.date())
    assert readers() == NEAR | OVER
    assert queries.counts(Practice.objects.filter(pk=person.pk), on=NOW.date()).registered == 1


def test_lists_say_what_the_right_says_of_one(in_state, drive, field, ground, cast, front_officer, hamlet_head):
    """The desk of each: exactly the forms that they may register."""
    by_front = actions.begin(drive=drive, office=ground.front, written=form(field, 7), by=front_officer, now=NOW)
    by_head = actions.begin(drive=drive, office=ground.front, written=short(field), hamlet=ground.hamlet, by=hamlet_head, now=NOW)
    actions.submit(by_front, by=front_officer, now=NOW)
    actions.submit(by_head, by=hamlet_head, now=NOW)
    models = [in_state(State.SUBMITTED, 1), Practice.objects.get(pk=by_front.pk), Practice.objects.get(pk=by_head.pk)]
    for who in CAST:
        assert set(owed.to_register(cast[who])) == {m for m in models if may(cast[who], "movement.register", m)}, who


def test_lists_cost_the_same_for_one_and_for_thirty(in_state, cast):
    def cost() -> int:
        with CaptureQueriesContext(connection) as asked:
            rows = list(queries.whole(queries.visible_to(cast["leader"])))
            [(r.title, r.field.name, str(r.office), r.result, r.is_pending, r.standing, r.is_public) for r in rows]
            queries.counts(queries.visible_to(cast["leader"]), on=NOW.date())
        return len(asked)

    first = in_state(State.REGISTERED)
    queries.whole(queries.visible_to(cast["leader"])).first()
    one = cost()
    copies = []
    for n in range(29):
        copy = Practice.objects.get(pk=first.pk)
        copy.pk, copy.title = None, f"Hẻm {n}"
        copy.id = Practice._meta.pk.get_default()
        copies.append(copy)
    for copy in copies:
        copy.save(force_insert=True)
    assert cost() == one
