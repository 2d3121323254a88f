"""Fails when models changed without a migration; needs no database."""

import os
import sys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gandan.config.settings")
os.environ.setdefault("GANDAN_SECRET_KEY", "only to look at models, no installation runs with it")

import django
from django.apps import apps
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState
from django.utils import translation

django.setup()
translation.deactivate_all()  # migrations hold the words untranslated
loader = MigrationLoader(None)
changes = MigrationAutodetector(loader.project_state(), ProjectState.from_apps(apps)).changes(graph=loader.graph)
for label, migrations in changes.items():
    for operation in (o for m in migrations for o in m.operations):
        sys.stderr.write(f"{label}: {operation.describe()}\n")
sys.exit(bool(changes))
