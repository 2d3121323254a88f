"""The command `gandan`. Each command is one file; what is heavy is imported inside the functions, so that --help is instant."""

import sys

import typer

from gandan.cli import (
    backup,
    bench,
    codes,
    createuser,
    database,
    demo,
    democode,
    doctor,
    ingest,
    migrate,
    restore,
    take_in,
    unit,
    verify,
    web,
    worker,
)

app = typer.Typer(
    name="gandan",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"max_content_width": 120},
    help="Gần Dân: phần mềm nguồn mở cho công tác dân vận. Tài liệu vận hành: docs/operate/.",
)
for name, deed in (
    ("demo", demo.demo),
    ("demo-code", democode.demo_code),
    ("web", web.web),
    ("worker", worker.worker),
    ("database", database.database),
    ("migrate", migrate.migrate),
    ("createuser", createuser.createuser),
    ("ingest", ingest.ingest),
    ("take-in", take_in.take_in),
    ("backup", backup.backup),
    ("restore", restore.restore),
    ("verify", verify.verify),
    ("doctor", doctor.doctor),
    ("bench", bench.bench),
):
    app.command(name)(deed)
app.add_typer(unit.app, name="unit")


def main() -> None:
    """Run a command; what an operator can mend is one sentence and an exit code, never a traceback."""
    from gandan.core.engine.faults import EngineFault

    try:
        app()
    except EngineFault as fault:
        sys.stderr.write(fault.sentence + "\n")
        sys.exit(codes.UNUSABLE)
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception as error:
        sentence = _sentence(error)
        if sentence is None:
            raise
        sys.stderr.write(sentence + "\n")
        sys.exit(codes.REFUSED)


def _sentence(error: Exception) -> str | None:
    """What a refusal says; asked only when something was raised, so that Django stays unloaded for --help."""
    if "gandan.core.access" not in sys.modules:
        return None
    from gandan.core.access import Refusal

    return str(error) if isinstance(error, Refusal) else None
