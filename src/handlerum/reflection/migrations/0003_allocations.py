from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("reflection", "0002_variants_and_what_is_laid_out"),
    ]

    operations = [
        migrations.AlterField(
            model_name="entry",
            name="kind",
            field=models.CharField(
                choices=[
                    ("text", "Tekst"),
                    ("card", "Kort"),
                    ("question", "Spørgsmål"),
                    ("statement", "Udsagn"),
                    ("note", "Note"),
                    ("dots", "Prikker"),
                    ("line", "Sted på en linje"),
                    ("vote", "Stemme"),
                    ("allocation", "Fordeling af point"),
                ],
                max_length=20,
            ),
        ),
    ]
