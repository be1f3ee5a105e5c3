"""Let administrators look after webhooks: the groups are made again from the table."""

from django.db import migrations

from editorial.groups import make_groups
from editorial.permissions import TABLE


def make_ours(apps, schema_editor):
    make_groups(apps, TABLE)


def take_back(apps, schema_editor):
    apps.get_model("auth", "Permission").objects.filter(
        content_type__app_label="webhooks", group__isnull=False
    ).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("editorial", "0005_words_people_use"),
        ("webhooks", "0001_initial"),
    ]

    operations = [migrations.RunPython(make_ours, take_back)]
