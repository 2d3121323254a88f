"""Since when the clock of a case stands still, what a pause waits for, and refusals that came late."""

from django.db import migrations, models
from django.db.models import Q

STANDING = """
UPDATE opinions_case SET stopped_on = p.began_on
FROM opinions_pause p WHERE p.case_id = opinions_case.id AND p.ended_on IS NULL AND state IN ('asked', 'paused')
"""
ASKED = """
UPDATE opinions_pause SET is_asked = true
WHERE NOT EXISTS (
    SELECT FROM opinions_step s WHERE s.case_id = opinions_pause.case_id AND s.deed = 'pause' AND s.given_on = opinions_pause.began_on
)
"""


class Migration(migrations.Migration):
    dependencies = [("opinions", "0004_letters_follow")]

    operations = [
        migrations.AddField("case", "stopped_on", models.DateField(blank=True, null=True)),
        migrations.AddField("case", "refused_late", models.BooleanField(default=False)),
        migrations.AddField("pause", "is_asked", models.BooleanField(default=False)),
        migrations.RunSQL(STANDING, migrations.RunSQL.noop),
        migrations.RunSQL(ASKED, migrations.RunSQL.noop),
        migrations.AddConstraint(
            "case",
            models.CheckConstraint(
                name="case_stands_still_since_a_day",
                condition=Q(state="paused", stopped_on__isnull=False) | Q(state="asked") | ~Q(state="paused") & Q(stopped_on=None),
            ),
        ),
    ]
