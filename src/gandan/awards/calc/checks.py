"""What one rule says of one dossier, from numbers alone.

It never says that somebody is fit for an award: only that a rule that is written down here, from a source that is named, is met by what the
office declared. Nobody is left out by it; people do that, with a reason.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from gandan.awards.enums import CheckKind, Outcome


@dataclass(frozen=True)
class Found:
    """One finding: what the rule needs, what is there, and whose rule it is."""

    kind: CheckKind
    outcome: Outcome
    needed: int | None = None
    found: int | None = None
    source: str = ""
    checked: bool = False


@dataclass(frozen=True)
class Rules:
    """The conditions of a kind as they held when the call was opened."""

    source: str
    checked: bool
    years: int | None = None
    years_head: int | None = None
    others: str = ""
    papers: int = 0


@dataclass(frozen=True)
class Likeness:
    """Somebody of the same name and year of birth on the roll or in the same call; `sure` where the whole date agrees as well."""

    sure: bool


def worse(*outcomes: Outcome) -> Outcome:
    """The one that speaks loudest."""
    return next((o for o in (Outcome.FAILS, Outcome.UNKNOWN) if o in outcomes), Outcome.MEETS)


def alike(mac_day: str, other_day: str) -> Likeness | None:
    """Of two with the same name and year: the same person, perhaps the same, or (None) another one, because both dates are known."""
    if mac_day and other_day:
        return Likeness(sure=True) if mac_day == other_day else None
    return Likeness(sure=False)


def once(
    rules: Rules, *, knows: bool, on_roll: Iterable[Likeness | None], in_call: Iterable[Likeness | None], once_only: bool
) -> Found | None:
    """Given once to a person. Held already, by name and whole date of birth: not met. By name and year, or proposed twice in this call:
    somebody has to look. Without a birth nothing can be found, and nothing is claimed."""
    roll = [one for one in on_roll if one is not None] if once_only else []
    call = [one for one in in_call if one is not None]
    if not once_only and not call:
        return None
    if any(one.sure for one in roll):
        outcome = Outcome.FAILS
    elif roll or call or not knows:
        outcome = Outcome.UNKNOWN
    else:
        outcome = Outcome.MEETS
    needed = 0 if once_only else 1
    return Found(CheckKind.ONCE, outcome, needed, len(roll) + (len(call) if once_only else len(call) + 1), rules.source, rules.checked)


def years(rules: Rules, *, declared: int | None, is_head: bool) -> Found | None:
    """Years of work, as the office declares them. A rule without a number is no rule."""
    needed = rules.years_head if is_head and rules.years_head is not None else rules.years
    if needed is None:
        return None
    if declared is None:
        return Found(CheckKind.YEARS, Outcome.UNKNOWN, needed, None, rules.source, rules.checked)
    outcome = Outcome.MEETS if declared >= needed else Outcome.FAILS
    return Found(CheckKind.YEARS, outcome, needed, declared, rules.source, rules.checked)


def quota(most: int | None, *, proposed: int, source: str) -> Found | None:
    """How many the unit proposes in all, beside what it was given. The call itself is the source, so it is read."""
    if most is None:
        return None
    return Found(CheckKind.QUOTA, Outcome.MEETS if proposed <= most else Outcome.FAILS, most, proposed, source, True)


def last_day(closes_on: date, *, opens_on: date, year: int, month: int | None, day: int | None) -> tuple[date, bool]:
    """The day by which a dossier is in time, and whether it is the rule's: of the call's and the rule's the earlier one, where the rule's
    day of the year lies in the time of the call."""
    if month is None or day is None:
        return closes_on, False
    for one in dict.fromkeys([year, *range(opens_on.year, closes_on.year + 1)]):  # a call of one year may still run in the next
        try:
            ruled = date(one, month, day)
        except ValueError:  # 29 February in a year without one
            ruled = date(one, month, day - 1)
        if opens_on <= ruled < closes_on:
            return ruled, True
    return closes_on, False


def deadline(rules: Rules, *, submitted_on: date, last: date, by_rule: bool, source: str) -> Found:
    """Days late; nought is in time."""
    late = max(0, (submitted_on - last).days)
    outcome = Outcome.FAILS if late else Outcome.MEETS
    return Found(CheckKind.DEADLINE, outcome, 0, late, rules.source if by_rule else source, rules.checked if by_rule else True)


def form(rules: Rules, *, fits: bool) -> Found:
    """The kind is given to such. Conditions in words (`others`) no program judges: then somebody has to look."""
    outcome = Outcome.FAILS if not fits else Outcome.UNKNOWN if rules.others else Outcome.MEETS
    return Found(CheckKind.FORM, outcome, None, None, rules.source, rules.checked)


def papers(rules: Rules, *, files: int) -> Found | None:
    """As many files as papers are asked for; whether they are the right ones somebody has to look."""
    if not rules.papers:
        return None
    outcome = Outcome.FAILS if files < rules.papers else Outcome.UNKNOWN
    return Found(CheckKind.PAPERS, outcome, rules.papers, files, rules.source, rules.checked)
