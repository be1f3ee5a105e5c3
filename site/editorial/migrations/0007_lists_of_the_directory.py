"""Let leads and administrators look after organisations and the words to find helplines by, as after sections."""

from django.db import migrations

from editorial.groups import make_groups
from editorial.permissions import TABLE

NEW = ("organisation", "directoryterm")


def make_ours(apps, schema_editor):
    make_groups(apps, TABLE)


def take_back(apps, schema_editor):
    permissions = apps.get_model("auth", "Permission").objects
    permissions.filter(content_type__app_label="helplines", content_type__model__in=NEW, group__isnull=False).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("editorial", "0006_webhooks"),
        ("helplines", "0004_the_full_record"),
    ]

    operations = [migrations.RunPython(make_ours, take_back)]
