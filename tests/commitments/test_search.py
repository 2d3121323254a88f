"""Commitments in the search: what is owed to people for everyone, tasks for those who work there."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from gandan.accounts.queries import actor_for
from gandan.commitments import actions, queries
from gandan.core import search
from gandan.core.access import Anyone, Role
from tests.people import CAST, TODAY, hold

pytestmark = pytest.mark.django_db


def titles(actor, text: str) -> list[str]:
    return [hit.title for hit in search.find(text, actor=actor, kind="commitment")]


def test_a_promise_is_found_by_everyone_at_once(promise):
    promise(title="Nạo vét cống chợ Xuân Khánh")
    assert titles(Anyone(), "nao vet cong") == ["Nạo vét cống chợ Xuân Khánh"]
    assert search.find("nao vet", actor=Anyone(), kind="commitment").hits[0].url.startswith("/loi-hua/")


def test_a_task_is_found_by_who_works_there(task, cast):
    task(title="Rà soát mô hình dân vận khéo")
    for who, finds in (("citizen", False), ("front_officer", True), ("leader", True), ("outsider", False), ("hamlet_head", False)):
        assert bool(titles(cast[who], "ra soat mo hinh")) == finds, who


@pytest.mark.parametrize("who", CAST)
def test_a_task_is_found_by_exactly_those_who_see_it(task, cast, who):
    c = task(title="Rà soát mô hình")
    assert bool(titles(cast[who], "ra soat mo hinh")) == queries.visible_to(cast[who]).filter(pk=c.pk).exists()


def test_who_works_elsewhere_and_only_watches_here_finds_no_task(task, ground, people):
    task(title="Bí mật quý IV")
    hold(people["outsider"], Role.SUPERVISOR, unit=ground.commune)
    hold(people["outsider"], Role.HAMLET_HEAD, hamlet=ground.hamlet)
    assert titles(actor_for(people["outsider"], today=TODAY), "bi mat quy") == []


def test_who_assigned_and_who_works_along_find_it(task, ground, cast):
    task(title="Bí mật quý IV", coordinators=[ground.other_front])
    for who in ("provincial_leader", "provincial_specialist", "outsider"):
        assert titles(cast[who], "bi mat quy") == ["Bí mật quý IV"], who


def test_a_page_of_tasks_asks_as_often_as_one(task, cast):
    def asked() -> int:
        with CaptureQueriesContext(connection) as seen:
            titles(cast["provincial_leader"], "ra soat")
        return len(seen)

    task(title="Rà soát 0")
    few = asked()
    for n in range(20):
        task(title=f"Rà soát {n + 1}")
    assert asked() == few


def test_the_index_follows_the_deeds(promise, front_officer, leader, ground):
    c = promise(title="Camera ngã tư", now=timezone.now(), made_on=timezone.localdate())
    actions.reword(c, title="Sửa đường hẻm", by=front_officer, now=timezone.now())
    assert titles(Anyone(), "camera nga tu") == []
    assert titles(Anyone(), "sua duong hem") == ["Sửa đường hẻm"]
    actions.hand_over(c, to=ground.committee, reason="Việc của Ủy ban", by=leader, now=timezone.now())
    assert search.find("sua duong", actor=Anyone(), kind="commitment").hits[0].summary == "Ủy ban nhân dân phường Ninh Kiều"


def test_built_anew_it_is_the_same(promise, task):
    promise(title="Nạo vét cống")
    task(title="Rà soát")
    assert search.reindex("commitment") == 2
    assert titles(Anyone(), "nao vet") == ["Nạo vét cống"]
