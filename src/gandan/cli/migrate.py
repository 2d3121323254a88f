"""`gandan migrate`: the schema this code expects, the shared cache table, and the table of units."""

import typer

from gandan.cli.runtime import installation, say


def migrate(units: bool = typer.Option(True, help="Nạp bảng đơn vị hành chính sau khi nâng cấp.")) -> None:
    """Nâng cấp cơ sở dữ liệu theo phần mềm; chạy lại bao nhiêu lần cũng được."""
    with installation(migrated=False):
        bring_up_to_date(units=units)
        say("Cơ sở dữ liệu đã đúng phiên bản.")


def bring_up_to_date(*, units: bool = True) -> None:
    """Under one lock, so that two machines started together do not migrate at once."""
    from django.core.management import call_command
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_lock(%s)", [LOCK])
    try:
        call_command("migrate", interactive=False, verbosity=0)
        call_command("createcachetable", verbosity=0)
        unlog_cache()
        load_rules()
        load_indicators()
        load_kinds()
        load_documents()
        if units:
            load_units()
    finally:
        with connection.cursor() as cursor:
            cursor.execute("select pg_advisory_unlock(%s)", [LOCK])


LOCK = 7_260_701


def unlog_cache() -> None:
    """Counts of tries need not outlive a crash, so that counting one does not wait for the disk."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT relpersistence FROM pg_class WHERE oid = to_regclass('gandan_cache')")
        if cursor.fetchone() == ("p",):
            cursor.execute("ALTER TABLE gandan_cache SET UNLOGGED")


def load_units() -> None:
    """The table of units that comes with this release; what is loaded already is left alone."""
    from django.utils import timezone

    from gandan.core.access import SystemActor
    from gandan.units.actions import load

    load(by=SystemActor("load"), now=timezone.now())


def load_rules() -> None:
    """The table of legal rules that comes with this release; versions that an administrator entered stay above it."""
    from django.utils import timezone

    from gandan.core.access import SystemActor
    from gandan.core.legal.actions import load

    load(by=SystemActor("install"), now=timezone.now())


def load_documents() -> None:
    """The known documents that come with this release; what an office corrected, withdrew or took back stays so."""
    from django.utils import timezone

    from gandan.core.access import SystemActor
    from gandan.directives.actions import load

    load(by=SystemActor("install"), now=timezone.now())


def load_indicators() -> None:
    """The definitions of indicators that come with this release; what an office defined or changed stays as it is."""
    from django.utils import timezone

    from gandan.core.access import SystemActor
    from gandan.indicators.actions import load

    load(by=SystemActor("install"), now=timezone.now())


def load_kinds() -> None:
    """The kinds of commendation that come with this release; what somebody here laid down or changed stays as it is."""
    from django.utils import timezone

    from gandan.awards.actions import load_kinds as load
    from gandan.core.access import SystemActor

    load(by=SystemActor("install"), now=timezone.now())
