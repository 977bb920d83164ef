from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('practice', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='trial',
            name='why_dropped',
            field=models.TextField(blank=True, default=''),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='framerequest',
            name='told_on',
            field=models.DateField(blank=True, null=True),
        ),
    ]
