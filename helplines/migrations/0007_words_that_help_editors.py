"""Help texts of a keyword, of a way's own hours and of where details are from."""

from django.db import migrations, models

import helplines.models.hours


class Migration(migrations.Migration):
    dependencies = [
        ("helplines", "0006_the_last_age_is_at_least_one"),
    ]

    operations = [
        migrations.AlterField(
            model_name="contactway",
            name="keyword",
            field=models.CharField(
                blank=True, help_text="Only of a text: the word to send, for example SHOUT.", max_length=30
            ),
        ),
        migrations.AlterField(
            model_name="contactway",
            name="opening_hours",
            field=helplines.models.hours.OpeningHoursField(
                blank=True,
                help_text="Only where they differ from the hours of the helpline. Where nobody knows them for this way alone, write that into the note, for example: it is not known when e-mails are answered.",
                max_length=1000,
                verbose_name="its own opening hours",
            ),
        ),
        migrations.AlterField(
            model_name="helplinepage",
            name="details_from",
            field=models.CharField(
                blank=True,
                help_text="Readers see this after “Source:”, for example: their own website.",
                max_length=255,
                verbose_name="these details are from",
            ),
        ),
    ]
