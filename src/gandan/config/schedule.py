"""What the worker does by the clock: the one list of it. Cron lines are read in UTC: 19 there is two in the morning in Việt Nam."""

from gandan.accounts.tasks import forget_sign_ins
from gandan.appraisals.tasks import forget as forget_objections_to_postings
from gandan.appraisals.tasks import settle as settle_councils
from gandan.awards.tasks import end_intakes
from gandan.awards.tasks import forget as forget_dossiers
from gandan.awards.tasks import rewrap as rewrap_dossiers
from gandan.awards.tasks import settle as settle_awards
from gandan.commitments.tasks import end_postings, settle
from gandan.commitments.tasks import forget as forget_objections
from gandan.commitments.tasks import remind as remind_of_commitments
from gandan.core.events.tasks import close_the_record
from gandan.core.files.tasks import sweep_files
from gandan.core.jobs.app import app
from gandan.core.jobs.recovery import recover, sweep
from gandan.core.pace.tasks import forget_tries
from gandan.core.rest.tasks import forget_calls
from gandan.core.search.tasks import forget_words
from gandan.denunciations.tasks import forget as forget_letters
from gandan.denunciations.tasks import rewrap
from gandan.ingest.tasks import forget as forget_readings
from gandan.ingest.tasks import pick_up
from gandan.movement.tasks import forget as forget_models
from gandan.movement.tasks import lapse as lapse_models
from gandan.movement.tasks import remind as remind_of_signs
from gandan.movement.tasks import settle as settle_models
from gandan.movement.tasks import tidy_finder
from gandan.notices.tasks import forget_notices, send_messages
from gandan.opinions.tasks import close_silent, end_pauses, escalate_late, forget_sheets, pick_up_sheets
from gandan.opinions.tasks import forget as forget_opinions
from gandan.opinions.tasks import recompute as recompute_dates
from gandan.opinions.tasks import remind as remind_of_opinions
from gandan.opinions.tasks import settle as settle_opinions

app.periodic(cron="* * * * *", periodic_id="recover")(recover)
app.periodic(cron="7 * * * *", periodic_id="forget_tries")(forget_tries)
app.periodic(cron="17 19 * * *", periodic_id="sweep")(sweep)
app.periodic(cron="* * * * *", periodic_id="checkpoint")(close_the_record)
app.periodic(cron="27 19 * * *", periodic_id="forget_words")(forget_words)
app.periodic(cron="7 19 * * *", periodic_id="forget_sign_ins")(forget_sign_ins)
app.periodic(cron="37 19 * * *", periodic_id="sweep_files")(sweep_files)
app.periodic(cron="47 19 * * *", periodic_id="forget_calls")(forget_calls)
app.periodic(cron="* * * * *", periodic_id="send_messages")(send_messages)
app.periodic(cron="47 19 * * *", periodic_id="forget_notices")(forget_notices)
app.periodic(cron="50 23,2 * * *", periodic_id="settle_handovers")(settle)
app.periodic(cron="55 23,2 * * *", periodic_id="end_postings")(end_postings)
app.periodic(cron="0 0,3 * * *", periodic_id="remind_of_commitments")(remind_of_commitments)
app.periodic(cron="47 19 * * *", periodic_id="forget_objections")(forget_objections)
app.periodic(cron="*/5 * * * *", periodic_id="pick_up")(pick_up)
app.periodic(cron="57 19 * * *", periodic_id="forget_readings")(forget_readings)
app.periodic(cron="57 19 * * *", periodic_id="forget_letters")(forget_letters)
app.periodic(cron="3 20 * * *", periodic_id="rewrap")(rewrap)
app.periodic(cron="*/5 * * * *", periodic_id="pick_up_sheets")(pick_up_sheets)
app.periodic(cron="12 * * * *", periodic_id="forget_sheets")(forget_sheets)
app.periodic(cron="33 18 * * *", periodic_id="recompute_dates")(recompute_dates)
app.periodic(cron="52 23,2 * * *", periodic_id="settle_opinions")(settle_opinions)
app.periodic(cron="54 23,2 * * *", periodic_id="end_pauses")(end_pauses)
app.periodic(cron="57 23,2 * * *", periodic_id="close_silent")(close_silent)
app.periodic(cron="2 0,3 * * *", periodic_id="escalate_late")(escalate_late)
app.periodic(cron="5 0,3 * * *", periodic_id="remind_of_opinions")(remind_of_opinions)
app.periodic(cron="43 19 * * *", periodic_id="forget_opinions")(forget_opinions)
app.periodic(cron="53 23,2 * * *", periodic_id="settle_models")(settle_models)
app.periodic(cron="58 23,2 * * *", periodic_id="lapse_models")(lapse_models)
app.periodic(cron="7 0,3 * * *", periodic_id="remind_of_signs")(remind_of_signs)
app.periodic(cron="49 19 * * *", periodic_id="forget_models")(forget_models)
app.periodic(cron="22 19 * * *", periodic_id="tidy_finder")(tidy_finder)
app.periodic(cron="49 23,2 * * *", periodic_id="settle_awards")(settle_awards)
app.periodic(cron="51 23,2 * * *", periodic_id="end_intakes")(end_intakes)
app.periodic(cron="41 19 * * *", periodic_id="forget_dossiers")(forget_dossiers)
app.periodic(cron="5 20 * * *", periodic_id="rewrap_dossiers")(rewrap_dossiers)
app.periodic(cron="51 23,2 * * *", periodic_id="settle_councils")(settle_councils)
app.periodic(cron="45 19 * * *", periodic_id="forget_objections_to_postings")(forget_objections_to_postings)
