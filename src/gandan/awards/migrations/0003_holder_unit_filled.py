from django.db import migrations
from django.db.models import OuterRef, Subquery


def fill(apps, editor):
    """Of whoever was proposed here, the unit in which the dossier was begun."""
    holder, nominee = apps.get_model("awards", "Holder"), apps.get_model("awards", "Nominee")
    made_in = nominee.objects.filter(pk=OuterRef("nominee")).values("nomination__made_in")
    holder.objects.filter(unit=None).exclude(nominee=None).update(unit=Subquery(made_in))


class Migration(migrations.Migration):
    """Where holders of before worked, from the dossiers. A step of its own: PostgreSQL changes no table whose rows were just changed."""

    dependencies = [("awards", "0002_holder_unit")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop, elidable=True)]
