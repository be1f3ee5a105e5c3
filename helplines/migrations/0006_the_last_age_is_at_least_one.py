"""Refuse nought as the last age that a helpline is for."""

import django.core.validators
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("helplines", "0005_boxes_for_words"),
    ]

    operations = [
        migrations.AlterField(
            model_name="helplinepage",
            name="maximum_age",
            field=models.PositiveSmallIntegerField(
                blank=True,
                help_text="The last age that it is for: “under 19” is 18.",
                null=True,
                validators=[
                    django.core.validators.MinValueValidator(
                        1, message="Write an age from 1, or leave it empty where they did not say."
                    ),
                    django.core.validators.MaxValueValidator(120, message="Write an age up to 120."),
                ],
                verbose_name="up to the age of",
            ),
        ),
    ]
