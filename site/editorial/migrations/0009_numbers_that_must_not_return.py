"""Let leads list numbers that must not return; editors see the list."""

from django.db import migrations

from editorial.groups import make_groups
from editorial.permissions import TABLE


def make_ours(apps, schema_editor):
    make_groups(apps, TABLE)


def take_back(apps, schema_editor):
    permissions = apps.get_model("auth", "Permission").objects
    permissions.filter(
        content_type__app_label="core", content_type__model="supersedednumber", group__isnull=False
    ).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("editorial", "0008_reports_of_helplines"),
        ("core", "0003_numbers_that_must_not_return"),
    ]

    operations = [migrations.RunPython(make_ours, take_back)]
