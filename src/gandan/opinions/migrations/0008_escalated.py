"""Those above a unit read the few of its cases that were put before them."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("opinions", "0007_by_arrival")]

    operations = [
        migrations.AddIndex(
            model_name="case",
            index=models.Index(
                fields=["unit", "escalated_on"], name="case_escalated", condition=models.Q(("escalated_on__isnull", False))
            ),
        )
    ]
