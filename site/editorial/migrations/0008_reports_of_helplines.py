"""Let research editors and leads deal with what visitors report as wrong: the groups are made again from the table."""

from django.db import migrations

from editorial.groups import make_groups
from editorial.permissions import TABLE


def make_ours(apps, schema_editor):
    make_groups(apps, TABLE)


def take_back(apps, schema_editor):
    permissions = apps.get_model("auth", "Permission").objects
    permissions.filter(content_type__app_label="checking", content_type__model="report", group__isnull=False).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("editorial", "0007_lists_of_the_directory"),
        ("checking", "0001_reports"),
    ]

    operations = [migrations.RunPython(make_ours, take_back)]
