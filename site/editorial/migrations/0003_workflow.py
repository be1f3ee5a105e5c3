"""Put the second reader between every draft and the public, in the place of Wagtail's own workflow."""

from django.db import migrations

from editorial.permissions import PUBLISHED_SNIPPETS, SECOND_READERS

NAME = "Second reader"
WAGTAILS_OWN = "Moderators approval"


def put_ours(apps, schema_editor):
    workflows = apps.get_model("wagtailcore", "Workflow").objects
    task = apps.get_model("editorial", "SecondReaderTask").objects.create(
        name=NAME, active=True, content_type=content_type(apps, "editorial.secondreadertask")
    )
    task.groups.set(apps.get_model("auth", "Group").objects.filter(name__in=SECOND_READERS))
    workflow = workflows.create(name=NAME, active=True)
    apps.get_model("wagtailcore", "WorkflowTask").objects.create(workflow=workflow, task=task, sort_order=0)
    assign_to_all_pages(apps, workflow)
    for snippet in PUBLISHED_SNIPPETS:
        apps.get_model("wagtailcore", "WorkflowContentType").objects.create(
            workflow=workflow, content_type=content_type(apps, snippet)
        )
    workflows.filter(name=WAGTAILS_OWN).update(active=False)


def put_wagtails(apps, schema_editor):
    workflows = apps.get_model("wagtailcore", "Workflow").objects
    workflows.filter(name=NAME).delete()
    # Rows of its own table and of Wagtail's go together.
    tasks = apps.get_model("editorial", "SecondReaderTask").objects
    pks = list(tasks.values_list("pk", flat=True))
    tasks.all().delete()
    apps.get_model("wagtailcore", "Task").objects.filter(pk__in=pks).delete()
    workflow = workflows.filter(name=WAGTAILS_OWN).first()
    if workflow:
        workflow.active = True
        workflow.save()
        assign_to_all_pages(apps, workflow)


def assign_to_all_pages(apps, workflow):
    root = apps.get_model("wagtailcore", "Page").objects.get(depth=1)
    apps.get_model("wagtailcore", "WorkflowPage").objects.update_or_create(page=root, defaults={"workflow": workflow})


def content_type(apps, model):
    app_label, model_name = model.split(".")
    found, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label=app_label, model=model_name
    )
    return found


class Migration(migrations.Migration):
    dependencies = [("editorial", "0002_groups")]

    operations = [migrations.RunPython(put_ours, put_wagtails)]
