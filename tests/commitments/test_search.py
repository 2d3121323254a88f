"""Commitments in the search: what is owed to people for everyone, tasks for those who work there."""

import pytest
from django.utils import timezone

from gandan.commitments import actions
from gandan.core import search
from gandan.core.access import Anyone

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
