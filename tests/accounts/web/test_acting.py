"""Which of several roles one acts in."""

from datetime import timedelta

from django.db.backends.postgresql.psycopg_any import DateRange
from django.urls import reverse

from gandan.accounts.models import RoleHeld
from gandan.core.access import Role
from tests.people import LONG_AGO, hold


def test_a_chosen_role_that_ended_widens_to_nothing_unsaid(world, people, client):
    second = hold(people["front_officer"], Role.OFFICER, office=world.other_front)
    client.force_login(people["front_officer"])
    client.post(reverse("act_as"), {"role": second.pk})
    RoleHeld.objects.filter(pk=second.pk).update(valid=DateRange(LONG_AGO, LONG_AGO + timedelta(days=1)))
    answer = client.post(reverse("end_other_sessions"), follow=True)
    assert answer.redirect_chain[0] == (reverse("workspace:home"), 302)
    assert "Vai trò Ông/Bà đang chọn đã kết thúc" in answer.content.decode()
    assert len(client.get(reverse("workspace:home")).wsgi_request.actor.holdings) == 1
    assert "đã kết thúc. Từ nay" not in client.get(reverse("workspace:home")).content.decode()
