"""What is said of a notice that does not say when it ends."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("helplines", "0008_a_crisis_line_reaches_somebody"),
    ]

    operations = [
        migrations.AlterField(
            model_name="notice",
            name="last_day",
            field=models.DateField(
                error_messages={"null": "Say until which day readers have to know it."},
                help_text="The last day that it speaks of. Nobody sees it after that.",
            ),
        ),
    ]
