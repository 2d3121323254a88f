"""What models are counted by, and which review is the newest, is read from indexes: counting opens no row with words in it."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("movement", "0002_mentions")]

    operations = [
        migrations.AddIndex(
            model_name="review",
            index=models.Index(fields=["practice", "-year", "-given_at", "-id"], include=("given_on", "result"), name="review_newest"),
        ),
        migrations.AlterField(
            model_name="review",
            name="practice",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="reviews", to="movement.practice"
            ),
        ),
        migrations.AddIndex(
            model_name="practice",
            index=models.Index(
                condition=models.Q(("state__in", ["lapsed", "registered", "stopped"])),
                fields=["kind", "subject", "registered_on"],
                include=("id", "state", "is_told", "alive_until", "ended_on", "unit", "drive", "field", "host"),
                name="practice_counted",
            ),
        ),
    ]
