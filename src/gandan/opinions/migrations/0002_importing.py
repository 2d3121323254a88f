"""Spreadsheets on their way in; and what was answered lately is found without reading every case."""

import django.db.models.deletion
import gandan.core.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('opinions', '0001_opinions'),
        ('units', '0002_hamlet_added_in'),
    ]

    operations = [
        migrations.CreateModel(
            name='Sheet',
            fields=[
                ('id', models.UUIDField(default=gandan.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('digest', models.CharField(max_length=64)),
                ('made_by', models.CharField(max_length=80)),
                ('made_at', models.DateTimeField()),
                ('begun_at', models.DateTimeField(blank=True, null=True)),
                ('printed_at', models.DateTimeField(blank=True, null=True)),
                ('office', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.office')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.unit')),
            ],
            options={
                'ordering': ['-made_at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='SheetRow',
            fields=[
                ('id', models.UUIDField(default=gandan.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('position', models.PositiveIntegerField()),
                ('digest', models.CharField(max_length=64)),
                ('state', models.CharField(choices=[('ready', 'Chờ nhận'), ('wrong', 'Cần sửa'), ('same', 'Trùng dòng khác'), ('taken', 'Đã nhận')], max_length=5)),
                ('sealed', models.TextField(blank=True)),
                ('sheet', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rows', to='opinions.sheet')),
                ('unit', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.unit')),
            ],
            options={
                'ordering': ['sheet', 'position'],
            },
        ),
        migrations.AddIndex(
            model_name='case',
            index=models.Index(condition=models.Q(('answered_on__isnull', False)), fields=['unit', 'answered_on'], name='case_of_unit_answered'),
        ),
        migrations.AddIndex(
            model_name='sheet',
            index=models.Index(fields=['made_by', '-made_at'], name='sheet_of_maker'),
        ),
        migrations.AddConstraint(
            model_name='sheet',
            constraint=models.UniqueConstraint(fields=('unit', 'digest'), name='sheet_once'),
        ),
        migrations.AddConstraint(
            model_name='sheetrow',
            constraint=models.UniqueConstraint(fields=('sheet', 'position'), name='one_row_at_a_position'),
        ),
        migrations.AddConstraint(
            model_name='sheetrow',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'taken')), fields=('unit', 'digest'), name='row_taken_once'),
        ),
    ]
