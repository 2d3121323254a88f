"""Settings that an operator gives by environment, read once, each documented in docs/operate/settings.md.

Nothing here raises: what is wrong is kept in `faults` as a sentence, so that tools that only load the settings still run;
`gandan web`, `worker`, `migrate` and `doctor` say every fault and stop.
"""

import os
from typing import Any

from gandan.core.engine.places import home as home
from gandan.core.engine.places import places
from gandan.core.engine.url import WrongUrl, parse

faults: list[str] = []


def flag(name: str, *, default: bool) -> bool:
    """A yes-or-no setting: 1/true/yes/on count as yes."""
    return os.environ.get(name, "1" if default else "0").strip().lower() in {"1", "true", "yes", "on"}


def words(name: str) -> list[str]:
    """A setting with several values, separated by commas."""
    return [w.strip() for w in os.environ.get(name, "").split(",") if w.strip()]


def number(name: str, *, default: int) -> int:
    """A whole number; anything else is a fault and the default holds."""
    given = os.environ.get(name, "").strip()
    if not given:
        return default
    if not given.isdecimal():
        faults.append(f"{name} phải là một số nguyên, ví dụ {default}.")
        return default
    return int(given)


def text(name: str, *, default: str = "") -> str:
    """A setting of one value."""
    return os.environ.get(name, "").strip() or default


def database() -> dict[str, Any]:
    """Django's database: the server named by `DATABASE_URL`, else the embedded one of the data folder."""
    common = {"ENGINE": "django.db.backends.postgresql", "CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
    url = text("DATABASE_URL")
    if not url:
        return {**common, "HOST": str(places(home()).socket), "USER": "postgres", "NAME": "gandan"}
    try:
        return {**common, **parse(url)}
    except WrongUrl as wrong:
        faults.append(str(wrong))
        return {**common, "HOST": "database-url-is-wrong.invalid", "NAME": "gandan"}


def key(name: str, file: str, *, demo: bool) -> str:
    """A secret: from the environment; in a demo also from the keys made into the data folder. Never a default."""
    given = text(name)
    if given:
        return given
    kept = home() / "keys" / file
    if demo and kept.is_file():
        return kept.read_text(encoding="ascii").strip()
    return ""
