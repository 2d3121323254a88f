from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("denunciations", "0001_denunciations")]

    operations = [migrations.AddField(model_name="denunciation", name="asked_on", field=models.DateField(blank=True, null=True))]
