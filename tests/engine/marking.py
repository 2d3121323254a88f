"""A job whose beginning is seen each time and whose effect carries its key in a unique column."""

import time

from django.db import connection
from procrastinate.contrib.django import app

from gandan.core.jobs.recovery import recover

TABLES = "create table began (job bigint, at timestamptz default now()); create table effect (key text primary key)"


@app.task(name="tests.mark", pass_context=True)
def mark(context, key: str, seconds: float) -> None:
    with connection.cursor() as cursor:
        cursor.execute("insert into began (job) values (%s)", [context.job.id])
    time.sleep(seconds)
    with connection.cursor() as cursor:
        cursor.execute("insert into effect values (%s) on conflict do nothing", [key])


app.periodic(cron="*/2 * * * * *", periodic_id="recover-quickly")(recover)
