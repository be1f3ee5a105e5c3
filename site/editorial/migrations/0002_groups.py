"""Make the groups of the table, in the place of Wagtail's own, whose moderators publish directly."""

from django.db import migrations

from editorial.groups import make_groups, remove_groups
from editorial.permissions import TABLE, WAGTAILS_OWN


def make_ours(apps, schema_editor):
    make_groups(apps, TABLE)
    remove_groups(apps, WAGTAILS_OWN)


def make_wagtails(apps, schema_editor):
    make_groups(apps, WAGTAILS_OWN)
    remove_groups(apps, TABLE)
    moderators = apps.get_model("auth", "Group").objects.get(name="Moderators")
    for task in apps.get_model("wagtailcore", "GroupApprovalTask").objects.all():
        task.groups.add(moderators)


class Migration(migrations.Migration):
    dependencies = [
        ("editorial", "0001_second_reader"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("core", "0002_initial"),
        ("helplines", "0002_initial"),
        ("model_pages", "0001_initial"),
        ("users", "0001_initial"),
        ("wagtailadmin", "0006_formstate"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailimages", "0027_image_description"),
        ("wagtailredirects", "0008_add_verbose_name_plural"),
    ]

    operations = [migrations.RunPython(make_ours, make_wagtails)]
