"""A hamlet remembers the commune that added it, so that merged communes may each bring a Thôn 1."""

import django.contrib.postgres.constraints
import django.db.models.deletion
from django.db import migrations, models

FILL = """
    UPDATE units_hamlet h SET added_in_id = coalesce(
        (SELECT p.unit_id FROM units_hamletplace p WHERE p.hamlet_id = h.id ORDER BY p.during LIMIT 1), h.unit_id
    );
    SET CONSTRAINTS ALL IMMEDIATE;
    SET CONSTRAINTS ALL DEFERRED;
"""


def unique(*fields):
    """No two hamlets that agree in the fields at one time."""
    parts = [(field, "=") for field in fields]
    return django.contrib.postgres.constraints.ExclusionConstraint(
        expressions=[*parts, ("existed", "&&")], name="one_hamlet_of_a_name"
    )


class Migration(migrations.Migration):

    dependencies = [
        ("units", "0001_units_through_time"),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="hamlet", name="one_hamlet_of_a_name"),
        migrations.AddField(
            model_name="hamlet",
            name="added_in",
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="units.unit"),
        ),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
        migrations.AlterField(
            model_name="hamlet",
            name="added_in",
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="units.unit"),
        ),
        migrations.AddConstraint(model_name="hamlet", constraint=unique("unit", "added_in", "kind", "key")),
    ]
