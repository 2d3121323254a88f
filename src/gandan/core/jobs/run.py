"""Runs a worker until it is asked to stop, or until nothing is left to do."""

from procrastinate.contrib.django.django_connector import DjangoConnector

from gandan.core.jobs.app import app


def run(*, concurrency: int | None = None, wait: bool = True) -> None:
    """Work. With `wait=False` it ends when no job is due: what tests and a last clearing before an upgrade want."""
    connector = app.connector
    options = {} if concurrency is None else {"concurrency": concurrency}
    own = connector.get_worker_connector() if isinstance(connector, DjangoConnector) else connector
    with app.replace_connector(own) as worker:
        worker.run_worker(wait=wait, install_signal_handlers=wait, listen_notify=wait, **options)
