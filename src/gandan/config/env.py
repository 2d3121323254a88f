"""Settings that an operator gives by environment, read once, each documented in docs/operate/settings.md."""

import os
from pathlib import Path


def home() -> Path:
    """The data folder (`GANDAN_HOME`): database, files, keys, logs."""
    return Path(os.environ.get("GANDAN_HOME") or Path.cwd() / ".gandan").expanduser().resolve()


def flag(name: str, *, default: bool) -> bool:
    """A yes-or-no setting: 1/true/yes/on count as yes."""
    return os.environ.get(name, "1" if default else "0").strip().lower() in {"1", "true", "yes", "on"}


def words(name: str) -> list[str]:
    """A setting with several values, separated by commas."""
    return [w.strip() for w in os.environ.get(name, "").split(",") if w.strip()]
