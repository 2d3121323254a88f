"""Words are looked up within a unit, and titles by their beginning, without reading the country's documents."""

import django.contrib.postgres.indexes
from django.contrib.postgres.operations import BtreeGinExtension
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("core", "0006_plain_text_files")]

    operations = [
        BtreeGinExtension(),
        migrations.RemoveIndex(model_name="searchdocument", name="document_words"),
        migrations.AddIndex(
            model_name="searchdocument",
            index=django.contrib.postgres.indexes.GinIndex(fields=["unit", "vector"], name="document_place_words"),
        ),
        migrations.AddIndex(
            model_name="searchdocument",
            index=models.Index(fields=["title_folded"], name="document_title", opclasses=["varchar_pattern_ops"]),
        ),
    ]
