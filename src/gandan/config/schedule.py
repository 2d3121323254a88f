"""What the worker does by the clock (cron, Vietnamese time): the one list of it."""

from gandan.core.events.tasks import close_the_record
from gandan.core.files.tasks import sweep_files
from gandan.core.jobs.app import app
from gandan.core.jobs.recovery import recover, sweep
from gandan.core.search.tasks import forget_words

app.periodic(cron="* * * * *", periodic_id="recover")(recover)
app.periodic(cron="17 2 * * *", periodic_id="sweep")(sweep)
app.periodic(cron="* * * * *", periodic_id="checkpoint")(close_the_record)
app.periodic(cron="27 2 * * *", periodic_id="forget_words")(forget_words)
app.periodic(cron="37 2 * * *", periodic_id="sweep_files")(sweep_files)
