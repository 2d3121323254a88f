"""Writes the sentences of the tables of law and of the calendar as marked messages, for `make messages`: scripts/law_sentences.py TARGET.py

They lie in TOML and in the package `holidays`, where makemessages does not look. What an administrator writes later stays as written.
"""

import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from gandan.core.calendar.calc import shipped_year  # noqa: E402

YEARS = range(2020, 2036)


def law_sentences() -> list[str]:
    """Groups, labels and notes of the rules, reasons of days off; each once. Titles of acts and their articles stay in Vietnamese."""
    core = ROOT / "src/gandan/core"
    rules = tomllib.loads((core / "legal/data/rules.toml").read_text(encoding="utf-8"))["rule"]
    days = tomllib.loads((core / "calendar/data/days.toml").read_text(encoding="utf-8"))["day"]
    said = [rule.get(key, "") for rule in rules for key in ("group", "label", "note")] + [day["reason"] for day in days]
    holidays = sorted({name for year in YEARS for name in shipped_year(year)[0].values()})
    return [s for s in dict.fromkeys(said + holidays) if s]


if __name__ == "__main__":
    Path(sys.argv[1]).write_text("".join(f"_({s!r})\n" for s in law_sentences()), encoding="utf-8")
