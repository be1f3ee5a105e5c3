"""The help text of what makes a crisis line."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("helplines", "0007_words_that_help_editors"),
    ]

    operations = [
        migrations.AlterField(
            model_name="helplinepage",
            name="is_crisis_line",
            field=models.BooleanField(
                default=False,
                help_text="For people who cannot wait. It stands first, is checked every 30 days, and needs a way to reach somebody (a website or a letter is not enough), hours, cost and an answer to every trust question before it can be published.",
                verbose_name="this is a crisis line",
            ),
        ),
    ]
