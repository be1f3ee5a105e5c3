"""Turn what was written of area and hours into what readers can choose by, where the words say it exactly.

What says more than that stays as it was written. Drafts are turned too, or the next publication would undo it.
"""

import re

from django.db import migrations

NATIONS = ["england", "wales", "scotland", "northern-ireland"]
NAMES = dict(zip(["England", "Wales", "Scotland", "Northern Ireland"], NATIONS, strict=True))
DAY_AND_NIGHT = re.compile(r"24 hours a day, every day(?: of the year)?\.?|24/7")


def forward(record):
    """What a record has after this, of area and hours."""
    changed = {}
    if areas := areas_in(record["area"]):
        changed |= {"areas": areas, "area": ""}
    if DAY_AND_NIGHT.fullmatch(record["hours"].strip()):
        changed |= {"opening_hours": "24/7", "hours": ""}
    return changed


def areas_in(words):
    if words.strip().rstrip(".") in {"UK", "The UK", "the UK"}:
        return NATIONS
    named = [NAMES.get(part.strip()) for part in re.split(r",| and ", words.strip().rstrip("."))]
    return [] if None in named else [nation for nation in NATIONS if nation in named]


def back(record):
    """What it had before, as far as words can say it."""
    changed = {}
    if record.get("areas") and not record["area"]:
        changed["area"] = words_of(record["areas"])
    if record.get("opening_hours") == "24/7" and not record["hours"]:
        changed["hours"] = "24 hours a day, every day of the year"
    return changed


def words_of(areas):
    if set(NATIONS) <= set(areas):
        return "UK"
    return " and ".join(name for name, nation in NAMES.items() if nation in areas)


def turn(how):
    def turn_all(apps, schema_editor):
        pages = apps.get_model("helplines", "HelplinePage").objects
        for page in pages.order_by("pk").values("pk", "area", "hours", "areas", "opening_hours"):
            if changed := how(page):
                pages.filter(pk=page["pk"]).update(**changed)
        content_types = apps.get_model("contenttypes", "ContentType").objects
        kind = content_types.filter(app_label="helplines", model="helplinepage").first()
        revisions = apps.get_model("wagtailcore", "Revision").objects.filter(content_type=kind)
        for revision in revisions.order_by("pk").iterator():
            if changed := how({"area": "", "hours": "", **revision.content}):
                revision.content = {**revision.content, **changed}
                revision.save(update_fields=["content"])

    return turn_all


class Migration(migrations.Migration):
    dependencies = [
        ("helplines", "0004_the_full_record"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [migrations.RunPython(turn(forward), turn(back))]
