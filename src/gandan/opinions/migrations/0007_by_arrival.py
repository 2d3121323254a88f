"""Open311 asks the whole country for what came last."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("opinions", "0006_pin_by_office")]

    operations = [migrations.AddIndex(model_name="case", index=models.Index(fields=["-received_at", "-id"], name="case_by_arrival"))]
