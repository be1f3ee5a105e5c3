"""Make the one record of settings, so that two first messages at once have the same record to wait for."""

from django.db import migrations


def make_settings(apps, schema_editor):
    settings = apps.get_model("contact", "MessageSettings").objects
    if not settings.exists():
        settings.create()


class Migration(migrations.Migration):
    dependencies = [("contact", "0001_initial")]

    operations = [migrations.RunPython(make_settings, migrations.RunPython.noop)]
