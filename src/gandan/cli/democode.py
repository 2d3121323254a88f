"""`gandan demo-code`: the second factor of the demo's people, for whoever has no telephone at hand."""

import typer


def demo_code() -> None:
    """In mã xác thực hai bước hiện tại của mọi người trong bản dùng thử (xem docs/try.md)."""
    import os
    from datetime import UTC, datetime

    os.environ.setdefault("GANDAN_DEMO", "1")
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gandan.config.settings")
    django.setup()
    from gandan.accounts.demo import code

    typer.echo(code(datetime.now(UTC)))
