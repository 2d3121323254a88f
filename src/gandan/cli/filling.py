"""What makes a demo a demo: its mark on the database, and what each room fills in."""

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec

TOUCHED = "select exists (select 1 from pg_tables where schemaname = 'public')"


def mark_as_demo() -> None:
    """Mark an empty database; refuse one that holds a real installation, so that no invented person ever enters it."""
    from django.db import connection
    from psycopg import sql

    from gandan.core.engine.faults import EngineFault
    from gandan.core.health.checks import DEMO_MARK, is_demo_database

    if is_demo_database():
        return
    with connection.cursor() as cursor:
        cursor.execute(TOUCHED)
        if cursor.fetchone()[0]:
            raise EngineFault(
                "Cơ sở dữ liệu này là của một cài đặt thật, không mở dùng thử trên đó; xin đặt GANDAN_HOME hoặc DATABASE_URL khác."
            )
        name = connection.settings_dict["NAME"]
        cursor.execute(sql.SQL("comment on database {} is {}").format(sql.Identifier(name), DEMO_MARK).as_string(connection.connection))


def fill(doing: Callable[[str], None] = lambda what: None) -> None:
    """Call `demo.fill(by=…, now=…)` of each room that has one, lower rooms first. Each leaves alone what it finds filled. `doing` hears
    which one begins."""
    from django.apps import apps
    from django.utils import timezone

    from gandan.cli.progress import NAMES
    from gandan.core.access import SystemActor

    for config in apps.get_app_configs():
        if config.name.startswith("gandan.") and find_spec(f"{config.name}.demo"):
            room = config.name.rpartition(".")[2]
            doing(NAMES.get(room, room))
            import_module(f"{config.name}.demo").fill(by=SystemActor("demo"), now=timezone.now())
