"""Links that lead away from the site, and what became of them."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("checking", "0001_reports")]

    operations = [
        migrations.CreateModel(
            name="CheckedLink",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("url", models.TextField()),
                ("url_hash", models.CharField(max_length=64, unique=True)),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("not_yet", "Not looked at yet"),
                            ("works", "Works"),
                            ("moved", "Has moved"),
                            ("unsure", "Could not be checked"),
                            ("failed", "Did not work"),
                        ],
                        default="not_yet",
                        max_length=10,
                    ),
                ),
                ("what_happened", models.CharField(blank=True, max_length=200)),
                ("moved_to", models.TextField(blank=True)),
                ("since", models.DateField(null=True)),
                ("first_failed", models.DateField(null=True)),
                ("last_failed", models.DateField(null=True)),
                ("last_checked", models.DateTimeField(null=True)),
            ],
            options={
                "verbose_name": "link to elsewhere",
                "verbose_name_plural": "links to elsewhere",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("outcome__in", ["not_yet", "works", "moved", "unsure", "failed"])),
                        name="checked_link_of_a_known_outcome",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("first_failed__isnull", True), ("last_failed__isnull", True)),
                            ("last_failed__gte", models.F("first_failed")),
                            _connector="OR",
                        ),
                        name="checked_link_failed_first_before_last",
                    ),
                ],
            },
        ),
    ]
