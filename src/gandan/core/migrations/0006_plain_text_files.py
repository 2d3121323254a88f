from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("core", "0005_idempotent_calls")]

    operations = [
        migrations.AlterField(
            model_name="storedfile",
            name="kind",
            field=models.CharField(
                choices=[
                    ("image/jpeg", "Ảnh JPEG"),
                    ("image/png", "Ảnh PNG"),
                    ("image/webp", "Ảnh WebP"),
                    ("application/pdf", "PDF"),
                    ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Văn bản Word"),
                    ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Bảng tính Excel"),
                    ("application/vnd.oasis.opendocument.text", "Văn bản OpenDocument"),
                    ("application/vnd.oasis.opendocument.spreadsheet", "Bảng tính OpenDocument"),
                    ("text/plain", "Văn bản thuần"),
                ],
                max_length=80,
            ),
        ),
    ]
