"""What the database itself refuses on rows that are history; a room names these in the `triggers` of its models."""

from collections.abc import Sequence

import pgtrigger

ONLY_ERASED = """
    IF NEW.content_salt IS NOT NULL OR {empty}
       OR (to_jsonb(NEW) - ARRAY[{words}, 'content_salt']) IS DISTINCT FROM (to_jsonb(OLD) - ARRAY[{words}, 'content_salt'])
    THEN
        RAISE EXCEPTION 'a step is history: only its words can be erased' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
"""


GOES_ALONG = """
    IF OLD.{owner} IS NOT NULL AND (to_jsonb(NEW) - '{place}') = (to_jsonb(OLD) - '{place}') THEN
        RETURN NEW;
    END IF;
"""


def history(name: str) -> list[pgtrigger.Trigger]:
    """Rows without words: added, never changed."""
    return [pgtrigger.Protect(name=f"{name}_kept", operation=pgtrigger.Update | pgtrigger.Delete)]


def words_of_history(name: str, *columns: str, along: tuple[str, str] | None = None) -> list[pgtrigger.Trigger]:
    """Rows with words: never deleted, and changed only by taking the words and their salt away: no other words stand in their place.

    `along`: (place, owner), two columns; a row that has an owner may change its place alone, because it goes where its owner goes.
    """
    func = (GOES_ALONG.format(place=along[0], owner=along[1]) if along else "") + _only_erased(columns)
    return [
        pgtrigger.Protect(name=f"{name}_kept", operation=pgtrigger.Delete),
        pgtrigger.Trigger(name=f"{name}_only_erased", when=pgtrigger.Before, operation=pgtrigger.Update, func=func),
    ]


def _only_erased(columns: Sequence[str]) -> str:
    return ONLY_ERASED.format(words=", ".join(f"'{c}'" for c in columns), empty=" OR ".join(f"NEW.{c} <> ''" for c in columns))
