import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Where somebody worked who holds an award: the column."""

    dependencies = [("awards", "0001_awards"), ("units", "0002_hamlet_added_in")]

    operations = [
        migrations.AddField(
            model_name="holder",
            name="unit",
            field=models.ForeignKey(
                blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="units.unit"
            ),
        ),
    ]
