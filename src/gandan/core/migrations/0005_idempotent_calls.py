"""What calls of the API that carry a key were answered."""

import gandan.core.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("core", "0004_search"),
    ]

    operations = [
        migrations.CreateModel(
            name="IdempotentCall",
            fields=[
                ("id", models.UUIDField(default=gandan.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ("scope", models.CharField(max_length=64, unique=True)),
                ("asked", models.CharField(max_length=64)),
                ("status", models.PositiveSmallIntegerField()),
                ("answer", models.TextField()),
                ("at", models.DateTimeField(db_index=True)),
            ],
        ),
    ]
