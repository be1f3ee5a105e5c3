"""The list of numbers that editors never want to see in public again."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0002_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="SupersededNumber",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "number",
                    models.CharField(
                        help_text="Write it as people say it, for example 0808 157 0000. It is refused in every other spelling, too.",
                        max_length=40,
                    ),
                ),
                ("digits", models.CharField(editable=False, max_length=15, unique=True)),
                (
                    "instead",
                    models.CharField(
                        help_text="A sentence that editors read when the number is refused. For example: “Samaritans answer on 116 123.”",
                        max_length=200,
                        verbose_name="what to write instead",
                    ),
                ),
                (
                    "note",
                    models.TextField(
                        blank=True,
                        help_text="For the team, never shown in public: who said so, and on which day.",
                        verbose_name="why, and since when",
                    ),
                ),
            ],
            options={
                "verbose_name": "number that must not return",
                "verbose_name_plural": "numbers that must not return",
                "ordering": ["number"],
            },
        ),
    ]
