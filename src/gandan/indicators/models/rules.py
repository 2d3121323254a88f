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


def value_fits() -> pgtrigger.Trigger:
    """A correction keeps indicator, unit and time; a stock has no period, a flow no day, a rate no running total."""
    return pgtrigger.Trigger(name="value_fits", when=pgtrigger.Before, operation=pgtrigger.Insert, func=FITS)
