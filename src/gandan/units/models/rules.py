"""What only the database can hold for whole periods: checked when a transaction ends, so that a deed may write its rows in any order.

Row by row this takes a minute for 14,000 units, so the loading of the file (and nothing else) asks the same of all rows at once: `BROKEN`.
"""

import pgtrigger

# {unit} is the column that names the unit.
WHOLE = """
    SELECT * INTO u FROM units_unit WHERE id = {unit};
    IF u.id IS NULL THEN RETURN NULL; END IF;
    SELECT coalesce(range_agg(during), '{}'::datemultirange) INTO had FROM units_unitname WHERE unit_id = u.id;
    IF had <> datemultirange(u.existed) THEN
        RAISE EXCEPTION 'unit % has no name, or one beyond its life, in %', u.id, u.existed
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    SELECT coalesce(range_agg(during), '{}'::datemultirange) INTO had FROM units_unitparent WHERE unit_id = u.id;
    IF (u.level = 'province' AND NOT isempty(had)) OR (u.level <> 'province' AND had <> datemultirange(u.existed)) THEN
        RAISE EXCEPTION 'unit % has no parent, or one beyond its life, in %', u.id, u.existed
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    SELECT coalesce(range_agg(during), '{}'::datemultirange) INTO had FROM units_unitcode WHERE unit_id = u.id;
    IF NOT had <@ datemultirange(u.existed) THEN
        RAISE EXCEPTION 'unit % has a code beyond its life %', u.id, u.existed
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF EXISTS (
        SELECT 1 FROM units_unitparent p JOIN units_unit up ON up.id = p.parent_id
        WHERE (p.unit_id = u.id OR p.parent_id = u.id) AND NOT p.during <@ up.existed
    ) THEN
        RAISE EXCEPTION 'a parent did not exist all the time, near unit %', u.id
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NULL;
"""
HIGHER = """
    IF (SELECT array_position(ARRAY['province', 'district', 'commune'], level::text) FROM units_unit WHERE id = NEW.parent_id)
       >= (SELECT array_position(ARRAY['province', 'district', 'commune'], level::text) FROM units_unit WHERE id = NEW.unit_id) THEN
        RAISE EXCEPTION 'a parent stands on a higher tier' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
"""
FITS = """
    IF (SELECT upper(existed) FROM units_unit WHERE id = NEW.old_id) IS DISTINCT FROM NEW.first_day THEN
        RAISE EXCEPTION 'the old unit of a succession ends on the day before'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NEW.new_id IS NOT NULL AND NOT (SELECT existed @> NEW.first_day FROM units_unit WHERE id = NEW.new_id) THEN
        RAISE EXCEPTION 'the new unit of a succession exists on its first day'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF (SELECT sum(share) FROM units_succession WHERE old_id = NEW.old_id AND first_day = NEW.first_day) > 1 THEN
        RAISE EXCEPTION 'shares of a unit make more than the whole'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NULL;
"""
# Ids of units and successions that break the rules above, for all rows in one statement.
BROKEN = """
    WITH name AS (SELECT unit_id, range_agg(during) AS had FROM units_unitname GROUP BY unit_id),
         code AS (SELECT unit_id, range_agg(during) AS had FROM units_unitcode GROUP BY unit_id),
         parent AS (
            SELECT p.unit_id, range_agg(p.during) AS had, bool_and(
                p.during <@ up.existed
                AND array_position(ARRAY['province', 'district', 'commune'], up.level::text)
                    < array_position(ARRAY['province', 'district', 'commune'], below.level::text)
            ) AS alive
            FROM units_unitparent p JOIN units_unit up ON up.id = p.parent_id JOIN units_unit below ON below.id = p.unit_id
            GROUP BY p.unit_id
         ),
         total AS (SELECT old_id, first_day, sum(share) AS share FROM units_succession GROUP BY old_id, first_day)
    SELECT u.id FROM units_unit u LEFT JOIN name ON name.unit_id = u.id LEFT JOIN code ON code.unit_id = u.id
        LEFT JOIN parent ON parent.unit_id = u.id
    WHERE name.had IS DISTINCT FROM datemultirange(u.existed)
       OR (u.level = 'province') <> (parent.had IS NULL)
       OR (u.level <> 'province' AND parent.had <> datemultirange(u.existed))
       OR NOT coalesce(parent.alive, true)
       OR NOT coalesce(code.had <@ datemultirange(u.existed), true)
    UNION ALL
    SELECT s.id FROM units_succession s JOIN units_unit o ON o.id = s.old_id LEFT JOIN units_unit n ON n.id = s.new_id
        JOIN total ON total.old_id = s.old_id AND total.first_day = s.first_day
    WHERE upper(o.existed) IS DISTINCT FROM s.first_day OR NOT coalesce(n.existed @> s.first_day, true) OR total.share > 1
"""
# Asked when the row is written: while it is off, nothing waits for the end of the transaction.
_ROW_BY_ROW = pgtrigger.Condition("current_setting('gandan.units_bulk', true) IS DISTINCT FROM 'on'")
_AFTER_WRITING = pgtrigger.Insert | pgtrigger.Update


def unit_is_whole(name: str, column: str) -> pgtrigger.Trigger:
    """At the end of the transaction: a name for every day, a parent for every day (none above a province), nothing outside its life."""
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.After,
        operation=_AFTER_WRITING | pgtrigger.Delete,
        timing=pgtrigger.Deferred,
        condition=_ROW_BY_ROW,
        declare=[("u", "units_unit%ROWTYPE"), ("had", "datemultirange")],
        func=WHOLE.replace("{unit}", f"coalesce(NEW.{column}, OLD.{column})"),
    )


def parent_is_higher() -> pgtrigger.Trigger:
    """A parent is of a higher tier: with that no circle is possible."""
    return pgtrigger.Trigger(name="parent_is_higher", when=pgtrigger.Before, operation=_AFTER_WRITING, condition=_ROW_BY_ROW, func=HIGHER)


def succession_fits() -> pgtrigger.Trigger:
    """At the end of the transaction: the old one ended the day before, the new one lives, the shares do not exceed the whole."""
    return pgtrigger.Trigger(
        name="succession_fits", when=pgtrigger.After, operation=_AFTER_WRITING, timing=pgtrigger.Deferred, condition=_ROW_BY_ROW, func=FITS
    )
