"""What the database itself holds about values and statements, beside plain constraints."""

import pgtrigger

FITS = """
    IF NEW.corrects_id IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM indicators_value was WHERE was.id = NEW.corrects_id
        AND (was.indicator_id, was.unit_id, was.span) = (NEW.indicator_id, NEW.unit_id, NEW.span)
        AND was."on" IS NOT DISTINCT FROM NEW."on"
        AND was.period_from IS NOT DISTINCT FROM NEW.period_from AND was.period_to IS NOT DISTINCT FROM NEW.period_to
    ) THEN
        RAISE EXCEPTION 'a correction is of the same indicator, unit and time' USING ERRCODE = 'check_violation';
    END IF;
    IF (SELECT CASE nature WHEN 'stock' THEN NEW.span <> 'point' WHEN 'flow' THEN NEW.span = 'point' ELSE NEW.span = 'cumulative' END
        FROM indicators_indicator WHERE id = NEW.indicator_id) THEN
        RAISE EXCEPTION 'this indicator has no values of this span' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
"""
ERASED_ONLY = """
    IF NEW.content_salt IS NOT NULL OR {words} THEN
        RAISE EXCEPTION 'words are erased, never rewritten' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
"""
CONTENT = ("content_salt", "content_mac")


def append_only(name: str) -> pgtrigger.Trigger:
    """Rows are added; nothing is changed or taken away."""
    return pgtrigger.Protect(name=name, operation=pgtrigger.Update | pgtrigger.Delete)


def erasable(name: str, *words: str) -> list[pgtrigger.Trigger]:
    """Rows are added; only their words can be erased, and no others stand in their place."""
    return [
        pgtrigger.Protect(name=f"{name}_kept", operation=pgtrigger.Delete),
        pgtrigger.ReadOnly(name=f"{name}_fixed", exclude=[*words, *CONTENT]),
        pgtrigger.Trigger(name=f"{name}_erased", when=pgtrigger.Before, operation=pgtrigger.Update, func=_only_erased(words)),
    ]


def _only_erased(words: tuple[str, ...]) -> str:
    return ERASED_ONLY.format(words=" OR ".join(f"COALESCE(NEW.{word}, '') <> ''" for word in words))


def value_fits() -> pgtrigger.Trigger:
    """A correction keeps indicator, unit and time; a stock has no period, a flow no day, a rate no running total."""
    return pgtrigger.Trigger(name="value_fits", when=pgtrigger.Before, operation=pgtrigger.Insert, func=FITS)
