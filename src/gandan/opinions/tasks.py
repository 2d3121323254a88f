"""Jobs of this room."""

from django.utils import timezone

from gandan.core.access import SystemActor
from gandan.core.jobs.app import app
from gandan.opinions import actions, search
from gandan.opinions.actions import daily, recounting
from gandan.opinions.models import Sheet

CLOCK = SystemActor("clock")


@app.task(name="opinions.recompute", queue="recovery", queueing_lock="opinions.recompute")
def recompute(timestamp: int = 0) -> int:
    """After law or calendar changed, and each night, for a change that came while no worker ran."""
    return recounting.recompute(by=CLOCK, now=timezone.now())


@app.task(name="opinions.settle", queue="recovery", queueing_lock="opinions.settle")
def settle(timestamp: int) -> int:
    """Each morning first: what waits for an office that has been set up meanwhile."""
    return daily.settle_handovers(by=SystemActor("handover"), now=timezone.now())


@app.task(name="opinions.close_silent", queue="recovery", queueing_lock="opinions.close_silent")
def close_silent(timestamp: int) -> int:
    """Each morning: what was answered long enough ago, and nobody said anything since."""
    return daily.close_silent(by=CLOCK, now=timezone.now())


@app.task(name="opinions.end_pauses", queue="recovery", queueing_lock="opinions.end_pauses")
def end_pauses(timestamp: int) -> int:
    """Each morning, before anything is late: what stood still, or waited for its sender, as long as it may goes on."""
    return daily.end_pauses(by=CLOCK, now=timezone.now())


@app.task(name="opinions.escalate_late", queue="recovery", queueing_lock="opinions.escalate_late")
def escalate_late(timestamp: int) -> int:
    """Each morning: what is too late goes before those above."""
    return daily.escalate_late(by=CLOCK, now=timezone.now())


@app.task(name="opinions.remind", queue="recovery", queueing_lock="opinions.remind")
def remind(timestamp: int) -> int:
    """Each morning at seven in Việt Nam, and at ten for machines that were off. Twice on a day is as good as once."""
    return daily.remind(by=CLOCK, now=timezone.now())


@app.task(name="opinions.forget", queue="recovery", queueing_lock="opinions.forget")
def forget(timestamp: int) -> int:
    """Each night: words of cases whose time is over."""
    return daily.forget(by=SystemActor("retention"), now=timezone.now())


@app.task(name="opinions.take_sheet", queue="opinions")
def take_sheet(sheet_id: str) -> int:
    """Rows of a spreadsheet, one by one. Handed out twice it takes up where the first run stopped: a row is taken once."""
    sheet = Sheet.objects.filter(pk=sheet_id).first()
    return actions.importing.take_sheet(sheet, by=SystemActor("import"), now=timezone.now()) if sheet else 0


@app.task(name="opinions.pick_up_sheets", queue="recovery", queueing_lock="opinions.pick_up_sheets")
def pick_up_sheets(timestamp: int) -> int:
    """Every few minutes: sheets that were begun by a process that died."""
    return actions.importing.pick_up_sheets(by=SystemActor("import"), now=timezone.now())


@app.task(name="opinions.forget_sheets", queue="recovery", queueing_lock="opinions.forget_sheets")
def forget_sheets(timestamp: int) -> int:
    """Each hour: words and codes of spreadsheets whose time is over."""
    return actions.importing.forget_sheets(by=SystemActor("retention"), now=timezone.now())


@app.task(name="opinions.index_said", queue="opinions")
def index_said(case_id: str) -> None:
    """A case that has just begun, for those who work on it. Twice is as good as once."""
    search.index_said(case_id)
