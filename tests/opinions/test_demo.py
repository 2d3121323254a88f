"""The demo's four hundred opinions: as many, as late, as often opened again as two years would bring, and the same each time."""

import pytest
from django.db.models import Count, Q
from django.utils import timezone

from gandan.accounts.demo import NotADemo
from gandan.accounts.models import RoleHeld
from gandan.commitments.models import Commitment, Confirmation
from gandan.core.access import SystemActor
from gandan.core.events.verify import verify
from gandan.denunciations.models import Denunciation
from gandan.opinions import demo, queries, topics
from gandan.opinions.demo_ground import read
from gandan.opinions.demo_words import paper, whole
from gandan.opinions.enums import LIVING, State
from gandan.opinions.models import Answer, Case, ContactOpening, Opinion, Publication
from tests.people import NOW

pytestmark = pytest.mark.slow
ANSWER = ("viet.ubnd", "son.ubnd", "binhthuy.ubnd", "tuan.ubnd", "hamyen.ubnd")  # as docs/try.md says
TO_TRY = {"GANDAN00001": State.ANSWERED, "GANDAN00002": State.ANSWERED, "GANDAN00003": State.ASKED}


def test_what_two_years_brought(seeded):
    """One database for all of it: filling it takes a while."""
    today = timezone.localdate()
    assert Opinion.objects.count() == 400
    by_state = dict(Case.objects.values_list("state").annotate(n=Count("pk")))
    assert set(by_state) >= {State.RECEIVED, State.ACCEPTED, State.ANSWERED, State.CONFIRMED, State.CLOSED, State.REFUSED, State.WITHDRAWN}
    assert Case.objects.values("made_in").distinct().count() > 5, "five wards, and some that went into them"
    living = Case.objects.filter(state__in=LIVING)
    assert living.values("unit").distinct().count() == 5, "nothing lives in a ward that is gone"
    days = Opinion.objects.order_by("said_on").values_list("said_on", flat=True)
    assert (today - days[0]).days > 700
    assert max(Case.objects.values_list("senders", flat=True)) == 12
    late_now = sum(c.is_late(today) for c in Case.objects.all())
    answers = Answer.objects.aggregate(n=Count("pk"), late=Count("pk", filter=Q(is_late=True)))
    assert 3 <= late_now <= 25
    assert 0.1 < answers["late"] / answers["n"] < 0.4
    assert Case.objects.filter(round__gt=1).count() >= 10
    assert Case.objects.exclude(escalated_on=None).count() >= 5
    assert Publication.objects.count() >= 60
    assert ContactOpening.objects.exists()
    assert Commitment.objects.filter(origin_type="opinions.case").count() >= 20
    assert Confirmation.objects.filter(how="sender").count() >= 10
    assert Denunciation.objects.exists()
    assert not Opinion.objects.filter(text__icontains="{p}").exists()
    for code, state in TO_TRY.items():
        opinion = queries.of_code(whole(code))
        assert opinion is not None
        assert opinion.case.state == state, code
    for username in ANSWER:
        theirs = list(Case.objects.filter(office=RoleHeld.objects.get(user__username=username).office))
        assert {State.RECEIVED, State.ACCEPTED} <= {case.state for case in theirs}, f"{username} has some to sort, some to answer"
        assert any(case.is_late(today) for case in theirs), f"{username} has some that are late"
    assert verify().ok


def test_what_is_said_is_answered_by_its_own_matter():
    """Durian that nobody buys is not answered with what to spray; and each matter has what every path needs."""
    matters = read("demo")["matter"]
    (durian,) = (m for m in matters if any("Sầu riêng" in text for text in m.get("s", ())))
    assert "phun" not in durian["a"]
    assert "thu mua" in durian["a"]
    assert all(m["a"] and m["d"] and ("promise" in m) == ("product" in m) and ("ask" in m) == ("reply" in m) for m in matters)
    assert {m["topic"] for m in matters} <= {t.code for t in topics.ALL}


@pytest.mark.django_db
def test_only_in_a_demo(settings):
    settings.DEMO = False
    with pytest.raises(NotADemo):
        demo.fill(by=SystemActor("demo"), now=NOW)


def test_codes_follow_from_the_number_and_are_codes():
    assert paper(7) == paper(7) != paper(8)
    assert len({paper(n)[0] for n in range(500)}) == 500
    assert all(len(pin) == 6 for _code, pin in map(paper, range(50)))
    assert queries.codes.core_codes.read(paper(7)[0]) == paper(7)[0]
