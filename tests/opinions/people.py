"""People who say something, and cases that went through real deeds: for tests of what outsiders see."""

from datetime import date, datetime, timedelta

from django.db import connection

from gandan.core.access import Anyone
from gandan.opinions import actions, queries
from gandan.opinions.actor import Sender
from gandan.opinions.enums import Content
from gandan.opinions.given import Said
from gandan.opinions.models import Case, Opinion
from tests.people import NOW, TODAY

LAMP = "Đèn đường hẻm 132 Nguyễn Trãi tắt ba tuần nay, đi học về tối rất nguy hiểm."


def at(days: int) -> datetime:
    """The same hour so many days later."""
    return NOW + timedelta(days=days)


def on(days: int) -> date:
    """The day so many days later."""
    return TODAY + timedelta(days=days)


def speak(world, text: str = LAMP, **more: object) -> Said:
    """Somebody says something in the commune of the cast."""
    given = {"unit": world.commune, "by": Anyone(), "now": NOW, "place": "Đầu hẻm 132", "topic": "street-lighting"}
    return actions.say(text=text, **{**given, **more})


def index_waiting() -> int:
    """What the worker does a moment after somebody said something: the jobs that keep the search, each once. Returns how many."""
    from procrastinate.contrib.django.models import ProcrastinateJob

    from gandan.opinions import tasks

    waiting = list(ProcrastinateJob.objects.filter(task_name="opinions.index_said", status="todo").order_by("pk"))
    for job in waiting:
        tasks.index_said(**job.args)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs WHERE id = ANY(%s)", [[job.pk for job in waiting]])
    return len(waiting)


def case_of(said: Said) -> Case:
    """The case in which it lies now, read anew."""
    return Case.objects.get(opinions=said.opinion)


def sender(said: Said) -> Sender:
    """Who spoke, with code and PIN in hand."""
    return queries.sender_of(Opinion.objects.get(pk=said.opinion.pk), pin=said.pin)


def answered(said: Said, by, *, now: datetime = NOW) -> Case:
    """Classified, accepted, answered."""
    case = case_of(said)
    actions.classify(case, content=Content.REMARK, topic=case.topic, by=by, now=now)
    actions.accept(case_of(said), by=by, now=now)
    actions.answer(case_of(said), text="Đã thay bốn bóng đèn ngày 20 tháng 11.", by=by, now=now)
    return case_of(said)


def published(said: Said, by, *, now: datetime = NOW) -> Case:
    """Answered and made public."""
    actions.publish(
        answered(said, by, now=now),
        title="Đèn đường hẻm 132 Nguyễn Trãi",
        question="Bốn bóng đèn đầu hẻm tắt ba tuần.",
        answer="Đã thay bốn bóng đèn ngày 20 tháng 11.",
        by=by,
        now=now,
    )
    return case_of(said)
