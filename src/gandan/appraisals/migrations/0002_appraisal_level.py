"""An appraisal says for which level it is scored; those from before were for the level of their council's unit."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

FROM_THE_COUNCIL = """
    UPDATE appraisals_appraisal SET level = CASE u.level WHEN 'commune' THEN 'base' ELSE u.level END
    FROM appraisals_council c JOIN units_unit u ON u.id = c.unit_id
    WHERE c.id = appraisals_appraisal.council_id
"""


class Migration(migrations.Migration):

    dependencies = [
        ('appraisals', '0001_appraisals'),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='appraisal',
            name='appraisal_beginning_kept',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='appraisal',
            name='appraisal_result_kept',
        ),
        migrations.AddField(
            model_name='appraisal',
            name='level',
            field=models.CharField(choices=[('base', 'Cấp cơ sở'), ('district', 'Cấp huyện (cũ)'), ('province', 'Cấp tỉnh'), ('centre', 'Cấp trung ương')], default='base', max_length=8),
            preserve_default=False,
        ),
        migrations.RunSQL(FROM_THE_COUNCIL, migrations.RunSQL.noop),
        pgtrigger.migrations.AddTrigger(
            model_name='appraisal',
            trigger=pgtrigger.compiler.Trigger(name='appraisal_beginning_kept', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."subject_type" IS DISTINCT FROM (NEW."subject_type") OR OLD."subject_id" IS DISTINCT FROM (NEW."subject_id") OR OLD."council_id" IS DISTINCT FROM (NEW."council_id") OR OLD."level" IS DISTINCT FROM (NEW."level") OR OLD."sheet_id" IS DISTINCT FROM (NEW."sheet_id") OR OLD."opened_on" IS DISTINCT FROM (NEW."opened_on"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='34c11d202b9cf6686f9cc6ba94fb33ae997331eb', operation='UPDATE', pgid='pgtrigger_appraisal_beginning_kept_8a765', table='appraisals_appraisal', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='appraisal',
            trigger=pgtrigger.compiler.Trigger(name='appraisal_result_kept', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."state" IN (\'closed\', \'set_aside\') AND (OLD."subject_type" IS DISTINCT FROM (NEW."subject_type") OR OLD."subject_id" IS DISTINCT FROM (NEW."subject_id") OR OLD."unit_id" IS DISTINCT FROM (NEW."unit_id") OR OLD."owner_office_id" IS DISTINCT FROM (NEW."owner_office_id") OR OLD."council_id" IS DISTINCT FROM (NEW."council_id") OR OLD."level" IS DISTINCT FROM (NEW."level") OR OLD."sheet_id" IS DISTINCT FROM (NEW."sheet_id") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."round" IS DISTINCT FROM (NEW."round") OR OLD."opened_on" IS DISTINCT FROM (NEW."opened_on") OR OLD."closes_on" IS DISTINCT FROM (NEW."closes_on") OR OLD."shown_on" IS DISTINCT FROM (NEW."shown_on") OR OLD."ended_on" IS DISTINCT FROM (NEW."ended_on") OR OLD."points" IS DISTINCT FROM (NEW."points") OR OLD."spread" IS DISTINCT FROM (NEW."spread") OR OLD."grade_id" IS DISTINCT FROM (NEW."grade_id") OR OLD."passed" IS DISTINCT FROM (NEW."passed")))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='783c37374a32c609f08d719a45c7915335db9adc', operation='UPDATE', pgid='pgtrigger_appraisal_result_kept_2108f', table='appraisals_appraisal', when='BEFORE')),
        ),
    ]
