"""What only the database can hold for whole periods: checked when a transaction ends, so that a deed may write its rows in any order."""

import pgtrigger

# {unit} is the column that names the unit.
WHOLE = """
    SELECT * INTO u FROM units_unit WHERE id = {unit};
    IF u.id IS NULL THEN RETURN NULL; END IF;
    SELECT coalesce(range_agg(during), '{{}}'::datemultirange) INTO had FROM units_unitname WHERE unit_id = u.id;
    IF had <> datemultirange(u.existed) THEN
        RAISE EXCEPTION 'unit % has no name, or one beyond its life, in %', u.id, u.existed
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    SELECT coalesce(range_agg(during), '{{}}'::datemultirange) INTO had FROM units_unitparent WHERE unit_id = u.id;
    IF (u.level = 'province' AND NOT isempty(had)) OR (u.level <> 'province' AND had <> datemultirange(u.existed)) THEN
        RAISE EXCEPTION 'unit % has no parent, or one beyond its life, in %', u.id, u.existed
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    SELECT coalesce(range_agg(during), '{{}}'::datemultirange) INTO had FROM units_unitcode WHERE unit_id = u.id;
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
_AFTER_WRITING = pgtrigger.Insert | pgtrigger.Update


def unit_is_whole(name: str, column: str) -> pgtrigger.Trigger:
    """At the end of the transaction: a name for every day, a parent for every day (none above a province), nothing outside its life."""
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.After,
        operation=_AFTER_WRITING | pgtrigger.Delete,
        timing=pgtrigger.Deferred,
        declare=[("u", "units_unit%ROWTYPE"), ("had", "datemultirange")],
        func=pgtrigger.Func(WHOLE.replace("{unit}", f"coalesce(NEW.{column}, OLD.{column})")),
    )


def parent_is_higher() -> pgtrigger.Trigger:
    """A parent is of a higher tier: with that no circle is possible."""
    return pgtrigger.Trigger(name="parent_is_higher", when=pgtrigger.Before, operation=_AFTER_WRITING, func=HIGHER)


def succession_fits() -> pgtrigger.Trigger:
    """At the end of the transaction: the old one ended the day before, the new one lives, the shares do not exceed the whole."""
    return pgtrigger.Trigger(name="succession_fits", when=pgtrigger.After, operation=_AFTER_WRITING, timing=pgtrigger.Deferred, func=FITS)
